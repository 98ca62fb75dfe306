import { chanceOf, combinedChance } from './evidence.ts';
import { sumBySlot, weightsOf } from './observations.ts';
import type { Observations } from './observations.ts';
import { posteriorOf } from './posterior.ts';
import type { Posterior } from './posterior.ts';
import { postValues } from './post-value.ts';
import type { TimedPost } from './post-value.ts';
import { slotsOfWeek } from './slot.ts';
import { weekKernel } from './week-kernel.ts';

/** What an account's own posts tell of the hours of its week. */
export interface TimingModel {
  /**
   * What is expected of each slot beside the account's mean, half of what its kinds of content explain taken away:
   * a kind that is mostly posted at one hour leaves open which of the two its success belongs to.
   */
  readonly expected: Posterior;
  /** The same with all of it taken away: what the hour does at one and the same kind of content. */
  sameContent(): Posterior;
  /** Posts in each slot. */
  readonly samples: Uint32Array;
  readonly posts: number;
  /** How often posts whose time does not matter look like this, 0 to 1. */
  readonly chance: number;
}

/** The share of the posts after which a post counts half. */
export const halfLife = 0.2;

/** Best times that last are found by all posts, new ones by the last. */
const horizons = [null, 0.5, halfLife] as const;

/** How much of the effect of the kinds of content is taken away from what is expected of a slot. */
const kindShare = 0.5;

/**
 * Learns from an account's own posts.
 * @param posts in any order
 * @param slotOf the local hour of the week of an instant, see `slotsIn`
 */
export function learnTiming(posts: readonly TimedPost[], slotOf: (at: number) => number): TimingModel {
  const inOrder = posts.toSorted((one, other) => one.at - other.at);
  return learnFromValues(inOrder, postValues(inOrder), slotOf);
}

/** As `learnTiming`, of posts that are in order and valued already. */
export function learnFromValues(
  posts: readonly Pick<TimedPost, 'at' | 'type'>[],
  values: Float64Array,
  slotOf: (at: number) => number,
): TimingModel {
  const seen: Observations = {
    at: posts.map(({ at }) => at),
    slots: Uint8Array.from(posts, ({ at }) => slotOf(at)),
    types: posts.map(({ type }) => type),
    values,
  };
  const recent = weightsOf(seen, halfLife);
  const samples = new Uint32Array(slotsOfWeek);
  for (const slot of seen.slots) samples[slot] = (samples[slot] ?? 0) + 1;
  return {
    expected: posteriorOf(sumBySlot(seen, recent, kindShare), weekKernel),
    sameContent: () => posteriorOf(sumBySlot(seen, recent, 1), weekKernel),
    samples,
    posts: posts.length,
    chance: combinedChance(
      horizons.map((horizon) => chanceOf(sumBySlot(seen, weightsOf(seen, horizon), 0), weekKernel)),
    ),
  };
}
