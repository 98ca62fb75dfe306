import type { AccountId, DeliveryId, WorkspaceId } from '../../shared/models/ids.ts';
import { enqueue } from '../queue/store.ts';
import { resolveWallTime, timeZoneDataVersion } from '../time/wall-time.ts';
import { ledgerOf } from './posts-deps.ts';
import type { PostsDeps } from './posts-deps.ts';
import { keepWallTime } from './ledger/times.ts';
import { enqueuePublish } from './schedule.ts';
import { zoneRulesKind } from './zone-rules.ts';

interface Stale {
  readonly id: DeliveryId;
  readonly workspaceId: WorkspaceId;
  readonly accountId: AccountId;
  /** 1: its post is in the bin and waits for nothing. */
  readonly deleted: number;
  readonly local: string;
  readonly zone: string;
  readonly dueAt: number;
}

/** An instant that differs by less, in milliseconds, is the same wall-clock time: its text has no more than seconds. */
const precisionMs = 1_000;

/**
 * Resolves the times of waiting posts anew where they were resolved with another version of the time-zone data: zones
 * change their rules, and a post keeps its wall-clock time. One that the new rules put into the past follows its catch-up
 * rule; one that was due by the old rules and is not by the new ones waits on. Returns how many moved.
 */
export function resolveTimesAnew(deps: PostsDeps, current = timeZoneDataVersion()): number {
  const now = deps.ports.clock.now();
  const stale = deps.db
    .sql<Stale>(`SELECT d.id, d.workspace_id AS workspaceId, d.account_id AS accountId, d.due_local AS local, d.due_zone AS zone, d.due_at AS dueAt,
        p.deleted_at IS NOT NULL AS deleted FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE d.state = 'scheduled' AND d.time_zone_data <> :current ORDER BY d.due_at, d.id`)
    .all({ current });
  const moved = new Set<WorkspaceId>();
  let count = 0;
  for (const delivery of stale) {
    const when = resolveWallTime(delivery.local, delivery.zone);
    const passed = delivery.dueAt <= now && when.instant <= now;
    if (passed || Math.abs(when.instant - delivery.dueAt) < precisionMs) continue;
    deps.db.write(() => {
      if (keepWallTime(ledgerOf(deps), delivery, when) && delivery.deleted === 0)
        enqueuePublish(deps, delivery, when.instant);
    });
    moved.add(delivery.workspaceId);
    count += 1;
  }
  deps.db.write(() => {
    deps.db.sql(`UPDATE delivery SET time_zone_data = :current WHERE state = 'scheduled'`).run({ current });
    deps.db.sql(`UPDATE installation SET time_zone_data = :current`).run({ current });
    for (const workspaceId of moved)
      enqueue(
        deps.db,
        deps.newId,
        { workspaceId, queue: 'background', kind: zoneRulesKind, subjectId: workspaceId, runAt: now },
        now,
      );
  });
  return count;
}
