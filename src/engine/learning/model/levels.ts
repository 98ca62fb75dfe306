import { logOf } from './example.ts';
import type { Example, Features } from './example.ts';
import { medianOf, medianOfSorted, placeIn } from '../../statistics/median.ts';

/** Predecessors whose mean is an account's level; a median jumps where posts are of two kinds. */
const span = 50;
/** Shorter spans; how far their means are from the level says where an account is heading. */
const shorter = [3, 8, 20] as const;
const driftNames = shorter.map((size) => `account.recent${size}`);
/** Predecessors that the account's own level needs before anything else counts in it. */
const firm = 10;
/** No account is taken to be more regular than this. */
const least = 0.05;

/** What an account's posts earned of late, before the post in question. */
export interface Level {
  /** Mean of log(1 + outcome) of up to 50 predecessors. */
  readonly log: number;
  /** Median distance of those predecessors from the level that each of them met. */
  readonly scatter: number;
  /** Drift of the shorter spans, and the time since the post before. */
  readonly features: Features;
}

/** The newest values of an account, their mean and median at any time. */
class Window {
  private readonly order: number[] = [];
  private readonly sorted: number[] = [];
  private readonly size: number;
  private sum = 0;
  constructor(size: number) {
    this.size = size;
  }

  add(value: number): void {
    this.order.push(value);
    this.sum += value;
    this.sorted.splice(placeIn(this.sorted, value), 0, value);
    if (this.order.length <= this.size) return;
    const oldest = this.order.shift();
    if (oldest === undefined) return;
    this.sum -= oldest;
    this.sorted.splice(placeIn(this.sorted, oldest), 1);
  }

  get count(): number {
    return this.order.length;
  }

  get mean(): number {
    return this.order.length === 0 ? 0 : this.sum / this.order.length;
  }

  get median(): number {
    return medianOfSorted(this.sorted);
  }
}

/** Where an account's posts usually are, in logarithms: their median, and their median distance from it. */
export interface Usual {
  readonly median: number;
  readonly scatter: number;
}

/** Follows an account's posts in the order of their times. */
export class LevelKeeper {
  private readonly start: Usual;
  private readonly scatter = new Window(span);
  private readonly long = new Window(span);
  private readonly short = shorter.map((size) => new Window(size));
  private before: number | null = null;

  /** `start` stands in for predecessors that there are not. */
  constructor(start: Usual) {
    this.start = start;
  }

  /** The level before a post of this time. */
  at(instant: number): Level {
    const { own, log } = this.now();
    const features: Record<string, number | null> = {};
    for (const [index, window] of this.short.entries()) {
      features[driftNames[index] ?? ''] = window.count === 0 ? 0 : window.mean - log;
    }
    const hours = this.before === null ? null : Math.max(0, instant - this.before) / 3_600_000;
    features['account.gap'] = hours === null ? null : Math.log1p(hours);
    return {
      log,
      scatter: Math.max(least, own * this.scatter.median + (1 - own) * this.start.scatter),
      features,
    };
  }

  add(instant: number, outcome: number): void {
    this.scatter.add(Math.abs(logOf(outcome) - this.now().log));
    this.long.add(logOf(outcome));
    for (const window of this.short) window.add(logOf(outcome));
    this.before = instant;
  }

  private now(): { own: number; log: number } {
    const own = Math.min(1, this.long.count / firm);
    return { own, log: own * this.long.mean + (1 - own) * this.start.median };
  }
}

/** What is usual of an account, or of all where it is not known. */
export function usualOf(usual: ReadonlyMap<string, Usual>, account: string): Usual {
  return usual.get(account) ?? usual.get('') ?? { median: 0, scatter: 1 };
}

/** The level of an account whose posts have no order. */
export function standingLevel({ median, scatter }: Usual): Level {
  return { log: median, scatter: Math.max(least, scatter), features: {} };
}

/** The level that each example met, in their order. Examples with times must ascend. */
export function levelsOf(examples: readonly Example[], usual: ReadonlyMap<string, Usual>): Level[] {
  const keepers = new Map<string, LevelKeeper>();
  return examples.map(({ account, at, outcome }) => {
    const start = usualOf(usual, account);
    if (at === null) return standingLevel(start);
    const keeper = keepers.get(account) ?? new LevelKeeper(start);
    keepers.set(account, keeper);
    const level = keeper.at(at);
    keeper.add(at, outcome);
    return level;
  });
}

/** What is usual of each account; under the empty name, of all. Accounts with few posts lean on all. */
export function usualByAccount(examples: readonly Example[]): Map<string, Usual> {
  const logs = new Map<string, number[]>([['', []]]);
  for (const { account, outcome } of examples) {
    const own = logs.get(account) ?? [];
    logs.set(account, own);
    own.push(logOf(outcome));
    if (account !== '') logs.get('')?.push(logOf(outcome));
  }
  const medians = new Map([...logs].map(([account, values]) => [account, medianOf(values)]));
  const distances = (account: string, values: readonly number[]): number[] =>
    values.map((value) => Math.abs(value - (medians.get(account) ?? 0)));
  const all = medianOf(
    [...logs].flatMap(([account, values]) =>
      account === '' && logs.size > 1 ? [] : distances(account, values),
    ),
  );
  return new Map(
    [...logs].map(([account, values]) => {
      const share = values.length / (values.length + 2 * firm);
      const own = medianOf(distances(account, values));
      return [account, { median: medians.get(account) ?? 0, scatter: share * own + (1 - share) * all }];
    }),
  );
}
