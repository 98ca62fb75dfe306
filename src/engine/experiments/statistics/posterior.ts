import type { Draws } from './draws.ts';
import type { PostValue } from './post-value.ts';
import type { Spread } from './spread.ts';

/** A post of a test, compared to what was to be expected of it: 0 is as usual. */
export interface Observation extends PostValue {
  readonly variant: number;
}

/**
 * How different versions of one post usually are, as a standard deviation of logarithms: two thirds lie within a quarter of
 * their mean. It draws what few posts say towards no difference.
 */
const priorDeviation = 0.2;

/**
 * Draws from what may be known of each variant's worth, one row a draw, on the scale of logarithms. The spread between
 * posts is itself drawn each time, since it is only estimated; given it all is normal: a common mean about which nothing
 * is assumed, the variants around it by `priorDeviation`, and the posts of each around it by spread and counting.
 */
export function drawPosterior(
  observations: readonly Observation[],
  variants: number,
  spread: Spread,
  draws: Draws,
  rounds: number,
): number[][] {
  const byVariant = Array.from({ length: variants }, (_, variant) =>
    observations.filter((observation) => observation.variant === variant),
  );
  return Array.from({ length: rounds }, () => {
    const between = (spread.degrees * spread.variance) / draws.chiSquared(spread.degrees);
    const sums = byVariant.map((own) => weighed(own, between));
    return around(commonMean(sums, draws), sums, draws);
  });
}

interface Weighed {
  readonly weight: number;
  readonly sum: number;
}

const priorVariance = priorDeviation ** 2;

function weighed(own: readonly Observation[], between: number): Weighed {
  let weight = 0;
  let sum = 0;
  for (const { value, noise } of own) {
    const each = 1 / (between + noise);
    weight += each;
    sum += each * value;
  }
  return { weight, sum };
}

function commonMean(sums: readonly Weighed[], draws: Draws): number {
  let weight = 0;
  let sum = 0;
  for (const own of sums) {
    if (own.weight === 0) continue;
    const each = 1 / (priorVariance + 1 / own.weight);
    weight += each;
    sum += (each * own.sum) / own.weight;
  }
  return weight === 0 ? 0 : sum / weight + draws.normal() / Math.sqrt(weight);
}

function around(mean: number, sums: readonly Weighed[], draws: Draws): number[] {
  return sums.map(({ weight, sum }) => {
    const all = weight + 1 / priorVariance;
    return (sum + mean / priorVariance) / all + draws.normal() / Math.sqrt(all);
  });
}
