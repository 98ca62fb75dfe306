import { clearThreshold } from './evidence.ts';
import { learnTiming } from './learn.ts';
import type { TimedPost } from './post-value.ts';
import { asGain, expectedGain, recommendedSlots, slotsToTry } from './recommend.ts';
import type { ExpectedGain } from './recommend.ts';
import { slotsIn, slotsOfWeek } from './slot.ts';

/** Slots that are marked as worth a try. */
const toTry = 3;

/** What is expected of one slot. */
export interface LearnedSlot extends ExpectedGain {
  readonly posts: number;
  /** The gain with the effect of what kind of content is posted then taken away. */
  readonly sameContent: number;
}

/** What an account's posts tell of its week, in plain data. */
export interface LearnedWeek {
  /** There are best times; `advised` are they, best first. */
  readonly clear: boolean;
  readonly advised: readonly number[];
  /** What following all of `advised` brings. */
  readonly gain: ExpectedGain;
  /** How often posts whose time does not matter look like these, 0 to 1. */
  readonly chance: number;
  /** All 168. */
  readonly slots: readonly LearnedSlot[];
  /** Slots to try, none of them advised. */
  readonly tried: readonly number[];
}

/**
 * Learns the hours of a week, which takes tens of milliseconds: not for a thread that others wait for.
 * @throws `time_zone_unknown`
 */
export function learnWeek(posts: readonly TimedPost[], zone: string, fraction: () => number): LearnedWeek {
  const model = learnTiming(posts, slotsIn(zone));
  const errors = model.expected.errors();
  const sameContent = model.sameContent().means;
  const advised = recommendedSlots(model);
  const gain = expectedGain(model, advised);
  const clear = model.chance <= clearThreshold([model.chance]) && gain.low > 0;
  return {
    clear,
    advised: clear ? advised : [],
    gain,
    chance: model.chance,
    slots: Array.from({ length: slotsOfWeek }, (_, slot) => ({
      ...asGain(model.expected.means[slot] ?? 0, errors[slot] ?? 0),
      posts: model.samples[slot] ?? 0,
      sameContent: Math.expm1(sameContent[slot] ?? 0),
    })),
    tried: slotsToTry(model, fraction, { count: toTry, except: clear ? advised : [] }),
  };
}
