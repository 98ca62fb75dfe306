import type { Delivery } from '../../../shared/models/delivery.ts';
import type { DeliveryId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';
import { wallTimeAt } from '../../time/wall-time.ts';
import { viewDeliveries } from '../delivery-view.ts';
import { findDelivery } from '../ledger/delivery-row.ts';
import { ledgerOf } from '../posts-deps.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { createSpacing } from '../queue/spacing.ts';
import { scheduleDelivery } from '../schedule.ts';
import { zoneOf } from '../slots.ts';
import { leaveUnsettled } from './leave-unsettled.ts';

/** Why publishing is held, as settling needs it; epoch ms. */
export interface Hold {
  readonly writtenAt: number;
  readonly openedAt: number;
  /** The newest row of the history at that time. */
  readonly event: number;
  /** When every account was last read; null: not yet. */
  readonly lookedAt: number | null;
}

export function findHold(db: Database): Hold | undefined {
  return db
    .sql<Hold>(
      `SELECT hold_written_at AS writtenAt, hold_opened_at AS openedAt, hold_event AS event, hold_looked_at AS lookedAt FROM installation WHERE hold_reason IS NOT NULL`,
    )
    .get();
}

/** The user gave it this time since the file was opened, so it is settled by their word. */
export const decidedSince = `EXISTS (SELECT 1 FROM delivery_event e WHERE e.delivery_id = d.id AND e.id > :event
  AND e.to_state = 'scheduled' AND e.actor NOT IN ('publisher', 'recurrence', 'reconnected', 'time_zone_data', 'standing_rule'))`;

/**
 * What could go out by itself although another state of the file may have sent it, or given it to its network: on its way, or
 * its time for that has passed.
 */
export const unsettled = `(d.state = 'publishing' OR (d.state = 'scheduled' AND min(d.due_at, coalesce(d.hand_over_at, d.due_at)) <= :now AND NOT ${decidedSince}))`;

/** What waits for the user's word. */
const undecided = `(d.state = 'unknown' OR (d.state IN ('missed', 'failed') AND d.problem_code IN ('held_passed', 'held_unread', 'held_alike', 'held_handed')))`;

/** How the deliveries of a held file stand, in all workspaces. */
export function heldDeliveries(deps: PostsDeps, limit: number) {
  const hold = findHold(deps.db) ?? { event: 0 };
  const counts = deps.db
    .sql<{
      looking: number;
      found: number;
      undecided: number;
      ahead: number;
    }>(`SELECT coalesce(sum(${unsettled}), 0) AS looking, coalesce(sum(${undecided}), 0) AS undecided,
        coalesce(sum(d.state = 'scheduled' AND NOT ${unsettled}), 0) AS ahead,
        (SELECT count(DISTINCT f.delivery_id) FROM delivery_event f WHERE f.kind = 'found_after_restore' AND f.id > :event) AS found
      FROM delivery d JOIN post p ON p.id = d.post_id WHERE p.deleted_at IS NULL`)
    .get({ event: hold.event, now: deps.ports.clock.now() });
  const workspaces = deps.db
    .sql<{ id: WorkspaceId }>(`SELECT id FROM workspace ORDER BY created_at, id`)
    .all();
  const shown = workspaces.flatMap(({ id }): Delivery[] =>
    viewDeliveries(deps, id, `${undecided} ORDER BY d.due_at, d.id LIMIT :limit`, { limit }),
  );
  return {
    counts: counts ?? { looking: 0, found: 0, undecided: 0, ahead: 0 },
    undecided: shown
      .toSorted((left, right) => (left.when?.instant ?? 0) - (right.when?.instant ?? 0))
      .slice(0, limit),
  };
}

/**
 * Before the hold ends: what is not settled waits for the user's word one by one, and what they gave a time that has
 * passed meanwhile goes out from now on, spaced out. Belongs into the transaction that ends the hold.
 */
export function leaveToUser(deps: PostsDeps, actor: string): void {
  const hold = findHold(deps.db);
  if (hold === undefined) return;
  const now = deps.ports.clock.now();
  const of = (where: string) =>
    deps.db
      .sql<{ id: DeliveryId; workspaceId: WorkspaceId }>(
        `SELECT d.id, d.workspace_id AS workspaceId FROM delivery d JOIN post p ON p.id = d.post_id
         WHERE p.deleted_at IS NULL AND ${where} ORDER BY d.due_at, d.id`,
      )
      .all({ event: hold.event, now });
  for (const key of of(unsettled)) leaveUnsettled(ledgerOf(deps), key, 'held_unread');
  const decided = of(`d.state = 'scheduled' AND d.due_at <= :now AND ${decidedSince}`);
  for (const [workspaceId, keys] of Map.groupBy(decided, (key) => key.workspaceId)) {
    const next = createSpacing(deps, workspaceId);
    for (const { id } of keys) {
      const row = findDelivery(deps.db, workspaceId, id);
      if (row === undefined) continue;
      const when = wallTimeAt(next(row.accountId), zoneOf(deps, workspaceId));
      scheduleDelivery(deps, { workspaceId, actor }, row, when);
    }
  }
}
