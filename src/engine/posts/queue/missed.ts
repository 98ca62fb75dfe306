import { OcmaError } from '../../../shared/errors.ts';
import type { Delivery } from '../../../shared/models/delivery.ts';
import type { DeliveryId } from '../../../shared/models/ids.ts';
import type { Caller } from '../../feature.ts';
import { viewDeliveries } from '../delivery-view.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { scheduleDelivery } from '../schedule.ts';
import { inChunks, rowOf } from './delivery-rows.ts';
import { stop } from './drop.ts';
import { placesFor } from './retry.ts';

/** What becomes of posts that missed their time. */
export type MissedDecision = 'publish_now' | 'next_slot' | 'drop';

/** Posts whose time has passed without them, oldest first, page by page. */
export function listMissed(
  deps: PostsDeps,
  caller: Caller,
  input: { cursor?: string | undefined; limit: number },
): { deliveries: Delivery[]; next: string | null; total: number } {
  const [after, afterId] = input.cursor?.split(':') ?? [];
  const found = viewDeliveries(
    deps,
    caller.workspaceId,
    `d.state = 'missed' AND (:after IS NULL OR (d.due_at, d.id) > (:after, :afterId)) ORDER BY d.due_at, d.id LIMIT :limit`,
    {
      after: after === undefined ? null : Number(after),
      afterId: afterId ?? null,
      limit: input.limit + 1,
    },
  );
  const deliveries = found.slice(0, input.limit);
  const last = deliveries.at(-1);
  return {
    deliveries,
    next:
      found.length > deliveries.length && last !== undefined ? `${last.when?.instant ?? 0}:${last.id}` : null,
    total: missedIds(deps, caller).length,
  };
}

/** One decision for all that missed their time, or for those named, in the order of their times. */
export async function decideMissed(
  deps: PostsDeps,
  caller: Caller,
  input: { decision: MissedDecision; ids?: readonly DeliveryId[] | undefined },
  signal: AbortSignal | undefined,
): Promise<{ decided: number; left: number; ids: DeliveryId[] }> {
  const wanted = input.ids === undefined ? null : new Set(input.ids);
  for (const id of wanted ?? []) {
    const { state } = rowOf(deps, caller, id);
    if (state !== 'missed') throw new OcmaError('wrong_state', { state });
  }
  const ids = missedIds(deps, caller).filter((id) => wanted === null || wanted.has(id));
  const place =
    input.decision === 'drop'
      ? null
      : placesFor(deps, caller, input.decision === 'next_slot' ? 'next_slot' : 'now');
  const decided = await inChunks(deps, caller, ids, signal, (row) => {
    if (row.state !== 'missed') return false;
    if (place === null) {
      stop(deps, caller, row);
      return true;
    }
    const when = place(row);
    if (when === null) return false;
    scheduleDelivery(deps, caller, row, when);
    return true;
  });
  return { decided: decided.length, left: ids.length - decided.length, ids: decided };
}

function missedIds(deps: PostsDeps, caller: Caller): DeliveryId[] {
  return deps.db
    .sql<{ id: DeliveryId }>(`SELECT d.id FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE d.workspace_id = :workspaceId AND d.state = 'missed' AND p.deleted_at IS NULL ORDER BY d.due_at, d.id`)
    .all({ workspaceId: caller.workspaceId })
    .map((row) => row.id);
}
