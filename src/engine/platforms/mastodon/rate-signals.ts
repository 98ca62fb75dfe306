import type { RateSignal, RawAnswer } from '../../http/call.ts';

/** Reads `X-RateLimit-Limit`, `-Remaining` and `-Reset`, which is a date in ISO 8601 here. */
export const rateSignals = ({ headers }: RawAnswer, operation: string): readonly RateSignal[] => {
  const remaining = wholeNumber(headers.get('x-ratelimit-remaining'));
  const resetAt = Date.parse(headers.get('x-ratelimit-reset') ?? '');
  if (remaining === null || Number.isNaN(resetAt)) return [];
  const limit = wholeNumber(headers.get('x-ratelimit-limit'));
  return [{ window: operation, scope: 'account', limit, remaining, resetAt }];
};

const wholeNumber = (value: string | null): number | null =>
  value !== null && /^\d{1,12}$/.test(value.trim()) ? Number(value) : null;
