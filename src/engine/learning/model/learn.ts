import { addBoostingEffects, fitBoosting } from './boosting.ts';
import type { Boosting } from './boosting.ts';
import { cellsOf, columnsOf, termsOf } from './design.ts';
import type { Column, Term } from './design.ts';
import { logOf } from './example.ts';
import type { Example, Features } from './example.ts';
import { intervalOf } from './interval.ts';
import type { Interval } from './interval.ts';
import { levelsOf, standingLevel, usualByAccount, usualOf } from './levels.ts';
import type { Level, Usual } from './levels.ts';
import { fitRidge, addRidgeEffects } from './ridge.ts';
import type { Ridge } from './ridge.ts';
import { seededDraws, shuffled } from './seeded.ts';

/** What was learned from past posts. Plain data: it can be kept as JSON. */
export interface Model {
  readonly columns: readonly Column[];
  readonly terms: readonly Term[];
  readonly ridge: Ridge;
  readonly boosting: Boosting;
  /** How much of the features' effects is believed, 0 to 1: what did best on posts that were held back. */
  readonly belief: number;
  /** The same for each account where posts were held back: what moves one account's posts may not move another's. */
  readonly beliefs: Readonly<Record<string, number>>;
  /** What is usual of each account; under the empty name that of all. */
  readonly usual: Readonly<Record<string, Usual>>;
  readonly interval: Interval;
  readonly posts: number;
}

/** What is expected of a post, as logarithms of 1 + outcome. */
export interface Expectation {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
  /** The account's level, from which the effects lead to `expected`: `level` + all effects = `expected`. */
  readonly level: number;
  readonly effects: ReadonlyMap<string, number>;
}

/** Posts from which the last ones are held back rather than folds. */
const enoughToHoldBack = 300;
const heldBack = 0.25;
const folds = 5;
/** Of more posts than this an even part is fitted to, or judged by: more change nothing but the time it takes. */
const mostFitted = 10_000;
const mostJudged = 6000;
const shares = [0, 0.25, 0.5, 0.75, 1] as const;
/** Posts of all accounts that speak beside an account's own on how much of the effects to believe. */
const borrowed = 30;

interface Prepared {
  readonly example: Example;
  readonly level: Level;
}

type Parts = Pick<Model, 'columns' | 'terms' | 'ridge' | 'boosting'>;

/**
 * Learns from past posts. The answer is the account's running level plus effects of the features: the mean of a ridge
 * regression on smooth terms and of boosted trees. How much of the effects is believed and how wide the interval is
 * come from posts that were held back. The same posts and seed give the same model.
 */
export function learn(examples: readonly Example[], seed = 1): Model {
  const inOrder = examples.every(({ at }) => at !== null);
  const sorted = inOrder ? examples.toSorted((left, right) => (left.at ?? 0) - (right.at ?? 0)) : examples;
  const usual = usualByAccount(sorted);
  const levels = levelsOf(sorted, usual);
  const posts = sorted.flatMap((example, index): Prepared[] => {
    const level = levels[index];
    return level === undefined ? [] : [{ example, level }];
  });
  const judged = judge(posts, inOrder, seed);
  const belief = bestBelief(judged);
  const beliefs = beliefsByAccount(judged);
  return {
    ...fit(posts, seed),
    belief,
    beliefs,
    usual: Object.fromEntries(usual),
    interval: intervalOf(
      judged.map(({ account, said, is, scatter }) => (is - (beliefs[account] ?? belief) * said) / scatter),
    ),
    posts: posts.length,
  };
}

/** What the model expects of a post. */
export function expect(model: Model, account: string, features: Features, level: Level | null): Expectation {
  const from = level ?? standingLevel(usualOf(new Map(Object.entries(model.usual)), account));
  const cells = cellsOf(model.columns, { ...features, ...from.features });
  const effects = new Float64Array(model.columns.length);
  const belief = model.beliefs[account] ?? model.belief;
  const base = belief * addEffects(model, cells, effects);
  const byFeature = new Map<string, number>();
  let expected = from.log + base;
  for (const [at, { feature }] of model.columns.entries()) {
    const effect = belief * (effects[at] ?? 0);
    expected += effect;
    if (effect !== 0) byFeature.set(feature, (byFeature.get(feature) ?? 0) + effect);
  }
  return {
    low: Math.max(0, expected + model.interval.low * from.scatter),
    expected: Math.max(0, expected),
    high: Math.max(0, expected + model.interval.high * from.scatter),
    level: from.log + base,
    effects: byFeature,
  };
}

/** A post that was held back: what the effects said, and how far above its level it is. */
interface Judged {
  readonly account: string;
  readonly said: number;
  readonly is: number;
  readonly scatter: number;
}

function judge(posts: readonly Prepared[], inOrder: boolean, seed: number): Judged[] {
  if (inOrder && posts.length >= enoughToHoldBack) {
    const [before, after] = splitByAccount(posts);
    return judgeOn(fit(before, seed), thinned(after, mostJudged));
  }
  const order = shuffled(posts.length, seededDraws(seed + 7));
  const of = (own: (fold: number) => boolean): Prepared[] =>
    order.flatMap((at, index) => (own(index % folds) ? (posts[at] ?? []) : []));
  return Array.from({ length: folds }, (_, fold) =>
    judgeOn(
      fit(
        of((other) => other !== fold),
        seed,
      ),
      of((other) => other === fold),
    ),
  ).flat();
}

/** The first posts of each account, and its last ones. */
function splitByAccount(posts: readonly Prepared[]): [Prepared[], Prepared[]] {
  const counts = new Map<string, number>();
  for (const { example } of posts) counts.set(example.account, (counts.get(example.account) ?? 0) + 1);
  const seen = new Map<string, number>();
  const [before, after]: [Prepared[], Prepared[]] = [[], []];
  for (const post of posts) {
    const { account } = post.example;
    const place = seen.get(account) ?? 0;
    seen.set(account, place + 1);
    (place < (counts.get(account) ?? 0) * (1 - heldBack) ? before : after).push(post);
  }
  return [before, after];
}

function judgeOn(parts: Parts, posts: readonly Prepared[]): Judged[] {
  return posts.map(({ example, level }) => {
    const cells = cellsOf(parts.columns, { ...example.features, ...level.features });
    const effects = new Float64Array(parts.columns.length);
    const base = addEffects(parts, cells, effects);
    return {
      account: example.account,
      said: effects.reduce((sum, effect) => sum + effect, base),
      is: logOf(example.outcome) - level.log,
      scatter: level.scatter,
    };
  });
}

/** The share of the effects that leads nearest to the outcomes, in logarithms. */
function bestBelief(judged: readonly Judged[]): number {
  return bestShare((share) => meanMiss(judged, share));
}

function beliefsByAccount(judged: readonly Judged[]): Record<string, number> {
  const misses = new Map(shares.map((share) => [share, meanMiss(judged, share)]));
  return Object.fromEntries(
    [...Map.groupBy(judged, ({ account }) => account)].map(([account, own]) => [
      account,
      bestShare((share) => own.length * meanMiss(own, share) + borrowed * (misses.get(share) ?? 0)),
    ]),
  );
}

type Share = (typeof shares)[number];

function bestShare(errorOf: (share: Share) => number): number {
  return shares.reduce<Share>((best, share) => (errorOf(share) < errorOf(best) ? share : best), 0);
}

function meanMiss(judged: readonly Judged[], share: number): number {
  const sum = judged.reduce((all, { said, is }) => all + Math.abs(is - share * said), 0);
  return sum / Math.max(1, judged.length);
}

function fit(all: readonly Prepared[], seed: number): Parts {
  const posts = thinned(all, mostFitted);
  const features = posts.map(({ example, level }) => ({ ...example.features, ...level.features }));
  const columns = columnsOf(features);
  const cells = features.map((own) => cellsOf(columns, own));
  const terms = termsOf(columns, cells);
  const target = Float64Array.from(posts, ({ example, level }) => logOf(example.outcome) - level.log);
  return {
    columns,
    terms,
    ridge: fitRidge(terms, cells, target),
    boosting: fitBoosting(columns.length, cells, target, seededDraws(seed)),
  };
}

function thinned<Item>(items: readonly Item[], most: number): readonly Item[] {
  const step = items.length / most;
  return step <= 1
    ? items
    : items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function addEffects(parts: Parts, cells: Float64Array, effects: Float64Array): number {
  return (
    addRidgeEffects(parts.ridge, parts.terms, cells, 0.5, effects) +
    addBoostingEffects(parts.boosting, cells, 0.5, effects)
  );
}
