import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';

/** How far back an account's own posts have been read. */
export interface HistoryRow {
  readonly accountId: AccountId;
  readonly state: 'asks' | 'reading' | 'stopped' | 'done';
  readonly cursor: string | null;
  /** Posts that were read so far. */
  readonly posts: number;
  /** No more than this are read; null: as far back as the network allows. */
  readonly most: number | null;
  /** When the oldest of them went out, epoch ms. */
  readonly oldestAt: number | null;
}

const columns = `account_id AS accountId, state, cursor, posts, most, oldest_at AS oldestAt`;

export function findHistory(
  db: Database,
  workspaceId: WorkspaceId,
  accountId: AccountId,
): HistoryRow | undefined {
  return db
    .sql<HistoryRow>(
      `SELECT ${columns} FROM account_history WHERE workspace_id = :workspaceId AND account_id = :accountId`,
    )
    .get({ workspaceId, accountId });
}

/** Begins a history that is not known yet; one that is stays as it is. Joins the caller's transaction. */
export function beginHistory(
  db: Database,
  account: { readonly id: AccountId; readonly workspaceId: WorkspaceId },
  state: 'asks' | 'reading',
  now: number,
): boolean {
  return (
    db
      .sql(
        `INSERT INTO account_history (account_id, workspace_id, state, updated_at) VALUES (:id, :workspaceId, :state, :now)
         ON CONFLICT (account_id) DO NOTHING`,
      )
      .run({ id: account.id, workspaceId: account.workspaceId, state, now }).changes === 1
  );
}

/** Goes on reading, up to `most` posts in all; false where there is nothing to go on with. Joins the caller's transaction. */
export function resumeHistory(
  db: Database,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  most: number | null,
  now: number,
): boolean {
  return (
    db
      .sql(
        `UPDATE account_history SET state = 'reading', most = :most, updated_at = :now
         WHERE workspace_id = :workspaceId AND account_id = :accountId AND state IN ('asks', 'stopped')
         AND (:most IS NULL OR :most > posts)`,
      )
      .run({ workspaceId, accountId, most, now }).changes === 1
  );
}

/** Stops reading where it is; what was read stays. Joins the caller's transaction. */
export function stopHistory(
  db: Database,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  now: number,
): boolean {
  return (
    db
      .sql(
        `UPDATE account_history SET state = 'stopped', updated_at = :now
         WHERE workspace_id = :workspaceId AND account_id = :accountId AND state = 'reading'`,
      )
      .run({ workspaceId, accountId, now }).changes === 1
  );
}

/** Notes a page that was stored, unless reading was stopped meanwhile; joins the caller's transaction. */
export function notePage(
  db: Database,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  page: { readonly posts: number; readonly oldestAt: number | null; readonly next: string | null },
  now: number,
): void {
  db.sql(
    `UPDATE account_history SET cursor = :next, posts = posts + :posts, updated_at = :now,
       oldest_at = min(coalesce(oldest_at, :oldestAt), coalesce(:oldestAt, oldest_at)),
       state = CASE WHEN :next IS NULL THEN 'done' WHEN state = 'reading' AND posts + :posts >= most THEN 'stopped' ELSE state END
     WHERE workspace_id = :workspaceId AND account_id = :accountId`,
  ).run({ workspaceId, accountId, ...page, now });
}
