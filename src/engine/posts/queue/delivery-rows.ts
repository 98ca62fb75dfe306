import { setImmediate } from 'node:timers/promises';
import { OcmaError } from '../../../shared/errors.ts';
import type { AccountId } from '../../../shared/models/ids.ts';
import type { Caller } from '../../feature.ts';
import { findDelivery, isInBin } from '../ledger/delivery-row.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import type { PostsDeps } from '../posts-deps.ts';

/** @throws `not_found` also for a delivery of another workspace, and while its post is in the bin. */
export function rowOf(deps: PostsDeps, caller: Caller, id: string): DeliveryRow {
  const row = findDelivery(deps.db, caller.workspaceId, id);
  if (row === undefined || isInBin(deps.db, row)) throw new OcmaError('not_found', { what: 'post' });
  return row;
}

/** @throws `stale_version` where the row has changed since the caller looked. */
export function freshRow(
  deps: PostsDeps,
  caller: Caller,
  input: { readonly id: string; readonly version: number },
): DeliveryRow {
  const row = rowOf(deps, caller, input.id);
  if (row.version !== input.version)
    throw new OcmaError('stale_version', {}, { details: { version: row.version, state: row.state } });
  return row;
}

/** @throws `not_found` also for an account of another workspace. */
export function assertOwnAccount(deps: PostsDeps, caller: Caller, accountId: AccountId | undefined): void {
  if (accountId === undefined) return;
  const found = deps.db
    .sql(`SELECT 1 FROM account WHERE workspace_id = :workspaceId AND id = :accountId`)
    .get({ workspaceId: caller.workspaceId, accountId });
  if (found === undefined) throw new OcmaError('not_found', { what: 'account' });
}

/** Deliveries that one transaction changes: each takes about half a millisecond, and others wait for their turn. */
const deliveriesATransaction = 10;

/**
 * Does one thing to many deliveries, some in each transaction, and lets others have their turn in between; the changes
 * of each transaction are told, so that screens follow. Rows are read anew in the transaction that changes them. Ends
 * early with `signal`; what is done stays done. Returns the ids for which `each` said true.
 */
export async function inChunks<Id extends string>(
  deps: PostsDeps,
  caller: Caller,
  ids: readonly Id[],
  signal: AbortSignal | undefined,
  each: (row: DeliveryRow) => boolean,
): Promise<Id[]> {
  const done: Id[] = [];
  for (let from = 0; from < ids.length; from += deliveriesATransaction) {
    if (signal?.aborted === true) break;
    const chunk = ids.slice(from, from + deliveriesATransaction);
    const changed = deps.db.write(() =>
      chunk.filter((id) => {
        const row = findDelivery(deps.db, caller.workspaceId, id);
        return row !== undefined && !isInBin(deps.db, row) && each(row);
      }),
    );
    done.push(...changed);
    await setImmediate();
  }
  return done;
}
