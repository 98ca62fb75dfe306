import { evaluateEngagement } from '../evaluation/engagement.ts';
import type { Judged } from '../evaluation/engagement.ts';
import type { LearningQuality } from '../../shared/contract/learning.ts';
import type { Example, Features } from './model/example.ts';
import { logOf } from './model/example.ts';
import { learn } from './model/learn.ts';
import type { Model } from './model/learn.ts';
import { medianOf } from '../statistics/median.ts';
import { LevelKeeper, usualByAccount, usualOf } from './model/levels.ts';
import type { Level } from './model/levels.ts';
import { textFeatures, timeFeatures } from './model/post-features.ts';

/** A past post of an account, as it is learned from. */
export interface PastOutcome {
  readonly at: number;
  /** What leads from UTC to the account's wall clock at that time. */
  readonly offsetMs: number;
  readonly text: string;
  readonly type: string | null;
  readonly reply: boolean;
  readonly impressions: number | null;
  /** Likes, comments and shares together; null where none was told. */
  readonly interactions: number | null;
}

/** A model with the level that the account had after its last post. */
export interface Learned {
  readonly model: Model;
  readonly level: Level;
  readonly lastAt: number;
}

/** All that is kept of an account. `rate` is interactions for each 10,000 impressions. */
export interface AccountModels {
  readonly interactions: Learned | null;
  readonly impressions: Learned | null;
  readonly rate: Learned | null;
}

export interface LearnedAccount {
  readonly models: AccountModels;
  readonly quality: LearningQuality | null;
}

/** Posts with an outcome that a model needs at least. */
export const postsNeeded = 30;
export const ratePer = 10_000;

/** What is known of a post before it goes out. */
export function featuresOf(post: Pick<PastOutcome, 'at' | 'offsetMs' | 'text' | 'type' | 'reply'>): Features {
  return {
    ...textFeatures(post.text),
    ...timeFeatures(post.at, post.offsetMs),
    type: post.type,
    reply: post.reply ? 1 : 0,
  };
}

/** Learns from an account's posts, the oldest first. A matter of seconds for 100,000 of them: not for a thread that others wait for. */
export function learnAccount(posts: readonly PastOutcome[]): LearnedAccount {
  const known = posts.map((post) => ({ post, features: featuresOf(post) }));
  const examplesOf = (outcome: (post: PastOutcome) => number | null): Example[] =>
    known.flatMap(({ post, features }) => {
      const value = outcome(post);
      return value === null ? [] : [{ account: '', at: post.at, features, outcome: value }];
    });
  const interactions = examplesOf((post) => post.interactions);
  return {
    models: {
      interactions: learnedFrom(interactions),
      impressions: learnedFrom(examplesOf((post) => post.impressions)),
      rate: learnedFrom(
        examplesOf(({ impressions, interactions: own }) =>
          impressions === null || own === null || impressions === 0 ? null : (ratePer * own) / impressions,
        ),
      ),
    },
    quality: qualityOf(interactions),
  };
}

function learnedFrom(examples: readonly Example[]): Learned | null {
  if (examples.length < postsNeeded) return null;
  const keeper = new LevelKeeper(usualOf(usualByAccount(examples), ''));
  for (const { at, outcome } of examples) keeper.add(at ?? 0, outcome);
  const lastAt = examples.at(-1)?.at ?? 0;
  return { model: learn(examples), level: keeper.at(lastAt), lastAt };
}

/** What predictions would have been worth, judged on the last 30% of the posts by a model of the first 70%. */
function qualityOf(examples: readonly Example[]): LearningQuality | null {
  if (examples.length < postsNeeded) return null;
  const { model, median, running, judged } = evaluateEngagement(examples);
  const shown = ({ medianApe, rankCorrelation, coverage80 }: typeof model) => ({
    medianError: medianApe,
    rankCorrelation,
    inInterval: coverage80,
  });
  return {
    judged: model.rows,
    model: shown(model),
    median: shown(median),
    lastPosts: running === null ? null : shown(running),
    usual: Math.round(Math.expm1(usualByAccount(examples).get('')?.median ?? logOf(0))),
    parts: partsOf(judged),
  };
}

const mostParts = 10;
const postsInPart = 5;

/** Posts by what was expected of them, cut into parts of like size: whether what is expected more also comes more. */
function partsOf(judged: readonly Judged[]): LearningQuality['parts'] {
  const sorted = judged.toSorted((left, right) => left.expected - right.expected);
  const parts = Math.min(mostParts, Math.floor(sorted.length / postsInPart));
  return Array.from({ length: parts }, (_, index) => {
    const own = sorted.slice(
      Math.round((index * sorted.length) / parts),
      Math.round(((index + 1) * sorted.length) / parts),
    );
    return {
      posts: own.length,
      expected: medianOf(own.map(({ expected }) => expected)),
      outcome: medianOf(own.map(({ outcome }) => outcome)),
      inInterval: own.filter(({ low, high, outcome }) => outcome >= low - 1e-6 && outcome <= high + 1e-6)
        .length,
    };
  });
}
