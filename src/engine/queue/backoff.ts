import type { Random } from '../ports.ts';

const firstMs = 15_000;
const capMs = 30 * 60_000;

/**
 * Exponential back-off with full jitter: a uniform wait between 1 s and `min(cap, first * 2^failures)`, so that posts
 * which failed together do not come back together.
 * Source: Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 */
export function backOffMs(failures: number, random: Random): number {
  const ceiling = Math.min(capMs, firstMs * 2 ** Math.min(failures, 20));
  return Math.max(1_000, Math.floor(random.fraction() * ceiling));
}
