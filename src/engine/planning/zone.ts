import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';

/** The zone whose wall clock a workspace plans by. */
export function zoneOfWorkspace(db: Database, workspaceId: WorkspaceId): string {
  const row = db
    .sql<{ timeZone: string }>(`SELECT time_zone AS timeZone FROM workspace WHERE id = :workspaceId`)
    .get({ workspaceId });
  return row?.timeZone ?? 'UTC';
}
