import { backOff } from '../http/failure-policy.ts';
import type { Random } from '../ports.ts';

/**
 * Exponential back-off with full jitter: a uniform wait between `leastMs` and `min(capMs, firstMs * 2^failures)`, so
 * that posts which failed together do not come back together.
 * Source: Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 */
export function backOffMs(failures: number, random: Random): number {
  const ceiling = Math.min(backOff.capMs, backOff.firstMs * 2 ** Math.min(failures, 20));
  return Math.max(backOff.leastMs, Math.floor(random.fraction() * ceiling));
}
