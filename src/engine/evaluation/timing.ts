import { backtest, backtestPosts } from '../timing/model/backtest.ts';
import type { Backtest, HeldBack } from '../timing/model/backtest.ts';
import { clearThreshold } from '../timing/model/evidence.ts';
import { postValues } from '../timing/model/post-value.ts';
import type { TimedPost } from '../timing/model/post-value.ts';
import { slotsIn } from '../timing/model/slot.ts';
import { bootstrapInterval, meanOf, seededFractions } from './random-runs.ts';

/** What posting at chosen times brought on held-back posts, as a fraction: 0.15 is 15% more. */
export interface TimingGain {
  readonly gain: number;
  /** 95%, by bootstrap over accounts. */
  readonly low: number;
  readonly high: number;
}

/** The advice beside plain ones, all on the same held-back posts. */
export interface TimingFigures extends TimingGain {
  readonly accounts: number;
  /** Accounts that were told no time, because none is clear or too few held-back posts fell into the slots. */
  readonly withoutAdvice: number;
  /** Of those, the ones whose own posts show no clear best time. */
  readonly noClearBestTime: number;
  /** The three hours of the day with the best mean. */
  readonly threeBestHours: TimingGain;
  /** The slots that the account uses most. */
  readonly habit: TimingGain;
  /** The hour of the day at which the account posts most. */
  readonly fixedHour: TimingGain;
  /** The advice over the three best hours, account by account. */
  readonly difference: TimingGain;
}

/**
 * Judges the advice by the protocol of the project: for each account with at least 200 posts, learned from the first 70%
 * and judged on the last 30%; 0 where nothing is recommended, or fewer than ten held-back posts fall into the slots.
 * @param accounts each oldest first
 * @param shuffle shuffles each account's values among its posts, so that time matters for none
 */
export function timingFigures(
  accounts: readonly (readonly TimedPost[])[],
  { shuffle = false, seed = 1 }: { readonly shuffle?: boolean; readonly seed?: number } = {},
): TimingFigures {
  const fraction = seededFractions(seed);
  const results = accounts
    .filter((posts) => posts.length >= backtestPosts)
    .map((posts) => {
      const values = postValues(posts);
      return backtest(posts, slotsIn('UTC'), shuffle ? shuffled(values, fraction) : values);
    });
  const threshold = clearThreshold(results.map(({ chance }) => chance));
  const told = results.map((result) => (result.chance <= threshold ? effectOf(result.advice) : 0));
  const of = (pick: (result: Backtest) => HeldBack): number[] =>
    results.map((result) => effectOf(pick(result)));
  const plain = of((result) => result.threeBestHours);
  return {
    ...gainOf(told),
    accounts: results.length,
    withoutAdvice: results.filter(({ chance, advice }) => chance > threshold || advice.effect === null)
      .length,
    noClearBestTime: results.filter(({ chance }) => chance > threshold).length,
    threeBestHours: gainOf(plain),
    habit: gainOf(of((result) => result.habit)),
    fixedHour: gainOf(of((result) => result.fixedHour)),
    difference: gainOf(told.map((effect, index) => effect - (plain[index] ?? 0))),
  };
}

function effectOf({ effect }: HeldBack): number {
  return effect ?? 0;
}

function gainOf(effects: readonly number[]): TimingGain {
  const { low, high } = bootstrapInterval(effects);
  return { gain: Math.expm1(meanOf(effects)), low: Math.expm1(low), high: Math.expm1(high) };
}

function shuffled(values: Float64Array, fraction: () => number): Float64Array {
  const mixed = Float64Array.from(values);
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(fraction() * (last + 1));
    const kept = mixed[last] ?? 0;
    mixed[last] = mixed[other] ?? 0;
    mixed[other] = kept;
  }
  return mixed;
}
