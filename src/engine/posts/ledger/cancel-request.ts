import type { DeliveryId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { Actor, Ledger } from './ledger.ts';
import { record } from './transitions.ts';
import type { DeliveryKey } from './transitions.ts';

/** A cancellation that is not asked for, or was, or is outlived by a new decision of the user. */
export const noCancel = { cancel_requested_at: null, cancel_requested_by: null } as const;

/** Whether the user asked to cancel the delivery of this part while one of its parts was on its way. */
export function isCancelRequested(
  ledger: Pick<Ledger, 'db'>,
  part: { readonly workspaceId: WorkspaceId; readonly deliveryId: DeliveryId },
): boolean {
  return (
    ledger.db
      .sql(
        `SELECT 1 FROM delivery WHERE workspace_id = :workspaceId AND id = :id AND cancel_requested_at IS NOT NULL`,
      )
      .get({ workspaceId: part.workspaceId, id: part.deliveryId }) !== undefined
  );
}

/** Notes a cancellation of a delivery that is at work; it takes effect when the part on its way is settled. */
export function noteCancel(ledger: Ledger, key: DeliveryKey, actor: Actor): void {
  ledger.db.write(() => {
    const { changes } = ledger.db
      .sql(`UPDATE delivery SET cancel_requested_at = :now, cancel_requested_by = :actor, version = version + 1
        WHERE workspace_id = :workspaceId AND id = :id AND state IN ('scheduled', 'publishing', 'with_network') AND cancel_requested_at IS NULL`)
      .run({ workspaceId: key.workspaceId, id: key.id, now: ledger.clock.now(), actor });
    if (changes === 1) record(ledger, key, { kind: 'cancel_requested', actor });
  });
}
