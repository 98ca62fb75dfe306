import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { ChosenTimes, TimedPost, TimeRules } from '../feature.ts';
import { resolveWallTime, wallTimeAt } from '../time/wall-time.ts';
import type { PostsDeps } from './posts-deps.ts';
import { createNextSlot } from './slots.ts';

/** How far after a slot the further accounts of a post may come, and in which steps, in milliseconds. */
const followMs = 12 * 60 * 60_000;
const stepMs = 5 * 60_000;

/**
 * Hands out slots to posts one after the other, each with all its accounts: the first gets the slot, the others follow it
 * as the planning rules want. Null where no slot is left. `taken`: instants that are no slots.
 */
export function createSlotTimes(
  deps: PostsDeps,
  workspaceId: WorkspaceId,
  rules: TimeRules,
  taken?: ReadonlySet<number>,
): (posts: readonly TimedPost[]) => ChosenTimes | null {
  const next = createNextSlot(deps, workspaceId, rules, taken);
  return (posts) => {
    // In one order whoever asks, so that what is told before is what happens.
    const [first, ...further] = posts.toSorted((one, other) => (one.accountId < other.accountId ? -1 : 1));
    const when = next(first === undefined ? [] : [first, ...further]);
    if (when === null) return null;
    const at = new Map(first === undefined ? [] : [[first.accountId, when]]);
    for (const post of further) at.set(post.accountId, following(rules, post, when));
    return { when, at };
  };
}

/** The first time from a slot on that the rules allow; the slot itself where there is none. */
function following(rules: TimeRules, post: TimedPost, slot: WallTime): WallTime {
  for (let instant = slot.instant; instant <= slot.instant + followMs; instant += stepMs) {
    const when = instant === slot.instant ? slot : wallTimeAt(instant, slot.timeZone);
    // Not in the second pass of an hour that comes twice: its wall clock names the first.
    if (!rules.allow(post, instant) || resolveWallTime(when.local, slot.timeZone).instant !== instant)
      continue;
    rules.take(post, instant);
    return when;
  }
  return slot;
}
