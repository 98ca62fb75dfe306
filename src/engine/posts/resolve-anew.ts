import type { WorkspaceId } from '../../shared/models/ids.ts';
import { resolveWallTime, timeZoneDataVersion } from '../time/wall-time.ts';
import { ledgerOf } from './posts-deps.ts';
import type { PostsDeps } from './posts-deps.ts';
import { findDelivery } from './ledger/delivery-row.ts';
import { schedule } from './ledger/transitions.ts';
import { enqueuePublish } from './schedule.ts';

/**
 * Resolves the times of waiting posts anew where they were resolved with another version of the time-zone data: zones
 * change their rules, and a post keeps its wall-clock time. Returns how many moved.
 */
export function resolveTimesAnew(deps: PostsDeps): number {
  const current = timeZoneDataVersion();
  const stale = deps.db
    .sql<{
      id: string;
      workspaceId: WorkspaceId;
      local: string;
      zone: string;
      dueAt: number;
    }>(`SELECT id, workspace_id AS workspaceId, due_local AS local, due_zone AS zone, due_at AS dueAt
      FROM delivery WHERE state = 'scheduled' AND time_zone_data <> :current AND due_at > :now`)
    .all({ current, now: deps.ports.clock.now() });
  let moved = 0;
  for (const row of stale) {
    const when = resolveWallTime(row.local, row.zone);
    const delivery = findDelivery(deps.db, row.workspaceId, row.id);
    if (delivery === undefined || when.instant === row.dueAt) continue;
    deps.db.write(() => {
      if (schedule(ledgerOf(deps), delivery, when, 'time_zone_data'))
        enqueuePublish(deps, delivery, when.instant);
    });
    moved += 1;
  }
  deps.db.write(() => {
    deps.db.sql(`UPDATE delivery SET time_zone_data = :current WHERE state = 'scheduled'`).run({ current });
    deps.db.sql(`UPDATE installation SET time_zone_data = :current`).run({ current });
  });
  return moved;
}
