import { z } from 'zod';
import type { PartRow } from '../../ledger/delivery-row.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { OpenSend } from './verdict.ts';

/** How many events of a kind the part's history holds since its latest send; of one means where it is named. */
export function countSinceSend({ deps, part }: OpenSend, kind: string, means: string | null = null): number {
  const row = deps.ledger.db
    .sql<{ count: number }>(`SELECT count(*) AS count FROM delivery_event e
      WHERE e.workspace_id = :workspaceId AND e.delivery_id = :deliveryId AND e.kind = :kind AND e.details ->> '$.part' = :position
        AND (:means IS NULL OR e.details ->> '$.means' = :means)
        AND e.id > (SELECT max(s.id) FROM delivery_event s
          WHERE s.delivery_id = :deliveryId AND s.kind = 'sending' AND s.details ->> '$.part' = :position)`)
    .get({
      workspaceId: part.workspaceId,
      deliveryId: part.deliveryId,
      kind,
      position: part.position,
      means,
    });
  return row?.count ?? 0;
}

const refusal = z.object({ reach: z.literal('refused'), code: z.string(), detail: z.string() });

/**
 * The clear no that the latest send was answered with, where it could not count as one because an earlier request under
 * the same key or handle may have arrived meanwhile. Null where the answer was lost.
 */
export function refusalOf({ deps, part }: OpenSend): { code: string; detail: string } | null {
  const row = deps.ledger.db
    .sql<{
      details: string;
    }>(`SELECT details FROM delivery_event WHERE workspace_id = :workspaceId AND delivery_id = :deliveryId
      AND kind = 'unclear' AND details ->> '$.part' = :position AND at >= :sendingAt ORDER BY id DESC LIMIT 1`)
    .get({
      workspaceId: part.workspaceId,
      deliveryId: part.deliveryId,
      position: part.position,
      sendingAt: part.sendingAt ?? 0,
    });
  if (row === undefined) return null;
  const parsed = refusal.safeParse(JSON.parse(row.details));
  return parsed.success ? parsed.data : null;
}

/** Whether it is sent again because the network proved that it did not have it: an earlier request may still be under way. */
export function wasProvedAbsent({ db }: Pick<Ledger, 'db'>, part: PartRow): boolean {
  return (
    db
      .sql(`SELECT 1 FROM delivery_event WHERE workspace_id = :workspaceId AND delivery_id = :deliveryId
        AND kind = 'not_sent' AND details ->> '$.part' = :position AND details ->> '$.why' = 'proved_absent'`)
      .get({
        workspaceId: part.workspaceId,
        deliveryId: part.deliveryId,
        position: part.position,
      }) !== undefined
  );
}
