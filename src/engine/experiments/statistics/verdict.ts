import type { Comparison } from './compare.ts';

/** When a test may be called decided. */
export interface Bar {
  /** The probability of being clearly best that is asked for, 0 to 1. */
  readonly threshold: number;
  readonly margin: number;
  /** Posts that each variant must have at least. */
  readonly posts: number;
  /** Impressions that each variant must have at least, where they are counted. */
  readonly impressions: number;
}

/** `too_few` names what is missing; `unclear`: there is enough, and it does not tell. */
export type Verdict =
  | { readonly kind: 'decided'; readonly winner: number }
  | { readonly kind: 'undecided'; readonly because: 'too_few_posts' | 'too_few_impressions' | 'unclear' };

/** `impressions`: of each variant; null where the test is not about rates. */
export function verdictOf(comparison: Comparison, impressions: readonly number[] | null, bar: Bar): Verdict {
  if (comparison.variants.some(({ posts }) => posts < bar.posts))
    return { kind: 'undecided', because: 'too_few_posts' };
  if (impressions?.some((seen) => seen < bar.impressions) === true)
    return { kind: 'undecided', because: 'too_few_impressions' };
  const winner = comparison.variants.findIndex(
    ({ probabilityClearlyBest }) => probabilityClearlyBest >= bar.threshold,
  );
  return winner === -1 ? { kind: 'undecided', because: 'unclear' } : { kind: 'decided', winner };
}

/** More posts than this a variant are no plan. */
const mostPosts = 200;
/** Power at which plans are made: eight such tests in ten would tell. */
const powerDeviations = 0.84;

/**
 * How many posts each variant needs in all, if the difference between the two best is as it looks now; null where even
 * many would probably not tell.
 */
export function postsNeeded(comparison: Comparison, bar: Bar): number | null {
  const lifts = comparison.variants.flatMap(({ lift }) => (lift === null ? [] : [Math.log1p(lift.middle)]));
  const [best, second] = lifts.toSorted((left, right) => right - left);
  if (best === undefined || second === undefined || lifts.length < comparison.variants.length) return null;
  // Of two, a lift is over the other one; of more, over the mean of the others.
  const ahead = (lifts.length === 2 ? best : best - second) - Math.log1p(bar.margin);
  if (ahead <= 0) return null;
  const wanted = Math.ceil(((normalQuantile(bar.threshold) * comparison.noise) / ahead) ** 2);
  return wanted > mostPosts ? null : Math.max(bar.posts, wanted);
}

/** The smallest real difference, as a fraction, that so many posts a variant would probably find. */
export function findableLift(noise: number, posts: number, bar: Pick<Bar, 'threshold' | 'margin'>): number {
  const deviations = normalQuantile(bar.threshold) + powerDeviations;
  return Math.exp(Math.log1p(bar.margin) + (deviations * noise) / Math.sqrt(posts)) - 1;
}

/** Where the standard normal distribution reaches a probability between 0.5 and 1, to a thousandth. */
function normalQuantile(probability: number): number {
  let low = 0;
  let high = 6;
  while (high - low > 0.000_1) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < probability) low = middle;
    else high = middle;
  }
  return low;
}

/** Abramowitz and Stegun, 'Handbook of Mathematical Functions', 26.2.17; for values from 0 on. */
function normalBelow(value: number): number {
  const step = 1 / (1 + 0.231_641_9 * value);
  const polynomial =
    step *
    (0.319_381_53 +
      step * (-0.356_563_782 + step * (1.781_477_937 + step * (-1.821_255_978 + step * 1.330_274_429))));
  return 1 - (Math.exp(-(value ** 2) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
}
