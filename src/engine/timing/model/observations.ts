import { slotsOfWeek } from './slot.ts';

/** Posts as the model sees them, oldest first; the lists are equally long. */
export interface Observations {
  readonly at: readonly number[];
  readonly slots: Uint8Array;
  readonly types: readonly string[];
  readonly values: Float64Array;
}

/** What posts say of each slot. */
export interface SlotSums {
  /** Weight of the posts of each slot. */
  readonly weights: Float64Array;
  /** The sum of their squared weights. */
  readonly squares: Float64Array;
  /** Weighted sum of their values, after the mean of all was taken away. */
  readonly sums: Float64Array;
  /** The variance of single posts. */
  readonly variance: number;
}

/** The first posts have too few before them for a fair value. */
const warmUp = 10;

/** How alike posts of one and the same hour are; ten of a burst say little more than three. */
const alikeInBurst = 0.2;

/** As many posts of a kind must be there until half of its effect is believed. */
const kindPrior = 10;

const hourMs = 3_600_000;

/**
 * The weight of each post: newer ones count more, and those of a burst share theirs.
 * @param halfLife the share of the posts after which a post counts half; null: all count the same
 */
export function weightsOf({ at }: Observations, halfLife: number | null): Float64Array {
  const count = at.length;
  const inHour = new Map<number, number>();
  const hourOf = (time: number) => Math.floor(time / hourMs);
  for (const time of at) inHour.set(hourOf(time), (inHour.get(hourOf(time)) ?? 0) + 1);
  return Float64Array.from(at, (time, index) => {
    if (index < warmUp) return 0;
    const burst = 1 / (1 + alikeInBurst * ((inHour.get(hourOf(time)) ?? 1) - 1));
    return halfLife === null ? burst : burst * 0.5 ** ((count - 1 - index) / (halfLife * count));
  });
}

/**
 * Sums what the posts say of each slot.
 * @param kindShare how much of what a kind of content gets is taken away: 0 to 1
 */
export function sumBySlot(posts: Observations, weights: Float64Array, kindShare: number): SlotSums {
  const mean = weightedMean(posts.values, weights);
  const effects = kindEffects(posts, weights, mean);
  const result = {
    weights: new Float64Array(slotsOfWeek),
    squares: new Float64Array(slotsOfWeek),
    sums: new Float64Array(slotsOfWeek),
  };
  let [total, squared] = [0, 0];
  const left = posts.values.map(
    (value, index) => value - mean - kindShare * (effects.get(posts.types[index] ?? '') ?? 0),
  );
  const rest = weightedMean(left, weights);
  for (const [index, value] of left.entries()) {
    const slot = posts.slots[index] ?? 0;
    const weight = weights[index] ?? 0;
    add(result.weights, slot, weight);
    add(result.squares, slot, weight * weight);
    add(result.sums, slot, weight * (value - rest));
    total += weight;
    squared += weight * (value - rest) ** 2;
  }
  return { ...result, variance: total === 0 ? 0 : squared / total };
}

/** What each kind of content gets more than the rest, shrunk where there are few posts of it. */
function kindEffects(posts: Observations, weights: Float64Array, mean: number): Map<string, number> {
  const kinds = new Map<string, { weight: number; sum: number }>();
  for (const [index, type] of posts.types.entries()) {
    const kind = kinds.get(type) ?? { weight: 0, sum: 0 };
    const weight = weights[index] ?? 0;
    kinds.set(type, {
      weight: kind.weight + weight,
      sum: kind.sum + weight * ((posts.values[index] ?? 0) - mean),
    });
  }
  return new Map([...kinds].map(([type, { weight, sum }]) => [type, sum / (weight + kindPrior)]));
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let [sum, total] = [0, 0];
  for (const [index, value] of values.entries()) {
    sum += value * (weights[index] ?? 0);
    total += weights[index] ?? 0;
  }
  return total === 0 ? 0 : sum / total;
}

function add(list: Float64Array, index: number, amount: number): void {
  list[index] = (list[index] ?? 0) + amount;
}
