import type { RateSignal, RawAnswer } from '../../../http/call.ts';
import { retryAfterOf } from '../../../http/retry-after.ts';

/** X's windows are a quarter of an hour where a header does not say otherwise. */
const windowMs = 15 * 60_000;

/**
 * Reads the windows that an answer tells of: the endpoint's own (`x-rate-limit-*`) and, where X sends them, those of
 * 24 hours for the user and for the app. Incomplete or unreadable headers tell nothing.
 */
export const rateSignals = ({ headers }: RawAnswer, operation: string): readonly RateSignal[] =>
  [
    readWindow(headers, 'x-rate-limit', operation, 'account'),
    readWindow(headers, 'x-user-limit-24hour', `${operation} user_24h`, 'account'),
    readWindow(headers, 'x-app-limit-24hour', `${operation} app_24h`, 'app'),
  ].filter((signal) => signal !== null);

const readWindow = (
  headers: Headers,
  prefix: string,
  window: string,
  scope: RateSignal['scope'],
): RateSignal | null => {
  const remaining = wholeNumber(headers.get(`${prefix}-remaining`));
  const reset = wholeNumber(headers.get(`${prefix}-reset`));
  if (remaining === null || reset === null) return null;
  return {
    window,
    scope,
    limit: wholeNumber(headers.get(`${prefix}-limit`)),
    remaining,
    resetAt: reset * 1_000,
  };
};

const wholeNumber = (value: string | null): number | null =>
  value !== null && /^\d{1,12}$/.test(value.trim()) ? Number(value) : null;

/**
 * When a refused request may be tried again: the latest reset of the windows that are used up, else `Retry-After`,
 * else the endpoint's reset, else the end of a window from now.
 */
export const limitEndsAt = (answer: RawAnswer, now: number): number => {
  const windows = rateSignals(answer, '').filter(({ resetAt }) => resetAt > now);
  const usedUp = windows.filter(({ remaining }) => remaining === 0).map(({ resetAt }) => resetAt);
  if (usedUp.length > 0) return Math.max(...usedUp);
  const endpoint = windows.find(({ window }) => window === '');
  return retryAfterOf(answer.headers, now) ?? endpoint?.resetAt ?? now + windowMs;
};
