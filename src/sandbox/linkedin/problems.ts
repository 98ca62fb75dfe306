import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';

function problem(status: number, code: string, message: string, serviceErrorCode = 0): Answer {
  return json(status, { status, ...(serviceErrorCode > 0 && { serviceErrorCode }), code, message });
}

/** 401 for a token that is not known, over, or taken back. */
export function unauthorized(why: 'INVALID' | 'EXPIRED' | 'REVOKED'): Answer {
  const words = {
    INVALID: ['Invalid access token', 65_600],
    EXPIRED: ['The token used in the request has expired', 65_602],
    REVOKED: ['The token used in the request has been revoked by the user', 65_601],
  } as const;
  const [message, number] = words[why];
  return problem(401, `${why}_ACCESS_TOKEN`, message, number);
}

/** 403: the token's scopes, or the member's role, are not enough. */
export function accessDenied(operation: string): Answer {
  return problem(403, 'ACCESS_DENIED', `Not enough permissions to access: ${operation}`, 100);
}

/** 400: a header, a query or a body that does not fit. */
export function badRequest(code: string, message: string): Answer {
  return problem(400, code, message);
}

/** 404. */
export function notFound(what: string): Answer {
  return problem(404, 'NOT_FOUND', `Could not find entity ${what}`);
}

/** 422: the same author just posted the same. */
export function duplicateOf(urn: string): Answer {
  return json(422, {
    errorDetailType: 'com.linkedin.common.error.BadRequest',
    message: `com.linkedin.content.common.exception.BadRequestResponseException: Content is a duplicate of ${urn}`,
    errorDetails: {
      inputErrors: [{ description: 'Duplicate post is detected', input: {}, code: 'DUPLICATE_POST' }],
    },
    status: 422,
  });
}

/** 426: a version of the API that is not served. */
export function versionGone(version: string): Answer {
  return problem(426, 'NONEXISTENT_VERSION', `Requested version ${version} is not active`);
}

/** 429: the day's requests of this member or app are used up. LinkedIn does not say when that ends. */
export function dayUsedUp(whose: 'APPLICATION' | 'MEMBER'): Answer {
  const message = `Resource level throttle ${whose} DAY limit for calls to this resource is reached.`;
  return problem(429, 'TOO_MANY_REQUESTS', message);
}

/** 429 for a short while. */
export function tooFast(seconds: number): Answer {
  const answer = problem(429, 'TOO_MANY_REQUESTS', 'Resource level throttle limit for calls is reached.');
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(Math.max(1, seconds)) } };
}
