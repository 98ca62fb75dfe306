import type { BestTimes, TimingCell, TimingSlot } from '../../shared/contract/timing.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import { halfLife } from './model/learn.ts';
import type { LearnedWeek } from './model/learned-week.ts';
import type { TimedPost } from './model/post-value.ts';
import { nextInstants } from './model/slot.ts';
import type { TimingDeps } from './timing-deps.ts';

/** Measured posts from which a best time can be told. */
export const postsNeeded = 50;

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

/** Says in the contract's terms what was learned from an account's posts, but for when the slots come next. */
export function sayBestTimes(
  deps: TimingDeps,
  { accountId, zone, posts }: { accountId: AccountId; zone: string; posts: readonly TimedPost[] },
  { clear, advised, gain, chance, slots, tried }: LearnedWeek,
): BestTimes {
  const have = posts.length;
  const cells = slots.map((known, slot): TimingCell => ({
    ...known,
    slot,
    weekday: Math.floor(slot / 24) + 1,
    hour: slot % 24,
    certain: known.low > 0 || known.high < 0,
  }));
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
    chance,
    gain: clear ? gain : null,
    cells,
    slots: advised.flatMap((slot) => slotOf(slot, 'slot')),
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
