import type { WorkspaceId } from '../../shared/models/ids.ts';
import { workspaceId } from '../../shared/models/ids.ts';
import type { Workspace } from '../../shared/models/workspace.ts';
import type { Database } from '../db/database.ts';

const columns = 'id, name, kind, color, time_zone AS timeZone, created_at AS createdAt, version';

/** All workspaces, the oldest first, practice last. */
export function listWorkspaces(db: Database): Workspace[] {
  return db
    .sql<Workspace>(`SELECT ${columns} FROM workspace ORDER BY kind = 'practice', created_at, id`)
    .all();
}

export function findWorkspace(db: Database, id: string): Workspace | undefined {
  return db.sql<Workspace>(`SELECT ${columns} FROM workspace WHERE id = :id`).get({ id });
}

export function findPracticeWorkspace(db: Database): Workspace | undefined {
  return db.sql<Workspace>(`SELECT ${columns} FROM workspace WHERE kind = 'practice'`).get();
}

/** Joins the caller's transaction. */
export function insertWorkspace(
  db: Database,
  row: Omit<Workspace, 'id' | 'version'> & { readonly id: string },
): Workspace {
  const made = { ...row, id: workspaceId.parse(row.id), version: 1 };
  db.sql(
    `INSERT INTO workspace (id, name, kind, color, time_zone, created_at, version)
     VALUES (:id, :name, :kind, :color, :timeZone, :createdAt, :version)`,
  ).run(made);
  return made;
}

/** Changes a row if it still has that version; false where it has not. Joins the caller's transaction. */
export function updateWorkspace(
  db: Database,
  id: WorkspaceId,
  version: number,
  row: Pick<Workspace, 'name' | 'color' | 'timeZone'>,
): boolean {
  const { name, color, timeZone } = row;
  return (
    db
      .sql(
        `UPDATE workspace SET name = :name, color = :color, time_zone = :timeZone, version = version + 1
         WHERE id = :id AND version = :version`,
      )
      .run({ id, version, name, color, timeZone }).changes === 1
  );
}
