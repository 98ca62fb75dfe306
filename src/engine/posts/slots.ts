import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { WallTime } from '../../shared/models/time.ts';
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

/**
 * The workspace's weekly slots that are still ahead and hold no post, soonest first. A slot keeps its wall-clock time
 * through changes of daylight saving; one that falls in a gap comes after it, and two that fall together count once. What
 * a series will post holds its slot before there is a post. Slots in quiet hours are left out, and where accounts are named
 * those at which one of them may not post by the rules of planning.
 */
export function freeSlots(
  deps: PostsDeps,
  workspaceId: WorkspaceId,
  count: number,
  accountIds: readonly AccountId[] = [],
): WallTime[] {
  const timeZone = zoneOf(deps, workspaceId);
  const { slots } = deps.settingsOf(workspaceId);
  if (slots.length === 0) return [];
  const now = deps.ports.clock.now();
  const taken = takenInstants(deps, workspaceId, now);
  const today = zonedAt(now, timeZone).toPlainDate();
  const found: WallTime[] = [];
  const allows = deps.timeRules(workspaceId, accountIds);
  let known = now;
  for (let ahead = 0; ahead < daysAhead && found.length < count; ahead += 1) {
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
      if (when.instant <= now || taken.has(when.instant) || found.length === count) continue;
      if (!allows(when.instant)) continue;
      taken.add(when.instant);
      found.push(when);
    }
  }
  return found;
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
