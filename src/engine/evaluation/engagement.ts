import { logOf, outcomeOf } from '../learning/model/example.ts';
import type { Example } from '../learning/model/example.ts';
import { expect, learn } from '../learning/model/learn.ts';
import type { Model } from '../learning/model/learn.ts';
import { LevelKeeper, usualByAccount, usualOf } from '../learning/model/levels.ts';
import { medianOf } from '../statistics/median.ts';
import { seededDraws, shuffled } from '../learning/model/seeded.ts';
import { pearson } from './correlation.ts';
import { EvaluationInputError } from './input-error.ts';

/** What was expected of a post that the model had not seen, and what it earned. */
export interface Judged {
  readonly account: string;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly outcome: number;
}

/** How far expectations were from outcomes. */
export interface EngagementFigures {
  readonly rows: number;
  /** Median of |expected - outcome| / outcome over posts that earned anything, as a fraction. */
  readonly medianApe: number;
  /** Spearman's, over all rows. */
  readonly rankCorrelation: number;
  /** Spearman's within each account, the mean weighted by rows: what is left once the account's size is known. */
  readonly rankWithinAccount: number;
  /** Share of outcomes within the 80% interval. */
  readonly coverage80: number;
}

/** How unseen posts were come by, and what came of them. */
export interface EngagementEvaluation {
  readonly protocol:
    | { readonly kind: 'later' }
    | { readonly kind: 'folds'; readonly folds: number; readonly repeats: number };
  readonly model: EngagementFigures;
  /** Each account's median of the posts that were learned from. */
  readonly median: EngagementFigures;
  /** The level of the account's last 50 posts before each (the mean of the logarithms); null where their order is not known. */
  readonly running: EngagementFigures | null;
  /** What the model expected of each unseen post and what came, in the order of the posts; empty where times are not known. */
  readonly judged: readonly Judged[];
}

/** First part of each account's posts, by time, that is learned from. */
const learned = 0.7;
const fewestPosts = 20;
const folds = 10;
const repeats = 3;
/** Rows from which five folds are cut once. */
const many = 5000;

/**
 * Judges predictions on posts that the model has not seen. With times: it learns on the first 70% of each account's posts
 * (accounts of at least 20) and is asked for each of the rest in its turn, when the outcomes of the posts before it are
 * known but nothing is learned anew. Without times: ten folds in three seeded orders (five folds once from 5,000 rows),
 * all outcomes of the other folds known.
 * @throws EvaluationInputError where there are too few posts.
 */
export function evaluateEngagement(examples: readonly Example[]): EngagementEvaluation {
  return examples.every(({ at }) => at !== null) ? judgeLater(examples) : judgeFolds(examples);
}

function judgeLater(examples: readonly Example[]): EngagementEvaluation {
  const past: Example[] = [];
  const rest = new Map<string, { before: readonly Example[]; after: readonly Example[] }>();
  for (const [account, own] of Map.groupBy(examples, ({ account }) => account)) {
    if (own.length < fewestPosts) continue;
    const sorted = own.toSorted((left, right) => (left.at ?? 0) - (right.at ?? 0));
    const cut = Math.floor(sorted.length * learned);
    past.push(...sorted.slice(0, cut));
    rest.set(account, { before: sorted.slice(0, cut), after: sorted.slice(cut) });
  }
  if (past.length === 0)
    throw new EvaluationInputError(`No account has ${fewestPosts} posts with times. Add more rows.`);
  const model = learn(past);
  const usual = usualByAccount(past);
  const judged = { model: [] as Judged[], median: [] as Judged[], running: [] as Judged[] };
  for (const [account, { before, after }] of rest) {
    const logs = before.map(({ outcome }) => logOf(outcome)).sort((left, right) => left - right);
    const keeper = new LevelKeeper(usualOf(usual, account));
    for (const { at, outcome } of before) keeper.add(at ?? 0, outcome);
    for (const example of after) {
      const level = keeper.at(example.at ?? 0);
      const spread = spreadOf(logs);
      judged.model.push(judgedOf(example, expect(model, account, example.features, level)));
      judged.median.push(judgedOf(example, { expected: usualOf(usual, account).median, ...spread }));
      judged.running.push(judgedOf(example, { expected: level.log, ...spread }));
      keeper.add(example.at ?? 0, example.outcome);
    }
  }
  return {
    protocol: { kind: 'later' },
    model: figuresOf(judged.model),
    median: figuresOf(judged.median),
    running: figuresOf(judged.running),
    judged: judged.model,
  };
}

function judgeFolds(examples: readonly Example[]): EngagementEvaluation {
  if (examples.length < fewestPosts) {
    throw new EvaluationInputError(
      `Rows with an outcome: ${examples.length}. It takes ${fewestPosts}. Add more.`,
    );
  }
  const [cuts, orders] = examples.length < many ? [folds, repeats] : [5, 1];
  const runs = Array.from({ length: orders }, (_, run) => foldsOf(examples, cuts, run));
  return {
    protocol: { kind: 'folds', folds: cuts, repeats: orders },
    model: meanFigures(runs.map(({ model }) => figuresOf(model))),
    median: meanFigures(runs.map(({ median }) => figuresOf(median))),
    running: null,
    judged: [],
  };
}

function foldsOf(
  examples: readonly Example[],
  cuts: number,
  run: number,
): { model: Judged[]; median: Judged[] } {
  const order = shuffled(examples.length, seededDraws(run + 1));
  const judged = { model: [] as Judged[], median: [] as Judged[] };
  for (let fold = 0; fold < cuts; fold += 1) {
    const of = (own: boolean): Example[] =>
      order.flatMap((at, index) => ((index % cuts === fold) === own ? (examples[at] ?? []) : []));
    const past = of(false);
    const model: Model = learn(past, run + 1);
    const usual = usualByAccount(past);
    const byAccount = Map.groupBy(past, ({ account }) => account);
    for (const example of of(true)) {
      const { account } = example;
      const logs = (byAccount.get(account) ?? past)
        .map(({ outcome }) => logOf(outcome))
        .sort((a, b) => a - b);
      judged.model.push(judgedOf(example, expect(model, account, example.features, null)));
      judged.median.push(judgedOf(example, { expected: usualOf(usual, account).median, ...spreadOf(logs) }));
    }
  }
  return judged;
}

function spreadOf(sortedLogs: readonly number[]): { low: number; high: number } {
  const at = (share: number): number => sortedLogs[Math.floor(share * (sortedLogs.length - 1))] ?? 0;
  return { low: at(0.1), high: at(0.9) };
}

function judgedOf(
  { account, outcome }: Example,
  logs: { readonly expected: number; readonly low: number; readonly high: number },
): Judged {
  return {
    account,
    outcome,
    expected: outcomeOf(logs.expected),
    low: outcomeOf(logs.low),
    high: outcomeOf(logs.high),
  };
}

function figuresOf(judged: readonly Judged[]): EngagementFigures {
  const earned = judged.filter(({ outcome }) => outcome > 0);
  const within = [...Map.groupBy(judged, ({ account }) => account).values()].filter(
    ({ length }) => length >= 10,
  );
  const counted = within.reduce((sum, { length }) => sum + length, 0);
  // The logarithm and back moves a whole number by some 1e-15 of itself.
  const holds = ({ low, high, outcome }: Judged): boolean => outcome >= low - 1e-6 && outcome <= high + 1e-6;
  return {
    rows: judged.length,
    medianApe: medianOf(earned.map(({ expected, outcome }) => Math.abs(expected - outcome) / outcome)),
    rankCorrelation: spearman(judged),
    rankWithinAccount:
      within.reduce((sum, own) => sum + spearman(own) * own.length, 0) / Math.max(1, counted),
    coverage80: judged.filter(holds).length / Math.max(1, judged.length),
  };
}

function meanFigures(runs: readonly EngagementFigures[]): EngagementFigures {
  const mean = (of: (figures: EngagementFigures) => number): number =>
    runs.reduce((sum, run) => sum + of(run), 0) / Math.max(1, runs.length);
  return {
    rows: runs[0]?.rows ?? 0,
    medianApe: mean(({ medianApe }) => medianApe),
    rankCorrelation: mean(({ rankCorrelation }) => rankCorrelation),
    rankWithinAccount: mean(({ rankWithinAccount }) => rankWithinAccount),
    coverage80: mean(({ coverage80 }) => coverage80),
  };
}

function spearman(judged: readonly Judged[]): number {
  return pearson(
    ranksOf(judged.map(({ expected }) => expected)),
    ranksOf(judged.map(({ outcome }) => outcome)),
  );
}

/** Ranks from 0; equal values share the mean of theirs. */
function ranksOf(values: readonly number[]): number[] {
  const order = values
    .map((value, index) => ({ value, index }))
    .sort((left, right) => left.value - right.value);
  const ranks = Array.from({ length: values.length }, () => 0);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && order[to]?.value === order[from]?.value) to += 1;
    for (let at = from; at < to; at += 1) ranks[order[at]?.index ?? 0] = (from + to - 1) / 2;
    from = to;
  }
  return ranks;
}
