import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';

/** Which of these rows a workspace has from an earlier import, and whether the post lies in the bin. */
export function findKeys(
  db: Database,
  workspaceId: WorkspaceId,
  keys: readonly string[],
): ReadonlyMap<string, { readonly inBin: boolean }> {
  const rows = db
    .sql<{ sourceKey: string; deletedAt: number | null }>(
      `SELECT source_key AS sourceKey, deleted_at AS deletedAt FROM post
       WHERE workspace_id = :workspaceId AND source_key IN (SELECT value FROM json_each(:keys))`,
    )
    .all({ workspaceId, keys: JSON.stringify(keys) });
  return new Map(rows.map(({ sourceKey, deletedAt }) => [sourceKey, { inBin: deletedAt !== null }]));
}
