import type { Failure, FailureCode, RawAnswer } from '../../http/call.ts';
import { retryAfterOf } from '../../http/retry-after.ts';
import { evidence } from '../evidence.ts';
import { rateSignals } from './rate-signals.ts';
import { readError } from './wire/error-body.ts';

/** A window of limits where the server does not say when it ends. */
const windowMs = 5 * 60_000;
/** Media that are not finished are asked for again soon. */
const unfinishedMs = 5_000;

/** Reads the errors of Mastodon's API. Status first; sentences only where nothing else tells two cases apart. Never throws. */
export const classify = (answer: RawAnswer, now: number): Omit<Failure, 'reach' | 'status'> => {
  const { name, detail, words } = readError(answer);
  const code = codeOf(answer.status, name, words);
  return { code, retryAt: retryAtOf(code, answer, words, now), detail: evidence(detail) };
};

const codeOf = (status: number, name: string, words: string): FailureCode => {
  if (status >= 500) return 'unavailable';
  if (name === 'invalid_grant' || name === 'invalid_client' || name === 'unauthorized_client')
    return 'auth_revoked';
  switch (status) {
    case 400:
      return 'content_rejected';
    case 401:
      return unauthorized(words);
    case 403:
      return forbidden(words);
    case 408:
      return 'unavailable';
    case 413:
      return 'media_invalid';
    case 422:
      return unprocessable(words);
    case 429:
      return 'rate_limited';
    default:
      return status >= 400 ? 'platform_refused' : 'platform_changed';
  }
};

const unauthorized = (words: string): FailureCode =>
  words.includes('expired') ? 'auth_expired' : 'auth_revoked';

const forbidden = (words: string): FailureCode => {
  if (/insufficient_scope|authorized scopes/.test(words)) return 'scope_missing';
  return /\blogin\b|confirmed e-?mail|pending approval|suspended/.test(words)
    ? 'account_action_required'
    : 'platform_refused';
};

const unprocessable = (words: string): FailureCode => {
  if (isUnfinished(words)) return 'unavailable';
  return /\b(?:file|media|image|video|attach)/.test(words) ? 'media_invalid' : 'content_rejected';
};

const isUnfinished = (words: string): boolean => words.includes('not finished processing');

const retryAtOf = (code: FailureCode, answer: RawAnswer, words: string, now: number): number | null => {
  if (code === 'unavailable') {
    return isUnfinished(words) ? now + unfinishedMs : retryAfterOf(answer.headers, now);
  }
  if (code !== 'rate_limited') return null;
  const reset = rateSignals(answer, '').find(({ resetAt }) => resetAt > now)?.resetAt;
  return reset ?? retryAfterOf(answer.headers, now) ?? now + windowMs;
};
