import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';

/** An error of Graph, with what its envelope holds besides the words for developers. */
export interface GraphProblem {
  readonly status?: number;
  readonly code: number;
  readonly subcode?: number;
  readonly type?: string;
  readonly message: string;
  readonly transient?: boolean;
  /** What is to be shown to the user, as a title and a sentence. */
  readonly user?: readonly [string, string];
  /** What a program can go on with. */
  readonly data?: Readonly<Record<string, number>>;
}

/** An answer in Graph's envelope of errors. */
export function graphError(problem: GraphProblem): Answer {
  const { status = 400, code, subcode, type = 'OAuthException', message, transient, user, data } = problem;
  const headers = { 'www-authenticate': `OAuth "Facebook Platform" "invalid_request" "${ascii(message)}"` };
  return json(
    status,
    {
      error: {
        message,
        type,
        code,
        ...(subcode !== undefined && { error_subcode: subcode }),
        ...(transient !== undefined && { is_transient: transient }),
        ...(user !== undefined && { error_user_title: user[0], error_user_msg: user[1] }),
        ...(data !== undefined && { error_data: data }),
        fbtrace_id: 'APracticeTraceOfMeta1',
      },
    },
    headers,
  );
}

/** Headers take no other letters. */
function ascii(text: string): string {
  return text.replaceAll(/[^\x20-\x7E]|["\\]/g, '?');
}

/** A parameter is missing or makes no sense. */
export const badParameter = (message: string, subcode?: number): Answer =>
  graphError({ code: 100, message: `(#100) ${message}`, ...(subcode !== undefined && { subcode }) });

/** There is no such object, or it may not be seen: Graph does not tell which. */
export const unknownObject = (id: string): Answer =>
  graphError({
    code: 100,
    subcode: 33,
    type: 'GraphMethodException',
    message: `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
  });

/** A permission was not granted. */
export const missingPermission = (permission: string, code = 200): Answer =>
  graphError({
    status: 403,
    code,
    message: `(#${code}) Requires ${permission} permission to manage the object`,
  });

export const noToken = (): Answer =>
  graphError({
    code: 2500,
    message: 'An active access token must be used to query information about the current user.',
  });

export const brokenToken = (): Answer =>
  graphError({ code: 190, message: 'Invalid OAuth access token - Cannot parse access token' });

/** The time of the session is over. */
export const expiredSession = (endedAt: number): Answer =>
  graphError({
    code: 190,
    subcode: 463,
    message: `Error validating access token: Session has expired on ${new Date(endedAt).toUTCString()}.`,
  });

/** The person took the app's access back. */
export const appRemoved = (clientId: string): Answer =>
  graphError({
    code: 190,
    subcode: 458,
    message: `Error validating access token: The user has not authorized application ${clientId}.`,
  });

/** The limit of one object's calls; `regainMinutes` goes along in the usage header. */
export const limitReached = (code: 4 | 17 | 32 | 613 | 80_001 | 80_002): Answer =>
  graphError({ code, transient: true, message: `(#${code}) ${limitWords[code]}` });

const limitWords = {
  4: 'Application request limit reached',
  17: 'User request limit reached',
  32: 'Page request limit reached',
  613: 'Calls to this api have exceeded the rate limit.',
  80_001: 'There have been too many calls to this Page account. Wait a bit and try again.',
  80_002: 'There have been too many calls to this Instagram account. Wait a bit and try again.',
} as const;
