import { backOff } from './failure-policy.ts';

/**
 * `Retry-After` in either form (RFC 9110, section 10.2.3) as an instant in epoch ms; null where there is none. A date is
 * the network's, so it is counted from the answer's own `Date`: a wrong clock here does not bring it forward.
 */
export function retryAfterOf(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,15}$/.test(value)) return now + Number(value) * 1_000;
  const date = /[a-z]{3}/i.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(date)) return null;
  const there = Date.parse(headers.get('date') ?? '');
  return now + Math.max(0, date - (Number.isNaN(there) ? now : there));
}

/** A network's wish that nobody would wait for is cut to the furthest that is waited, 31 days. */
export function boundedWish(at: number, now: number): number {
  return Math.min(at, now + backOff.furthestMs);
}
