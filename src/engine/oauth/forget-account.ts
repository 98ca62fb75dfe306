import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import { clearCache } from '../http/cache.ts';
import { endAccountPauses } from '../http/pause.ts';
import { deleteSecrets } from '../vault/secret-rows.ts';

/**
 * Disconnects an account here: its tokens and what was read for it are gone, the account itself and its history stay.
 * Tells the network nothing. Joins the caller's transaction.
 */
export function forgetAccount(db: Database, workspaceId: WorkspaceId, accountId: string): void {
  db.write(() => {
    const { changes } = db
      .sql(
        `UPDATE account SET state = 'disconnected', problem_code = NULL, paused_until = NULL, pause_reason = NULL,
           token_expires_at = NULL, refresh_lease = NULL, refresh_lease_until = NULL, version = version + 1
         WHERE id = :accountId AND workspace_id = :workspaceId`,
      )
      .run({ accountId, workspaceId });
    if (changes === 0) return;
    deleteSecrets(db, { workspaceId, ownerKind: 'account', ownerId: accountId });
    endAccountPauses(db, accountId);
    clearCache(db, accountId);
  });
}
