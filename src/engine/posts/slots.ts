import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { TimedPost, TimeRules } from '../feature.ts';
import { resolveWallTime, zonedAt } from '../time/wall-time.ts';
import type { PostsDeps } from './posts-deps.ts';

const daysAhead = 120;
/** How much of what series will post is reckoned at once, in milliseconds. */
const plannedStretchMs = 14 * 24 * 60 * 60_000;

/** The zone that a workspace's slots and choices are in. */
export function zoneOf(deps: PostsDeps, workspaceId: WorkspaceId): string {
  const row = deps.db
    .sql<{ timeZone: string }>(`SELECT time_zone AS timeZone FROM workspace WHERE id = :workspaceId`)
    .get({ workspaceId });
  return row?.timeZone ?? 'UTC';
}

/** Free slots that no rule of planning keeps these posts from, soonest first; without any, those outside of the quiet hours. */
export function freeSlots(
  deps: PostsDeps,
  workspaceId: WorkspaceId,
  count: number,
  posts: readonly TimedPost[],
): WallTime[] {
  const rules = deps.timeRules(workspaceId, posts);
  const found: WallTime[] = [];
  for (const slot of slotsAhead(deps, workspaceId)) {
    if (found.length === count) break;
    if (allowed(rules, posts, slot)) found.push(slot);
  }
  return found;
}

/** The first slot that is still free and that the rules allow all of these posts; the first post has it then. Null where there is none. */
export type NextSlot = (posts: readonly TimedPost[]) => WallTime | null;

/** Hands out slots one after the other, each once. `taken`: instants that are none. */
export function createNextSlot(
  deps: PostsDeps,
  workspaceId: WorkspaceId,
  rules: TimeRules,
  taken: ReadonlySet<number> = new Set(),
): NextSlot {
  const ahead = slotsAhead(deps, workspaceId);
  const open: WallTime[] = [];
  return (posts) => {
    const give = (slot: WallTime): WallTime => {
      const [first] = posts;
      if (first !== undefined) rules.take(first, slot.instant);
      return slot;
    };
    const at = open.findIndex((slot) => allowed(rules, posts, slot));
    const [known] = at === -1 ? [] : open.splice(at, 1);
    if (known !== undefined) return give(known);
    for (let next = ahead.next(); next.done !== true; next = ahead.next()) {
      const slot = next.value;
      if (taken.has(slot.instant)) continue;
      if (allowed(rules, posts, slot)) return give(slot);
      open.push(slot);
    }
    return null;
  };
}

function allowed(rules: TimeRules, posts: readonly TimedPost[], { instant }: WallTime): boolean {
  return posts.length === 0 ? rules.allow(null, instant) : posts.every((post) => rules.allow(post, instant));
}

/**
 * The workspace's weekly slots that are still ahead and hold no post, soonest first. A slot keeps its wall-clock time
 * through changes of daylight saving; one that falls in a gap comes after it, and two that fall together count once. What
 * a series will post holds its slot before there is a post.
 */
function* slotsAhead(deps: PostsDeps, workspaceId: WorkspaceId): Generator<WallTime, undefined> {
  const timeZone = zoneOf(deps, workspaceId);
  const { slots } = deps.settingsOf(workspaceId);
  if (slots.length === 0) return;
  const now = deps.ports.clock.now();
  const taken = takenInstants(deps, workspaceId, now);
  const today = zonedAt(now, timeZone).toPlainDate();
  let known = now;
  for (let ahead = 0; ahead < daysAhead; ahead += 1) {
    const day = today.add({ days: ahead });
    const dayEnd = day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
    if (dayEnd > known) {
      const until = dayEnd + plannedStretchMs;
      for (const instant of deps.plannedInstants(workspaceId, known, until)) taken.add(instant);
      known = until;
    }
    const minutes = slots.filter((slot) => slot.weekday === day.dayOfWeek).map((slot) => slot.minute);
    for (const minute of minutes.toSorted((left, right) => left - right)) {
      const when = resolveWallTime(`${day.toString()}T${clockText(minute)}`, timeZone);
      if (when.instant <= now || taken.has(when.instant)) continue;
      taken.add(when.instant);
      yield when;
    }
  }
}

function takenInstants(deps: PostsDeps, workspaceId: WorkspaceId, now: number): Set<number> {
  const rows = deps.db
    .sql<{ at: number }>(
      `SELECT d.due_at AS at FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE d.workspace_id = :workspaceId AND d.state IN ('scheduled', 'publishing', 'with_network') AND d.due_at > :now AND p.deleted_at IS NULL`,
    )
    .all({ workspaceId, now });
  return new Set(rows.map((row) => row.at));
}

function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
