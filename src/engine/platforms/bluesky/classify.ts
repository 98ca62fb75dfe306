import type { Failure, FailureCode, RawAnswer } from '../../http/call.ts';
import { retryAfterOf } from '../../http/retry-after.ts';
import { evidence } from '../evidence.ts';
import { rateSignals } from './rate-signals.ts';
import { readError } from './wire/error-body.ts';

/** Names of errors that say what must be done, whatever the status (lexicons and the reference server). */
const named: ReadonlyMap<string, FailureCode> = new Map([
  ['ExpiredToken', 'auth_expired'],
  ['InvalidToken', 'auth_revoked'],
  ['BadExpiration', 'auth_expired'],
  ['AuthenticationRequired', 'auth_revoked'],
  ['AuthMissing', 'auth_revoked'],
  ['AuthFactorTokenRequired', 'auth_revoked'],
  ['ScopeMissing', 'scope_missing'],
  ['ScopeMissingError', 'scope_missing'],
  ['InsufficientScope', 'scope_missing'],
  ['AccountTakedown', 'account_action_required'],
  ['AccountDeactivated', 'account_action_required'],
  ['AccountSuspended', 'account_action_required'],
  ['RepoTakendown', 'account_action_required'],
  ['RepoDeactivated', 'account_action_required'],
  ['RepoSuspended', 'account_action_required'],
  ['RateLimitExceeded', 'rate_limited'],
  ['BlobTooLarge', 'media_invalid'],
  ['InvalidMimeType', 'media_invalid'],
  ['BlobNotFound', 'media_invalid'],
  ['InvalidSwap', 'unavailable'],
  ['UpstreamFailure', 'unavailable'],
  ['UpstreamTimeout', 'unavailable'],
  ['NotEnoughResources', 'unavailable'],
  ['InternalServerError', 'unavailable'],
  ['MethodNotImplemented', 'platform_changed'],
  ['XRPCNotSupported', 'platform_changed'],
  ['InvalidRecord', 'content_rejected'],
]);

/** A server's window where it does not say when it ends. */
const windowMs = 5 * 60_000;

/** Reads the errors of AT Protocol's servers: `{"error": name, "message": words}`. Never throws, whatever the body. */
export const classify = (answer: RawAnswer, now: number): Omit<Failure, 'reach' | 'status'> => {
  const { name, message } = readError(answer.body);
  const code = codeOf(answer.status, name, message);
  return { code, retryAt: retryAtOf(code, answer, now), detail: evidence(message === '' ? name : message) };
};

const codeOf = (status: number, name: string, message: string): FailureCode => {
  const known = named.get(name);
  if (known !== undefined) return known;
  if (status >= 500) return 'unavailable';
  if (name === 'InvalidRequest' && /\b(?:blob|mime ?type|image|video)\b/i.test(message))
    return 'media_invalid';
  switch (status) {
    case 400:
      return 'content_rejected';
    case 401:
      return 'auth_revoked';
    case 403:
      return 'platform_refused';
    case 408:
      return 'unavailable';
    case 413:
      return 'media_invalid';
    case 429:
      return 'rate_limited';
    default:
      return status >= 400 ? 'platform_refused' : 'platform_changed';
  }
};

const retryAtOf = (code: FailureCode, answer: RawAnswer, now: number): number | null => {
  if (code === 'unavailable') return retryAfterOf(answer.headers, now);
  if (code !== 'rate_limited') return null;
  const reset = rateSignals(answer, '').find(({ resetAt }) => resetAt > now)?.resetAt;
  return reset ?? retryAfterOf(answer.headers, now) ?? now + windowMs;
};
