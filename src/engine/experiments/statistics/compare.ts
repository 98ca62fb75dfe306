import type { ExperimentMeasure } from '../../../shared/models/experiment.ts';
import type { Draws } from './draws.ts';
import { plainOf } from './post-value.ts';
import type { PostValue } from './post-value.ts';
import { drawPosterior } from './posterior.ts';
import type { Observation } from './posterior.ts';
import { medianOf, spreadOf, withoutRunaways } from './spread.ts';
import type { Group, Spread } from './spread.ts';

/** How much more one variant gets than the others on average, as a fraction; eight in ten such intervals hold the truth. */
export interface Lift {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface VariantComparison {
  readonly posts: number;
  /** That it is the best, by however little. All of them sum to 1. */
  readonly probabilityBest: number;
  /** That it is better than each other one by more than the margin. What is missing to 1 means 'about the same'. */
  readonly probabilityClearlyBest: number;
  /** Null where no post of it can be counted. */
  readonly lift: Lift | null;
}

export interface Comparison {
  readonly variants: readonly VariantComparison[];
  readonly spread: Spread;
  /** Positions of posts in `posts` that were too far off to be counted in full. */
  readonly drawnIn: readonly number[];
  /** Standard deviation of the difference between two variants with one post each, for plans. */
  readonly noise: number;
}

export interface ComparedPost extends PostValue {
  readonly variant: number;
  /** What was to be expected of any post of that account at that time, on the same scale; 0 where nothing is known. */
  readonly expected: number;
}

export interface CompareOptions {
  readonly measure: ExperimentMeasure;
  readonly variants: number;
  /** Differences up to this fraction count as none. */
  readonly margin: number;
  /** Posts outside the test, one group an account, relative to what was expected of them. */
  readonly history: readonly Group[];
  /** How many draws; enough for a hundredth by default. */
  readonly rounds?: number;
}

/** Enough that a probability is good to a hundredth. */
const usualRounds = 4_000;

/** What may be said of the variants of a test after these posts. */
export function compare(
  posts: readonly ComparedPost[],
  { measure, variants, margin, history, rounds = usualRounds }: CompareOptions,
  draws: Draws,
): Comparison {
  const relative = posts.map(({ variant, value, expected, noise }) => ({
    variant,
    value: value - expected,
    noise,
  }));
  const groups = Array.from({ length: variants }, (_, variant) =>
    relative.filter((post) => post.variant === variant),
  );
  const spread = spreadOf([...history, ...groups]);
  const counting = medianOf(relative.map(({ noise }) => noise));
  const tamed = withoutRunaways(relative, Math.sqrt(spread.variance + counting));
  const observations = relative.map((post, at): Observation => ({ ...post, ...tamed[at] }));
  const base = medianOf(posts.map(({ expected }) => expected));
  const rows = drawPosterior(observations, variants, spread, draws, rounds);
  return {
    variants: groups.map(({ length }, variant) => ({
      posts: length,
      probabilityBest: share(rows, (row) => row[variant] === Math.max(...row)),
      probabilityClearlyBest: share(rows, (row) => leadOf(row, variant) > Math.log1p(margin)),
      lift: length === 0 ? null : liftOf(rows.map((row) => ratioOf(measure, row, variant, base))),
    })),
    spread,
    drawnIn: observations.flatMap(({ value }, at) => (value === relative[at]?.value ? [] : [at])),
    noise: Math.sqrt(2 * (spread.variance + counting)),
  };
}

const share = (rows: readonly number[][], holds: (row: number[]) => boolean): number =>
  rows.filter(holds).length / rows.length;

/** By how much a variant is ahead of the best of the others. */
function leadOf(row: readonly number[], variant: number): number {
  return (row[variant] ?? 0) - Math.max(...row.filter((_, other) => other !== variant));
}

function ratioOf(measure: ExperimentMeasure, row: readonly number[], variant: number, base: number): number {
  const others = row.filter((_, other) => other !== variant);
  const mean = others.reduce((sum, value) => sum + value, 0) / others.length;
  return plainOf(measure, base + (row[variant] ?? 0)) / plainOf(measure, base + mean);
}

function liftOf(ratios: readonly number[]): Lift {
  const sorted = ratios.toSorted((left, right) => left - right);
  const at = (fraction: number): number => (sorted[Math.floor(fraction * (sorted.length - 1))] ?? 1) - 1;
  return { low: at(0.1), middle: at(0.5), high: at(0.9) };
}
