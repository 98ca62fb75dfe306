import { quantileOfSorted } from '../../statistics/median.ts';

/** How far outcomes were from what was expected, on posts that were held back, in units of their accounts' scatter. */
export interface Interval {
  /** One held-back post in ten was further below than this. */
  readonly low: number;
  readonly high: number;
}

/** Share of outcomes that the interval is to hold. */
const held = 0.8;

/**
 * The interval that held 80% of the held-back posts (split conformal prediction, Vovk et al. 2005): each miss is the
 * logarithm of the outcome less what was expected, divided by the scatter of the account at that time.
 */
export function intervalOf(misses: readonly number[]): Interval {
  const sorted = misses.toSorted((left, right) => left - right);
  // With few posts the outermost ranks are taken, so that the promise holds for a post that nobody has seen.
  const tail = Math.max(0, (1 - held) / 2 - 0.5 / (sorted.length + 1));
  return {
    low: Math.min(0, quantileOfSorted(sorted, tail)),
    high: Math.max(0, quantileOfSorted(sorted, 1 - tail)),
  };
}
