import { OcmaError } from '../../../shared/errors.ts';
import type { DeliveryState } from '../../../shared/models/delivery.ts';
import type { DeliveryId } from '../../../shared/models/ids.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import type { Caller } from '../../feature.ts';
import { partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import { takeUpDropped } from '../ledger/parts.ts';
import { unschedule } from '../ledger/times.ts';
import { putBack } from '../ledger/withdrawals.ts';
import { ledgerOf } from '../posts-deps.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { requestCancel } from '../publish/request-cancel.ts';
import { scheduleDelivery } from '../schedule.ts';
import { assertOwnAccount, inChunks, rowOf } from './delivery-rows.ts';
import { stoppedOf } from './retry.ts';
import type { FailureKind } from './retry.ts';

/**
 * Takes a delivery back. While a part of it is on its way that waits for the part to be settled; what is out stays out.
 * @throws `wrong_state` for what is published or cancelled already
 */
export function stop(deps: PostsDeps, caller: Caller, row: DeliveryRow): void {
  requestCancel(ledgerOf(deps), row, caller.actor);
}

/** Gives up on all of a kind that stopped. */
export async function dropAll(
  deps: PostsDeps,
  caller: Caller,
  kind: FailureKind,
  signal: AbortSignal | undefined,
): Promise<{ dropped: number; ids: DeliveryId[] }> {
  assertOwnAccount(deps, caller, kind.accountId);
  const found = stoppedOf(deps, caller, kind).map((row) => row.id);
  const ids = await inChunks(deps, caller, found, signal, (row) => {
    if (row.state !== 'failed' && row.state !== 'missed') return false;
    stop(deps, caller, row);
    return true;
  });
  return { dropped: ids.length, ids };
}

/**
 * Undoes a drop or a cancel. @throws `wrong_state` for what is not cancelled, was taken down at the network, or was
 * given up after an unclear send.
 */
export function restore(deps: PostsDeps, caller: Caller, row: DeliveryRow): void {
  if (!tryRestore(deps, caller, row)) throw new OcmaError('wrong_state', { state: row.state });
}

/** Undoes several drops; those that cannot be undone stay dropped. */
export async function restoreAll(
  deps: PostsDeps,
  caller: Caller,
  ids: readonly DeliveryId[],
  signal: AbortSignal | undefined,
): Promise<{ restored: number }> {
  for (const id of ids) rowOf(deps, caller, id);
  const restored = await inChunks(deps, caller, ids, signal, (row) => tryRestore(deps, caller, row));
  return { restored: restored.length };
}

/** It stands where it stood: a time that is still ahead counts again, one that has passed waits for the user's word. */
function tryRestore(deps: PostsDeps, caller: Caller, row: DeliveryRow): boolean {
  const before = stateBefore(deps, row);
  if (row.state !== 'cancelled' || before === null || mayBeOut(deps, row)) return false;
  const ledger = ledgerOf(deps);
  const when = whenOfRow(row);
  if (before === 'draft') {
    takeUpDropped(ledger, row);
    return unschedule(ledger, row, caller.actor);
  }
  if (when === null) return false;
  const now = deps.ports.clock.now();
  if (before === 'failed' || when.instant <= now) {
    takeUpDropped(ledger, row);
    const problem = before === 'failed' ? lastFailure(deps, row) : null;
    return putBack(
      ledger,
      row,
      problem === null ? 'missed' : 'failed',
      { code: 'missed', detail: '', ...problem, at: now },
      caller.actor,
    );
  }
  scheduleDelivery(deps, caller, row, when);
  return true;
}

/** A part that was given up after an unclear send may be out: only a post of its own may say it again. */
function mayBeOut(deps: PostsDeps, row: DeliveryRow): boolean {
  return partsOf(deps.db, row.workspaceId, row.id).some(
    (part) => part.state === 'dropped' && part.sendingAt !== null,
  );
}

/** Where it stood before it was cancelled; null where it was out and was taken down. */
function stateBefore(deps: PostsDeps, row: DeliveryRow): DeliveryState | null {
  const event = deps.db
    .sql<{ fromState: DeliveryState }>(`SELECT from_state AS fromState FROM delivery_event
      WHERE workspace_id = :workspaceId AND delivery_id = :id AND to_state = 'cancelled' ORDER BY id DESC LIMIT 1`)
    .get({ workspaceId: row.workspaceId, id: row.id });
  return event === undefined || event.fromState === 'published' ? null : event.fromState;
}

/** The reason it had last stopped for, from its history. */
function lastFailure(deps: PostsDeps, row: DeliveryRow): { code: string; detail: string } | null {
  const event = deps.db
    .sql<{
      code: string | null;
      detail: string | null;
    }>(`SELECT details ->> '$.code' AS code, details ->> '$.detail' AS detail FROM delivery_event
      WHERE workspace_id = :workspaceId AND delivery_id = :id AND to_state = 'failed' ORDER BY id DESC LIMIT 1`)
    .get({ workspaceId: row.workspaceId, id: row.id });
  if (event?.code === undefined || event.code === null) return null;
  return { code: event.code, detail: event.detail ?? '' };
}

function whenOfRow(row: DeliveryRow): WallTime | null {
  if (row.dueAt === null || row.dueLocal === null || row.dueZone === null) return null;
  return { local: row.dueLocal, timeZone: row.dueZone, instant: row.dueAt, note: row.dueNote };
}
