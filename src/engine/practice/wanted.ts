import type { Database } from '../db/database.ts';

const name = 'practiceWanted';

/** Whether the practice network shall run: it was started and not stopped since. */
export function isWanted(db: Database, workspaceId: string): boolean {
  const row = db
    .sql<{ value: string }>(`SELECT value FROM setting WHERE workspace_id = :workspaceId AND name = :name`)
    .get({ workspaceId, name });
  return row?.value !== 'false';
}

/** Joins the caller's transaction. */
export function remember(db: Database, workspaceId: string, wanted: boolean, now: number): void {
  db.sql(
    `INSERT INTO setting (workspace_id, name, value, updated_at) VALUES (:workspaceId, :name, :value, :now)
     ON CONFLICT (workspace_id, name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
  ).run({ workspaceId, name, value: String(wanted), now });
}
