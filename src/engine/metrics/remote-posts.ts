import type { AccountId, DeliveryId, PostId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { RemotePost } from '../platforms/reading.ts';
import type { NewId } from '../system/ids.ts';
import { nextSampleAt, sampleAgesMs } from './sampling.ts';
import { writeSample } from './samples.ts';

/** A post as the network shows it, ours or older. */
export interface RemotePostRow {
  readonly id: string;
  readonly accountId: AccountId;
  readonly platform: string;
  readonly remoteId: string;
  readonly text: string;
  readonly url: string | null;
  readonly publishedAt: number;
  readonly measuredAt: number | null;
  readonly postId: PostId | null;
  readonly deliveryId: DeliveryId | null;
}

const columns = `r.id, r.account_id AS accountId, a.platform, r.remote_id AS remoteId, r.text, r.url, r.published_at AS publishedAt,
  r.measured_at AS measuredAt, r.post_id AS postId, r.delivery_id AS deliveryId`;

/** What a list of posts is about. */
export interface PostFilter {
  readonly workspaceId: WorkspaceId;
  readonly accountIds: readonly AccountId[];
  readonly from: number;
  readonly to: number;
}

/** Own posts that went out in a stretch of time and are still there, the newest first. */
export function listRemotePosts(db: Database, filter: PostFilter, limit: number): RemotePostRow[] {
  const { workspaceId, accountIds, from, to } = filter;
  return db
    .sql<RemotePostRow>(
      `SELECT ${columns} FROM remote_post r JOIN account a ON a.id = r.account_id
       WHERE r.workspace_id = :workspaceId AND r.account_id IN (SELECT value FROM json_each(:accountIds))
       AND r.published_at >= :from AND r.published_at <= :to AND r.gone = 0
       ORDER BY r.published_at DESC, r.id DESC LIMIT :limit`,
    )
    .all({ workspaceId, accountIds: JSON.stringify(accountIds), from, to, limit });
}

export function findRemotePost(
  db: Database,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  remoteId: string,
): RemotePostRow | undefined {
  return db
    .sql<RemotePostRow>(
      `SELECT ${columns} FROM remote_post r JOIN account a ON a.id = r.account_id
       WHERE r.workspace_id = :workspaceId AND r.account_id = :accountId AND r.remote_id = :remoteId`,
    )
    .get({ workspaceId, accountId, remoteId });
}

/** How many of an account's posts are known since an instant. */
export function countRemotePosts(
  db: Database,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  since: number,
): number {
  const row = db
    .sql<{ count: number }>(
      `SELECT count(*) AS count FROM remote_post
       WHERE workspace_id = :workspaceId AND account_id = :accountId AND published_at >= :since AND gone = 0`,
    )
    .get({ workspaceId, accountId, since });
  return row?.count ?? 0;
}

/** A post whose numbers are or will be due. */
export type Unmeasured = Pick<RemotePostRow, 'id' | 'remoteId' | 'publishedAt' | 'measuredAt'>;

/** An account's posts that have readings before them, with the time of the next, soonest first. */
export function postsToMeasure(
  db: Database,
  workspaceId: WorkspaceId,
  accountId: AccountId,
): { post: Unmeasured; at: number }[] {
  return db
    .sql<Unmeasured>(
      `SELECT id, remote_id AS remoteId, published_at AS publishedAt, measured_at AS measuredAt FROM remote_post
       WHERE workspace_id = :workspaceId AND account_id = :accountId AND gone = 0
       AND (measured_at IS NULL OR measured_at < published_at + :lastAge)`,
    )
    .all({ workspaceId, accountId, lastAge: sampleAgesMs[4] })
    .flatMap((post) => {
      const at = nextSampleAt(post);
      return at === null ? [] : [{ post, at }];
    })
    .sort((left, right) => left.at - right.at);
}

/** Notes that a post was looked at, and whether the network still shows it; joins the caller's transaction. */
export function markMeasured(
  db: Database,
  workspaceId: WorkspaceId,
  id: string,
  at: number,
  gone: boolean,
): void {
  db.sql(
    `UPDATE remote_post SET measured_at = :at, gone = :gone WHERE workspace_id = :workspaceId AND id = :id`,
  ).run({ workspaceId, id, at, gone: gone ? 1 : 0 });
}

/** Takes in posts that the network lists, with their numbers; joins the caller's transaction. */
export function storeListed(
  db: Database,
  newId: NewId,
  account: { readonly id: AccountId; readonly workspaceId: WorkspaceId },
  posts: readonly RemotePost[],
  at: number,
): void {
  for (const post of posts) {
    const row = db
      .sql<{ id: string }>(
        `INSERT INTO remote_post (id, workspace_id, account_id, remote_id, text, url, in_reply_to, published_at, first_seen_at, measured_at, gone)
         VALUES (:id, :workspaceId, :accountId, :remoteId, :text, :url, :inReplyTo, :publishedAt, :at, :measuredAt, :gone)
         ON CONFLICT (account_id, remote_id) DO UPDATE SET
           url = coalesce(excluded.url, url), published_at = excluded.published_at, measured_at = coalesce(excluded.measured_at, measured_at), gone = excluded.gone
         RETURNING id`,
      )
      .get({
        id: newId('seen'),
        workspaceId: account.workspaceId,
        accountId: account.id,
        remoteId: post.remoteId,
        text: post.text,
        url: post.url,
        inReplyTo: post.inReplyTo,
        publishedAt: post.publishedAt,
        at,
        gone: post.isRefused === true ? 1 : 0,
        // A list without numbers leaves them to be read.
        measuredAt: Object.keys(post.metrics).length === 0 ? null : at,
      });
    if (row !== undefined)
      writeSample(db, account.workspaceId, { kind: 'post', id: row.id }, at, post.metrics);
  }
}
