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
