import { clockSlackMs } from '../platforms/settling.ts';
import type { DeliveryRow } from './ledger/delivery-row.ts';
import type { PostsDeps } from './posts-deps.ts';
import { publishKind } from './publish/publish-kind.ts';
import { followUps } from './publish/notify.ts';
import { enqueuePublish } from './schedule.ts';

type Abandoned = Pick<DeliveryRow, 'id' | 'workspaceId' | 'accountId'> & { readonly dueAt: number };

/**
 * At the start of the app: gives every delivery that waits or is on its way a job, should it have lost its own, and lets one
 * whose part was sent while the clock was ahead be settled now. Nothing is sent that the ledger would not send. Returns
 * how many there were.
 */
export function driveAbandoned(deps: PostsDeps): number {
  const now = deps.ports.clock.now();
  const found = deps.db
    .sql<Abandoned>(`SELECT d.id, d.workspace_id AS workspaceId, d.account_id AS accountId,
        CASE d.state WHEN 'scheduled' THEN d.due_at ELSE min(d.due_at, :now) END AS dueAt
      FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE d.state IN ('scheduled', 'publishing') AND p.deleted_at IS NULL
        AND (NOT EXISTS (SELECT 1 FROM job j WHERE j.subject_id = d.id AND j.kind IN (:publish, :nextSlot) AND j.finished_at IS NULL)
          OR EXISTS (SELECT 1 FROM delivery_part x WHERE x.delivery_id = d.id AND x.state = 'sending' AND x.sending_at > :ahead))`)
    .all({ now, ahead: now + clockSlackMs, publish: publishKind, nextSlot: followUps.nextSlot });
  for (const delivery of found) deps.db.write(() => enqueuePublish(deps, delivery, delivery.dueAt));
  return found.length;
}

/** At the start of the app: has the networks asked for what they were to publish by themselves. */
export function askForHandedOver(deps: PostsDeps): void {
  const now = deps.ports.clock.now();
  const found = deps.db
    .sql<Pick<DeliveryRow, 'id' | 'workspaceId' | 'accountId'>>(
      `SELECT id, workspace_id AS workspaceId, account_id AS accountId FROM delivery WHERE state = 'with_network' ORDER BY due_at, id`,
    )
    .all();
  for (const delivery of found) deps.db.write(() => enqueuePublish(deps, delivery, now));
}
