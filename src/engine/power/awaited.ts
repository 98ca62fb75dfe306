import type { Awaited } from '../../shared/contract/power.ts';
import type { Database } from '../db/database.ts';

/** Posts under way or due until an instant (epoch ms), of all workspaces, soonest first. */
export function awaitedUntil(
  db: Database,
  until: number,
  options: { practice: boolean; most: number },
): Awaited[] {
  return db
    .sql<Awaited>(`SELECT d.id AS deliveryId, d.workspace_id AS workspaceId, d.account_id AS accountId, d.due_at AS at, a.platform, a.username,
        substr(coalesce((SELECT text FROM delivery_part x WHERE x.delivery_id = d.id ORDER BY x.position LIMIT 1), ''), 1, 120) AS excerpt
      FROM workspace w JOIN delivery d ON d.workspace_id = w.id AND d.state IN ('scheduled', 'publishing') AND d.due_at <= :until
      JOIN account a ON a.id = d.account_id JOIN post p ON p.id = d.post_id AND p.deleted_at IS NULL
      WHERE :practice = 1 OR w.kind = 'real' ORDER BY d.due_at, d.id LIMIT :most`)
    .all({ until, practice: options.practice ? 1 : 0, most: options.most });
}
