import type { RateSignal, RawAnswer } from '../../../http/call.ts';

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

/** `Retry-After` in either form (RFC 9110, section 10.2.3) as an instant; null where there is none. */
export const retryAfter = (headers: Headers, now: number): number | null => {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return now + Number(value) * 1_000;
  const date = /[a-z]{3}/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(date, now);
};

/**
 * When a refused request may be tried again: the latest reset of the windows that are used up, else `Retry-After`,
 * else the endpoint's reset, else the end of a window from now.
 */
export const limitEndsAt = (answer: RawAnswer, now: number): number => {
  const windows = rateSignals(answer, '').filter(({ resetAt }) => resetAt > now);
  const usedUp = windows.filter(({ remaining }) => remaining === 0).map(({ resetAt }) => resetAt);
  if (usedUp.length > 0) return Math.max(...usedUp);
  const endpoint = windows.find(({ window }) => window === '');
  return retryAfter(answer.headers, now) ?? endpoint?.resetAt ?? now + windowMs;
};
