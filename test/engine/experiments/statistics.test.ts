import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/engine/experiments/statistics/compare.ts';
import type { ComparedPost } from '../../../src/engine/experiments/statistics/compare.ts';
import { createDraws } from '../../../src/engine/experiments/statistics/draws.ts';
import type { Draws } from '../../../src/engine/experiments/statistics/draws.ts';
import { valueOf } from '../../../src/engine/experiments/statistics/post-value.ts';
import { spreadOf } from '../../../src/engine/experiments/statistics/spread.ts';
import { postsNeeded, verdictOf } from '../../../src/engine/experiments/statistics/verdict.ts';

/** Hundreds of tests are run in each, on a machine that may have other things to do. */
const longest = 60_000;
const bar = { threshold: 0.9, margin: 0.05, posts: 3, impressions: 100 };

interface Truth {
  /** What each variant multiplies a post's reactions by. */
  readonly effects: readonly number[];
  readonly posts: number;
  /** Standard deviation between posts of the logarithm of their worth. */
  readonly spread: number;
  readonly history: number;
  readonly measure: 'engagement_rate' | 'engagements';
}

/** Posts as an account of middling size makes them: seen a few hundred times, 3% react, some run away. */
function postWorth(draws: Draws, truth: Truth, effect: number) {
  const seen = Math.round(400 * Math.exp(0.6 * draws.normal()));
  const runaway = draws.fraction() < 0.03 ? 1.2 : 0;
  const rate = Math.min(0.9, 0.03 * effect * Math.exp(truth.spread * draws.normal() + runaway));
  let engagements = 0;
  for (let person = 0; person < seen; person += 1) engagements += draws.fraction() < rate ? 1 : 0;
  const value = valueOf(truth.measure, { engagements, impressions: seen });
  if (value === null) throw new Error('A post without impressions.');
  return value;
}

function run(truth: Truth, seed: number) {
  const draws = createDraws(seed);
  const history = Array.from({ length: truth.history }, () => postWorth(draws, truth, 1));
  const posts = truth.effects.flatMap((effect, variant) =>
    Array.from({ length: truth.posts }, (): ComparedPost => ({
      ...postWorth(draws, truth, effect),
      variant,
      expected: 0,
    })),
  );
  const options = {
    measure: truth.measure,
    variants: truth.effects.length,
    margin: bar.margin,
    history: [history],
    rounds: 800,
  };
  const comparison = compare(posts, options, draws);
  return { comparison, verdict: verdictOf(comparison, null, { ...bar, posts: 1 }) };
}

/** The share of runs that name a winner, and of those that name this one. */
function decided(truth: Truth, runs: number, winner?: number): number {
  let found = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const { verdict } = run(truth, seed * 7_919);
    if (verdict.kind === 'decided' && (winner === undefined || verdict.winner === winner)) found += 1;
  }
  return found / runs;
}

describe('two variants that are the same', { timeout: longest }, () => {
  test.each([
    { posts: 1, spread: 0.6, history: 40, measure: 'engagement_rate' },
    { posts: 3, spread: 0.8, history: 40, measure: 'engagement_rate' },
    { posts: 10, spread: 0.4, history: 60, measure: 'engagement_rate' },
    { posts: 30, spread: 0.4, history: 60, measure: 'engagement_rate' },
    { posts: 8, spread: 0.9, history: 0, measure: 'engagement_rate' },
    { posts: 20, spread: 0.5, history: 30, measure: 'engagements' },
  ] as const)('are called different in one run of ten at most: $posts posts each', (given) => {
    expect(decided({ ...given, effects: [1, 1] }, 100)).toBeLessThanOrEqual(0.1);
  });

  test('nor are four', () => {
    const truth = { posts: 10, spread: 0.5, history: 40, measure: 'engagement_rate' } as const;
    expect(decided({ ...truth, effects: [1, 1, 1, 1] }, 80)).toBeLessThanOrEqual(0.1);
  });
});

describe('two variants of which one gets 40% more', { timeout: longest }, () => {
  test('are told apart with enough posts, and never the wrong way round', () => {
    const truth = {
      effects: [1, 1.4],
      posts: 45,
      spread: 0.4,
      history: 60,
      measure: 'engagement_rate',
    } as const;
    expect(decided(truth, 60, 1)).toBeGreaterThan(0.6);
    expect(decided(truth, 60, 0)).toBe(0);
  });

  test('stay undecided with one post each, however many people saw it', () => {
    const history = Array.from({ length: 30 }, (_, at) => ({ value: (at % 5) * 0.4 - 0.8, noise: 0 }));
    const posts = [0, 1].map((variant): ComparedPost => {
      const value = valueOf('engagement_rate', {
        engagements: variant === 0 ? 3_000 : 4_200,
        impressions: 100_000,
      });
      if (value === null) throw new Error('A post without impressions.');
      return { ...value, variant, expected: 0 };
    });
    const options = { measure: 'engagement_rate', variants: 2, margin: 0.05, history: [history] } as const;
    const comparison = compare(posts, options, createDraws(1));
    expect(comparison.variants[1]?.probabilityBest).toBeLessThan(0.75);
    expect(verdictOf(comparison, [100_000, 100_000], { ...bar, posts: 1 })).toEqual({
      kind: 'undecided',
      because: 'unclear',
    });
  });
});

test('the probabilities of being best add up to one, and the interval of the lift holds its middle', () => {
  const { comparison } = run(
    { effects: [1, 1.2, 0.9], posts: 6, spread: 0.5, history: 20, measure: 'engagements' },
    5,
  );
  const sum = comparison.variants.reduce((all, { probabilityBest }) => all + probabilityBest, 0);
  expect(sum).toBeCloseTo(1, 6);
  for (const { lift } of comparison.variants) {
    expect(lift?.low).toBeLessThan(lift?.middle ?? 0);
    expect(lift?.middle).toBeLessThan(lift?.high ?? 0);
  }
});

test('a look at the same posts gives the same answer', () => {
  const truth = {
    effects: [1, 1.3],
    posts: 5,
    spread: 0.5,
    history: 20,
    measure: 'engagement_rate',
  } as const;
  expect(run(truth, 3).comparison).toEqual(run(truth, 3).comparison);
});

describe('the minimum', () => {
  const clear = () =>
    run({ effects: [1, 4], posts: 12, spread: 0.3, history: 60, measure: 'engagement_rate' }, 11).comparison;

  test('keeps a clear difference undecided while it is not reached', () => {
    expect(verdictOf(clear(), null, bar)).toEqual({ kind: 'decided', winner: 1 });
    expect(verdictOf(clear(), null, { ...bar, posts: 13 })).toMatchObject({ because: 'too_few_posts' });
    expect(verdictOf(clear(), [99, 5_000], bar)).toMatchObject({ because: 'too_few_impressions' });
  });
});

test('the spread is learned from the history, and assumed without one', () => {
  const even = Array.from({ length: 80 }, (_, at) => ({ value: at % 2 === 0 ? 0.1 : -0.1, noise: 0 }));
  expect(spreadOf([])).toMatchObject({ variance: Math.log(2) ** 2, posts: 0 });
  expect(Math.sqrt(spreadOf([even]).variance)).toBeLessThan(0.25);
  expect(spreadOf([even]).posts).toBe(80);
});

test('what probably is missing grows as the difference shrinks, and is nothing that anybody could post for none', () => {
  const of = (effect: number) =>
    run({ effects: [1, effect], posts: 200, spread: 0.4, history: 60, measure: 'engagement_rate' }, 2)
      .comparison;
  const large = postsNeeded(of(2), bar);
  const small = postsNeeded(of(1.4), bar);
  expect(large).toBeGreaterThanOrEqual(bar.posts);
  expect(small).toBeGreaterThan(large ?? 0);
  expect(postsNeeded(of(1), bar)).toBeNull();
});
