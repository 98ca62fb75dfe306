import { OcmaError } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import { findWorkspace } from './workspace-store.ts';

/**
 * The workspace that a call is about: the one it names, else the first real one that has an account, else the practice
 * workspace, else the first real one.
 * @throws `not_found`
 */
export function resolveWorkspace(db: Database, given?: string | null): WorkspaceId {
  const found =
    given === undefined || given === null
      ? db
          .sql<{ id: WorkspaceId }>(
            `SELECT w.id FROM workspace w ORDER BY CASE
               WHEN w.kind = 'practice' THEN 1
               WHEN EXISTS (SELECT 1 FROM account a WHERE a.workspace_id = w.id AND a.state <> 'disconnected') THEN 0
               ELSE 2 END, w.created_at, w.id LIMIT 1`,
          )
          .get()
      : findWorkspace(db, given);
  if (found === undefined) throw new OcmaError('not_found', { what: 'workspace' });
  return found.id;
}
