import { mostUsedHour, mostUsedSlots, threeBestHours } from './habits.ts';
import type { JudgedPosts } from './habits.ts';
import { learnFromValues } from './learn.ts';
import { postValues } from './post-value.ts';
import type { TimedPost } from './post-value.ts';
import { recommendedSlots } from './recommend.ts';

/** The least posts of an account that can be judged. */
export const backtestPosts = 200;

/** So many of ten posts, the oldest, are learned from. */
const learned = 7;

/** Fewer held-back posts than this in the recommended slots say nothing. */
const fewestHeld = 10;

/** What slots did among the posts that were held back: log value over the mean of all of them. */
export interface HeldBack {
  /** Null where fewer than ten posts fell into them. */
  readonly effect: number | null;
  /** The standard error of the effect. */
  readonly error: number;
  readonly posts: number;
}

/** One account's advice, learned from the first 70% of its posts and judged on the others. */
export interface Backtest {
  readonly advice: HeldBack;
  readonly threeBestHours: HeldBack;
  readonly habit: HeldBack;
  readonly fixedHour: HeldBack;
  /** How often posts whose time does not matter look like those that were learned from. */
  readonly chance: number;
  readonly slots: readonly number[];
  readonly heldBack: number;
}

/**
 * Holds back the last 30% of an account's posts, learns from the others, and looks how the advice did.
 * @param values what each post got, by `postValues`; given only where values are shuffled to look for false alarms
 */
export function backtest(
  posts: readonly TimedPost[],
  slotOf: (at: number) => number,
  values: Float64Array = postValues(posts),
): Backtest {
  const cut = Math.floor((posts.length * learned) / 10);
  const slots = Uint8Array.from(posts, ({ at }) => slotOf(at));
  const known: JudgedPosts = { slots: slots.subarray(0, cut), values: values.subarray(0, cut) };
  const held: JudgedPosts = { slots: slots.subarray(cut), values: values.subarray(cut) };
  const model = learnFromValues(posts.slice(0, cut), known.values, slotOf);
  const advised = recommendedSlots(model);
  const within = advised.reduce((sum, slot) => sum + (model.samples[slot] ?? 0), 0);
  return {
    advice: judge(held, advised),
    threeBestHours: judge(held, threeBestHours(known)),
    habit: judge(held, mostUsedSlots(known, within)),
    fixedHour: judge(held, mostUsedHour(known)),
    chance: model.chance,
    slots: advised,
    heldBack: held.slots.length,
  };
}

function judge({ slots, values }: JudgedPosts, chosen: readonly number[]): HeldBack {
  const inside = new Set(chosen);
  const within = Array.from(values).filter((_, index) => inside.has(slots[index] ?? -1));
  if (within.length < fewestHeld) return { effect: null, error: 0, posts: within.length };
  const mean = meanOf(within);
  const variance = meanOf(within.map((value) => (value - mean) ** 2));
  // The posts inside are part of all, so that of their error only the share outside remains.
  const outside = 1 - within.length / values.length;
  return {
    effect: mean - meanOf(Array.from(values)),
    error: Math.sqrt((variance / within.length) * outside),
    posts: within.length,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
