import { OcmaError } from '../../../shared/errors.ts';
import type { PublishMode } from '../../../shared/models/delivery.ts';
import type { Caller } from '../../feature.ts';
import { findDelivery } from '../ledger/delivery-row.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import { record } from '../ledger/transitions.ts';
import { ledgerOf } from '../posts-deps.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { enqueuePublish } from '../schedule.ts';

/** Chooses who publishes one post; null: as its account has it. @throws `wrong_state` once it has begun */
export function setMode(deps: PostsDeps, caller: Caller, row: DeliveryRow, mode: PublishMode | null): void {
  deps.db.write(() => {
    const { changes } = deps.db
      .sql(`UPDATE delivery SET mode = :mode, version = version + 1
        WHERE workspace_id = :workspaceId AND id = :id AND state IN ('draft', 'scheduled', 'failed', 'missed')`)
      .run({ workspaceId: row.workspaceId, id: row.id, mode });
    if (changes !== 1) throw new OcmaError('wrong_state', { state: row.state });
    record(ledgerOf(deps), row, { kind: `mode_${mode ?? 'account'}`, actor: caller.actor });
    const now = findDelivery(deps.db, row.workspaceId, row.id);
    if (now?.state === 'scheduled' && now.dueAt !== null) enqueuePublish(deps, now, now.dueAt);
  });
}
