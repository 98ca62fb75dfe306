import { OcmaError } from '../../../shared/errors.ts';
import type { AccountId, DeliveryId } from '../../../shared/models/ids.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import type { Caller } from '../../feature.ts';
import { wallTimeAt } from '../../time/wall-time.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { scheduleDelivery } from '../schedule.ts';
import { createNextSlot, zoneOf } from '../slots.ts';
import { timedPost } from '../timed-post.ts';
import { assertOwnAccount, inChunks } from './delivery-rows.ts';
import { createSpacing } from './spacing.ts';

/** A kind of failure: all that stopped where neither is given. */
export interface FailureKind {
  readonly code?: string | undefined;
  readonly accountId?: AccountId | undefined;
}

/** Sends at once what has not been sent yet. @throws `wrong_state` for what neither failed nor missed its time. */
export function retry(deps: PostsDeps, caller: Caller, row: DeliveryRow): void {
  if (row.state !== 'failed' && row.state !== 'missed')
    throw new OcmaError('wrong_state', { state: row.state });
  scheduleDelivery(deps, caller, row, wallTimeAt(deps.ports.clock.now(), zoneOf(deps, caller.workspaceId)));
}

/** Retries all of a kind, oldest first; a minute apart on each account, or one in each free slot. */
export async function retryAll(
  deps: PostsDeps,
  caller: Caller,
  input: FailureKind & { readonly at: 'now' | 'next_slot' },
  signal: AbortSignal | undefined,
): Promise<{ retried: number; skipped: number }> {
  assertOwnAccount(deps, caller, input.accountId);
  const found = stoppedOf(deps, caller, input);
  const ready = found.filter((row) => row.connected === 1).map((row) => row.id);
  const when = placesFor(deps, caller, input.at);
  const retried = await inChunks(deps, caller, ready, signal, (row) => {
    if (row.state !== 'failed' && row.state !== 'missed') return false;
    const place = when(row);
    if (place === null) return false;
    scheduleDelivery(deps, caller, row, place);
    return true;
  });
  return { retried: retried.length, skipped: found.length - retried.length };
}

/** Where several posts go: each call takes the next place of the row's account. Null where no slot is left that the rules allow it. */
export function placesFor(
  deps: PostsDeps,
  caller: Caller,
  at: 'now' | 'next_slot',
): (row: DeliveryRow) => WallTime | null {
  if (at === 'next_slot') {
    // What is given a place here had none that counts: it failed, or its time has passed.
    const next = createNextSlot(deps, caller.workspaceId, deps.timeRules(caller.workspaceId, []));
    return (row) => next([timedPost(deps, row)]);
  }
  const zone = zoneOf(deps, caller.workspaceId);
  const next = createSpacing(deps, caller.workspaceId);
  return (row) => wallTimeAt(next(row.accountId), zone);
}

/** What stopped for this reason, in the order of its times. Missed posts are only meant where their code is named. */
export function stoppedOf(
  deps: PostsDeps,
  caller: Caller,
  kind: FailureKind,
): { id: DeliveryId; connected: 0 | 1 }[] {
  return deps.db
    .sql<{ id: DeliveryId; connected: 0 | 1 }>(`SELECT d.id, a.state = 'connected' AS connected
      FROM delivery d JOIN post p ON p.id = d.post_id JOIN account a ON a.id = d.account_id
      WHERE d.workspace_id = :workspaceId AND d.state IN ('failed', 'missed') AND p.deleted_at IS NULL
        AND (d.state = 'failed' OR :code IS NOT NULL) AND (:code IS NULL OR d.problem_code = :code)
        AND (:accountId IS NULL OR d.account_id = :accountId) ORDER BY d.due_at, d.id`)
    .all({
      workspaceId: caller.workspaceId,
      code: kind.code ?? null,
      accountId: kind.accountId ?? null,
    });
}
