import type { RateSignal, RawAnswer } from '../../http/call.ts';

/**
 * Reads `RateLimit-Limit`, `-Remaining` and `-Reset` (epoch seconds). The limit is the server's for this kind of call;
 * an answer without them tells nothing.
 */
export const rateSignals = ({ headers }: RawAnswer, operation: string): readonly RateSignal[] => {
  const remaining = wholeNumber(headers.get('ratelimit-remaining'));
  const reset = wholeNumber(headers.get('ratelimit-reset'));
  if (remaining === null || reset === null) return [];
  const limit = wholeNumber(headers.get('ratelimit-limit'));
  return [{ window: operation, scope: 'account', limit, remaining, resetAt: reset * 1_000 }];
};

const wholeNumber = (value: string | null): number | null =>
  value !== null && /^\d{1,12}$/.test(value.trim()) ? Number(value) : null;
