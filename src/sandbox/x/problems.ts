import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';

const problemBase = 'https://api.x.com/2/problems/';

/** 403 in X's plainest form, with what was wrong in `detail`. */
export function forbidden(detail: string): Answer {
  return json(403, { detail, type: 'about:blank', title: 'Forbidden', status: 403 });
}

/** 401: the token is missing, unknown, expired or revoked; X does not say which. */
export function unauthorized(): Answer {
  return json(401, { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' });
}

/** 403: the endpoint does not take this kind of token. */
export function unsupportedAuthentication(): Answer {
  return json(403, {
    title: 'Unsupported Authentication',
    detail:
      'Authenticating with this kind of token is not supported for this endpoint. ' +
      'Supported: [OAuth 2.0 User Context].',
    type: `${problemBase}unsupported-authentication`,
    status: 403,
  });
}

/** 402: the prepaid credits are used up. */
export function creditsDepleted(): Answer {
  return json(402, {
    title: 'Payment Required',
    status: 402,
    detail: 'credits depleted',
    type: `${problemBase}credits-depleted`,
  });
}

/** 429, with the headers that say until when. */
export function tooManyRequests(headers: Record<string, string>): Answer {
  return json(
    429,
    { title: 'Too Many Requests', detail: 'Too Many Requests', type: 'about:blank', status: 429 },
    headers,
  );
}

/** One parameter that X did not take, and what it says about it. */
export interface BadParameter {
  readonly name: string;
  readonly values: readonly string[];
  readonly message: string;
}

/** 400: the request's query or body does not fit. */
export function invalidRequest(...bad: readonly BadParameter[]): Answer {
  return json(400, {
    errors: bad.map(({ name, values, message }) => ({ parameters: { [name]: values }, message })),
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
    type: `${problemBase}invalid-request`,
  });
}

/** 404 for a path that names nothing. */
export function notFound(): Answer {
  return json(404, { title: 'Not Found', type: 'about:blank', status: 404, detail: 'Not Found' });
}

/** A partial error, next to `data` in a 200. */
export type PartialError = Readonly<Record<string, string>>;

/** Says that one of the things asked for does not exist. */
export function resourceNotFound(kind: 'tweet' | 'user', parameter: string, id: string): PartialError {
  return {
    value: id,
    detail: `Could not find ${kind} with ${parameter}: [${id}].`,
    title: 'Not Found Error',
    resource_type: kind,
    parameter,
    resource_id: id,
    type: `${problemBase}resource-not-found`,
  };
}

/** Says that a field of a post is not for this reader: another's post, or one older than 30 days. */
export function fieldNotAuthorized(field: string, id: string): PartialError {
  return {
    resource_id: id,
    parameter: 'ids',
    resource_type: 'tweet',
    section: 'data',
    title: 'Field Authorization Error',
    value: id,
    detail: `Sorry, you are not authorized to access '${field}' on the Tweet with ids : [${id}].`,
    type: `${problemBase}not-authorized-for-field`,
    field,
  };
}
