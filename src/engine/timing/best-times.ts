import type { BestTimes, TimingCell, TimingSlot } from '../../shared/contract/timing.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import { clearThreshold } from './model/evidence.ts';
import { halfLife, learnTiming } from './model/learn.ts';
import type { TimedPost } from './model/post-value.ts';
import { asGain, expectedGain, recommendedSlots, slotsToTry } from './model/recommend.ts';
import { nextInstants, slotsIn, slotsOfWeek } from './model/slot.ts';
import type { TimingDeps } from './timing-deps.ts';

/** Measured posts from which a best time can be told. */
export const postsNeeded = 50;

/** Slots that are marked as worth a try. */
const toTry = 3;

/** What the heat map shows before anything can be said. */
export function tooFew(deps: TimingDeps, accountId: AccountId, zone: string, have: number): BestTimes {
  return {
    accountId,
    zone,
    status: 'not_enough_data',
    have,
    need: postsNeeded,
    text: deps.words('timing.not_enough_data', { have, need: postsNeeded }),
    chance: null,
    gain: null,
    cells: [],
    slots: [],
    explore: [],
    learnedFrom: { from: null, to: null, posts: 0 },
    prior: { source: null, text: deps.words('timing.no_prior') },
    reasons: [],
  };
}

/** Learns from an account's posts and says it in the contract's terms, but for when the slots come next. */
export function learnBestTimes(
  deps: TimingDeps,
  accountId: AccountId,
  zone: string,
  posts: readonly TimedPost[],
): BestTimes {
  const have = posts.length;
  if (have < postsNeeded) return tooFew(deps, accountId, zone, have);
  const model = learnTiming(posts, slotsIn(zone));
  const errors = model.expected.errors();
  const sameContent = model.sameContent().means;
  const cells = Array.from({ length: slotsOfWeek }, (_, slot): TimingCell => {
    const expected = asGain(model.expected.means[slot] ?? 0, errors[slot] ?? 0);
    return {
      ...expected,
      slot,
      weekday: Math.floor(slot / 24) + 1,
      hour: slot % 24,
      posts: model.samples[slot] ?? 0,
      sameContent: Math.expm1(sameContent[slot] ?? 0),
      certain: expected.low > 0 || expected.high < 0,
    };
  });
  const advised = recommendedSlots(model);
  const gain = expectedGain(model, advised);
  const clear = model.chance <= clearThreshold([model.chance]) && gain.low > 0;
  const except = clear ? advised : [];
  const tried = slotsToTry(model, () => deps.ports.random.fraction(), { count: toTry, except });
  const slotOf = (slot: number, key: 'slot' | 'try_slot'): TimingSlot[] => {
    const cell = cells[slot];
    if (cell === undefined) return [];
    const why = deps.words(`timing.${key}`, { posts: cell.posts, ...inPercent(cell) });
    return [{ ...cell, next: 0, note: 'none', why }];
  };
  return {
    ...tooFew(deps, accountId, zone, have),
    status: clear ? 'clear' : 'no_clear_best_time',
    text: deps.words(clear ? 'timing.clear' : 'timing.no_clear_best_time', { have, ...inPercent(gain) }),
    chance: model.chance,
    gain: clear ? gain : null,
    cells,
    slots: clear ? advised.flatMap((slot) => slotOf(slot, 'slot')) : [],
    explore: tried.flatMap((slot) => slotOf(slot, 'try_slot')),
    learnedFrom: { from: posts[0]?.at ?? null, to: posts.at(-1)?.at ?? null, posts: have },
    reasons: ['value', 'content', 'recent', 'bursts', 'neighbours'].map((name) =>
      deps.words(`timing.reasons.${name}`, { half: Math.round(halfLife * have) }),
    ),
  };
}

/** The same answer with the next times that its slots come after an instant. */
export function withNextTimes(best: BestTimes, now: number): BestTimes {
  const timed = (slot: TimingSlot): TimingSlot => {
    const [next] = nextInstants(slot.slot, best.zone, now, 1);
    return next === undefined ? slot : { ...slot, next: next.instant, note: next.note };
  };
  return { ...best, slots: best.slots.map(timed), explore: best.explore.map(timed) };
}

/** A gain in whole percent, for sentences. */
export function inPercent(of: { gain: number; low: number; high: number }): {
  gain: number;
  low: number;
  high: number;
} {
  const percent = (value: number): number => Math.round(value * 100);
  return { gain: percent(of.gain), low: percent(of.low), high: percent(of.high) };
}
