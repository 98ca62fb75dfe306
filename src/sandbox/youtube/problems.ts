import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';

interface Problem {
  readonly status: number;
  readonly reason: string;
  readonly message: string;
  readonly domain?: string;
  /** Google's newer errors name a status and details as well. */
  readonly named?: { readonly status: string; readonly reason: string };
}

/** An error as the Data API and Analytics write it. */
export function problem({ status, reason, message, domain = 'youtube.api', named }: Problem): Answer {
  return json(status, {
    error: {
      code: status,
      message,
      errors: [{ message, domain, reason }],
      ...(named !== undefined && {
        status: named.status,
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: named.reason,
            domain: 'googleapis.com',
          },
        ],
      }),
    },
  });
}

/** A parameter or a field that is not as it must be. */
export function badRequest(message: string, reason = 'badRequest'): Answer {
  return problem({ status: 400, reason, message });
}

export function notFound(reason: string, message: string): Answer {
  return problem({ status: 404, reason, message });
}

export function unauthorized(): Answer {
  return problem({
    status: 401,
    reason: 'authError',
    message: 'Request had invalid authentication credentials.',
    domain: 'global',
    named: { status: 'UNAUTHENTICATED', reason: 'ACCESS_TOKEN_EXPIRED' },
  });
}

export function signupRequired(): Answer {
  return problem({
    status: 401,
    reason: 'youtubeSignupRequired',
    message: 'Unauthorized',
    domain: 'youtube.header',
  });
}

export function insufficientScopes(): Answer {
  return problem({
    status: 403,
    reason: 'insufficientPermissions',
    message: 'Request had insufficient authentication scopes.',
    domain: 'global',
    named: { status: 'PERMISSION_DENIED', reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' },
  });
}

export function apiDisabled(api: string): Answer {
  return problem({
    status: 403,
    reason: 'accessNotConfigured',
    message: `${api} has not been used in project 100000000000 before or it is disabled.`,
    domain: 'usageLimits',
    named: { status: 'PERMISSION_DENIED', reason: 'SERVICE_DISABLED' },
  });
}

export function quotaExceeded(): Answer {
  return problem({
    status: 403,
    reason: 'quotaExceeded',
    message:
      'The request cannot be completed because you have exceeded your <a href="/youtube/v3/getting-started#quota">quota</a>.',
    domain: 'youtube.quota',
  });
}

/** `resetAt` and `now` in practice milliseconds. */
export function tooManyRequests(resetAt: number, now: number): Answer {
  const answer = problem({
    status: 429,
    reason: 'rateLimitExceeded',
    message: 'Too many requests in a short time.',
    domain: 'usageLimits',
  });
  const seconds = Math.max(1, Math.ceil((resetAt - now) / 1000));
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } };
}
