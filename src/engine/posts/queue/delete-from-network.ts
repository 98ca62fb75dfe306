import { OcmaError } from '../../../shared/errors.ts';
import type { Caller } from '../../feature.ts';
import { partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import { record } from '../ledger/transitions.ts';
import { takeDown } from '../ledger/withdrawals.ts';
import { ledgerOf } from '../posts-deps.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { findTarget } from '../publish/target.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

/**
 * Deletes a published post at its network, part by part. @throws what a deletion failed with; what is gone stays gone.
 * `not_found` where the address of a part is not known, `delete_unsupported` where apps cannot delete
 */
export async function deleteFromNetwork(deps: PostsDeps, caller: Caller, row: DeliveryRow): Promise<void> {
  const target = findTarget(deps.db, caller.workspaceId, row.accountId);
  if (row.state !== 'published' || target === undefined)
    throw new OcmaError('wrong_state', { state: row.state });
  const platform = deps.platformOf(target.platform);
  const http = deps.httpOf(target.id);
  const { remove } = platform.api;
  if (remove === undefined) throw new OcmaError('delete_unsupported', { platform: platform.card.title });
  const parts = partsOf(deps.db, caller.workspaceId, row.id);
  // Out by the user's word alone: nobody here knows where, so it cannot be said to be gone.
  if (parts.some((part) => part.remoteId === null)) throw new OcmaError('not_found', { what: 'address' });
  // Last part first, so that a thread is never left with replies to a post that is gone.
  for (const part of parts.toReversed()) {
    if (part.remoteId === null) continue;
    const removed = await remove(http, target.ref, part.remoteId);
    if (!removed.ok)
      throw new OcmaError(removed.failure.code, {
        platform: platform.card.title,
        account: handleOf(target.ref),
      });
    deps.db.write(() => {
      deps.db
        .sql(`UPDATE remote_post SET gone = 1 WHERE account_id = :accountId AND remote_id = :remoteId`)
        .run({ accountId: target.id, remoteId: part.remoteId ?? '' });
      record(ledgerOf(deps), row, {
        kind: 'deleted_at_network',
        actor: caller.actor,
        details: { part: part.position },
      });
    });
  }
  takeDown(ledgerOf(deps), row, caller.actor);
}
