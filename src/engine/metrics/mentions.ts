import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { RemoteMention } from '../platforms/reading.ts';
import type { NewId } from '../system/ids.ts';

/** What somebody else wrote to or of an account, as stored. */
export interface MentionRow extends RemoteMention {
  readonly accountId: AccountId;
  readonly kind: NonNullable<RemoteMention['kind']>;
  readonly onPost: string | null;
}

/** Mentions of these accounts, the newest first. */
export function listMentions(
  db: Database,
  workspaceId: WorkspaceId,
  accountIds: readonly AccountId[],
  limit: number,
): MentionRow[] {
  return db
    .sql<MentionRow>(
      `SELECT account_id AS accountId, remote_id AS remoteId, author, author_name AS authorName, text, at, url, kind, on_post AS onPost FROM mention
       WHERE workspace_id = :workspaceId AND account_id IN (SELECT value FROM json_each(:accountIds))
       ORDER BY at DESC, id DESC LIMIT :limit`,
    )
    .all({ workspaceId, accountIds: JSON.stringify(accountIds), limit });
}

/** The network's id of the newest mention of an account; ids of one length sort as they count. */
export function newestMentionId(db: Database, workspaceId: WorkspaceId, accountId: AccountId): string | null {
  const row = db
    .sql<{ remoteId: string }>(
      `SELECT remote_id AS remoteId FROM mention WHERE workspace_id = :workspaceId AND account_id = :accountId
       AND kind IN ('mention', 'reply', 'quote') ORDER BY at DESC, length(remote_id) DESC, remote_id DESC LIMIT 1`,
    )
    .get({ workspaceId, accountId });
  return row?.remoteId ?? null;
}

/** Stores those that are new and says how many; joins the caller's transaction. */
export function storeMentions(
  db: Database,
  newId: NewId,
  account: { readonly id: AccountId; readonly workspaceId: WorkspaceId },
  mentions: readonly RemoteMention[],
): number {
  const insert = db.sql(
    `INSERT INTO mention (id, workspace_id, account_id, remote_id, author, author_name, text, url, at, kind, on_post)
     VALUES (:id, :workspaceId, :accountId, :remoteId, :author, :authorName, :text, :url, :at, :kind, :onPost)
     ON CONFLICT (account_id, remote_id) DO NOTHING`,
  );
  return mentions.reduce(
    (count, { remoteId, author, authorName, text, url, at, kind = 'mention', onPost = null }) =>
      count +
      insert.run({
        id: newId('men'),
        workspaceId: account.workspaceId,
        accountId: account.id,
        remoteId,
        author,
        authorName,
        text,
        url,
        at,
        kind,
        onPost,
      }).changes,
    0,
  );
}
