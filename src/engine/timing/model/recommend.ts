import type { TimingModel } from './learn.ts';
import { slotsOfWeek } from './slot.ts';

/** How many of the account's posts the recommended slots hold: enough to be judged by, few enough to be the best. */
const held = { most: 100, least: 30, share: 0.3 } as const;

/** An 80% interval reaches so many standard errors either side. */
export const intervalErrors = 1.2816;

/** What following the advice is expected to bring, as a fraction: 0.15 is 15% more. */
export interface ExpectedGain {
  readonly gain: number;
  /** The 80% interval. */
  readonly low: number;
  readonly high: number;
}

/**
 * The best slots by what is expected of them, best first, out of those the account has posted in; as many as hold 100 of
 * its posts (30% of them, at least 30, where it has few).
 */
export function recommendedSlots({ expected, samples, posts }: TimingModel): number[] {
  const enough = Math.min(held.most, Math.max(held.least, held.share * posts));
  const slots: number[] = [];
  let count = 0;
  for (const slot of inOrder(expected.means)) {
    if (count >= enough) break;
    const here = samples[slot] ?? 0;
    if (here === 0) continue;
    slots.push(slot);
    count += here;
  }
  return slots;
}

/** What posting in these slots brings over posting when the account does; in proportion to its posts there. */
export function expectedGain(
  { expected, samples, posts }: TimingModel,
  slots: readonly number[],
): ExpectedGain {
  const chosen = new Set(slots);
  const within = slots.reduce((sum, slot) => sum + (samples[slot] ?? 0), 0);
  if (within === 0 || posts === 0) return { gain: 0, low: 0, high: 0 };
  const { mean, error } = expected.contrast(
    Float64Array.from(samples, (count, slot) => (chosen.has(slot) ? count / within : 0) - count / posts),
  );
  return asGain(mean, error);
}

/** A logarithm and its standard error as a fraction with its 80% interval. */
export function asGain(mean: number, error: number): ExpectedGain {
  return {
    gain: Math.expm1(mean),
    low: Math.expm1(mean - intervalErrors * error),
    high: Math.expm1(mean + intervalErrors * error),
  };
}

/** Slots with at most this many posts are worth a try. */
const hardlyTried = 3;

/** What may bring a tenth more, by its 80% interval, is worth a try. */
const worthwhile = Math.log(1.1);

/** Nobody is sent out of bed to try something: hours before and after these are tried only where the account posts then. */
const waking = { from: 7, until: 23 } as const;

/**
 * Slots to try, because little is known of them and they may bring clearly more: drawn by what is believed of each (Thompson's
 * rule), one for each weekday at most.
 */
export function slotsToTry(
  { expected, samples }: TimingModel,
  fraction: () => number,
  { count, except }: { readonly count: number; readonly except: readonly number[] },
): number[] {
  const errors = expected.errors();
  const draws = expected.means.map((mean, slot) => mean + (errors[slot] ?? 0) * normal(fraction));
  const postsAt = (hour: number): number =>
    Array.from({ length: 7 }, (_, day) => samples[day * 24 + hour] ?? 0).reduce((sum, one) => sum + one, 0);
  const worth = (slot: number): boolean => {
    const hour = slot % 24;
    const awake = hour >= waking.from && hour < waking.until;
    const mayBeGood = (expected.means[slot] ?? 0) + intervalErrors * (errors[slot] ?? 0) > worthwhile;
    const isNew = (samples[slot] ?? 0) <= hardlyTried && !except.includes(slot);
    return isNew && mayBeGood && (awake || postsAt(hour) > 0);
  };
  const chosen: number[] = [];
  for (const slot of inOrder(draws)) {
    if (chosen.length === count) break;
    const sameDay = chosen.some((other) => Math.floor(other / 24) === Math.floor(slot / 24));
    if (worth(slot) && !sameDay) chosen.push(slot);
  }
  return chosen;
}

function inOrder(scores: Float64Array): number[] {
  return Array.from({ length: slotsOfWeek }, (_, slot) => slot).toSorted(
    (one, other) => (scores[other] ?? 0) - (scores[one] ?? 0),
  );
}

/** A normal deviate of two uniform ones (Box and Muller 1958). */
function normal(fraction: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction());
}
