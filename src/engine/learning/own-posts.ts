import { createHash } from 'node:crypto';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import { offsetsIn } from '../time/zone-offsets.ts';
import type { PastOutcome } from './learn-account.ts';

/** Changes with what is learned and how, so that models of before are learned anew. */
const learningVersion = 2;
/** Numbers of younger posts still grow. */
const ripeMs = 48 * 60 * 60_000;
const mostPosts = 100_000;

/** An account that is learned from. */
export interface LearningAccount {
  readonly id: AccountId;
  readonly workspaceId: WorkspaceId;
  readonly platform: string;
  readonly username: string;
  readonly timeZone: string;
}

const columns = `a.id, a.workspace_id AS workspaceId, a.platform, a.username, w.time_zone AS timeZone`;

/** Accounts of a workspace, or of all, but those that were disconnected. */
export function learningAccounts(db: Database, workspaceId: WorkspaceId | null): LearningAccount[] {
  return db
    .sql<LearningAccount>(
      `SELECT ${columns} FROM account a JOIN workspace w ON w.id = a.workspace_id
       WHERE (:workspaceId IS NULL OR a.workspace_id = :workspaceId) AND a.state <> 'disconnected' ORDER BY a.created_at, a.id`,
    )
    .all({ workspaceId });
}

/** Of a post that was made here: what its first part shows. Of one that was read from the network nobody knows. */
const ownType = `CASE WHEN json_array_length(p.parts, '$[0].media') = 0 THEN 'text' ELSE
  (SELECT m.kind FROM media m WHERE m.id = json_extract(p.parts, '$[0].media[0].id')) END`;

interface Row extends Omit<PastOutcome, 'offsetMs' | 'reply' | 'interactions'> {
  readonly reply: number;
  readonly likes: number | null;
  readonly comments: number | null;
  readonly shares: number | null;
}

/** An account's own posts whose numbers hardly grow any more, the oldest first; of more than 100,000 the newest. */
export function ownPosts(db: Database, account: LearningAccount, now: number): PastOutcome[] {
  const rows = db
    .sql<Row>(
      `SELECT o.published_at AS at, o.text, coalesce(o.type, ${ownType}) AS type, o.reply, o.impressions, o.likes, o.comments, o.shares
       FROM own_outcome o LEFT JOIN remote_post r ON r.id = o.id LEFT JOIN post p ON p.id = r.post_id
       WHERE o.workspace_id = :workspaceId AND o.account_id = :accountId AND o.published_at <= :until
       AND (o.likes IS NOT NULL OR o.comments IS NOT NULL OR o.shares IS NOT NULL OR o.impressions IS NOT NULL)
       ORDER BY o.published_at DESC LIMIT :most`,
    )
    .all({ workspaceId: account.workspaceId, accountId: account.id, until: now - ripeMs, most: mostPosts });
  const offsetAt = offsetsIn(account.timeZone);
  return rows.reverse().map(({ likes, comments, shares, reply, ...row }) => ({
    ...row,
    type: kindOfPost(row.type),
    reply: reply === 1,
    offsetMs: offsetAt(row.at),
    interactions:
      likes === null && comments === null && shares === null
        ? null
        : (likes ?? 0) + (comments ?? 0) + (shares ?? 0),
  }));
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ['video', /video|reel|short|film/],
  ['gif', /gif/],
  ['image', /image|photo|picture|album|carousel|gallery/],
  ['link', /link|article|url/],
  ['text', /text|status|note/],
];

/** One word for a kind, whatever a file or a network calls it, so that a draft can be compared with it. */
export function kindOfPost(type: string | null): string | null {
  if (type === null) return null;
  const name = type.toLowerCase();
  return kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? name;
}

/** Names the posts, their numbers and the version of the learning. */
export function fingerprintOf(posts: readonly PastOutcome[]): string {
  const hash = createHash('sha256').update(`learning ${learningVersion}`);
  for (const { at, offsetMs, type, impressions, interactions, text } of posts)
    hash.update(JSON.stringify([at, offsetMs, type, impressions, interactions, text.length]));
  return hash.digest('hex').slice(0, 32);
}
