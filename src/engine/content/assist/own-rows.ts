import { OcmaError } from '../../../shared/errors.ts';
import type { AccountId, MediaId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';

/** @throws `not_found` for an account of another workspace */
export function assertOwnAccount(db: Database, workspaceId: WorkspaceId, id: AccountId): void {
  const row = db
    .sql(`SELECT 1 FROM account WHERE workspace_id = :workspaceId AND id = :id`)
    .get({ workspaceId, id });
  if (row === undefined) throw new OcmaError('not_found');
}

/** @throws `not_found` for a medium of another workspace */
export function assertOwnMedium(db: Database, workspaceId: WorkspaceId, id: MediaId): void {
  const row = db
    .sql(`SELECT 1 FROM media WHERE workspace_id = :workspaceId AND id = :id`)
    .get({ workspaceId, id });
  if (row === undefined) throw new OcmaError('not_found');
}
