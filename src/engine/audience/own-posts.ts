import type { Database } from '../db/database.ts';
import { medianOf } from '../statistics/median.ts';
import type { AudienceAccount } from './responses.ts';

/** An own post whose numbers hardly grow any more. */
export interface OwnPost {
  readonly id: string;
  readonly at: number;
  readonly text: string;
  /** What it shows, or what a file calls its kind; null where nobody knows. */
  readonly type: string | null;
  readonly url: string | null;
  readonly remoteId: string | null;
  /** Likes, comments and shares. */
  readonly interactions: number;
}

const ripeMs = 48 * 60 * 60_000;
/** Older ones say little of the audience of today. */
const mostPosts = 2000;

/** The newest own posts that are no replies, the oldest of them first. */
export function ownPosts(db: Database, account: AudienceAccount, now: number): OwnPost[] {
  return db
    .sql<OwnPost>(
      `SELECT o.id, o.published_at AS at, o.text, r.url, r.remote_id AS remoteId,
         coalesce(o.type, CASE WHEN json_array_length(p.parts, '$[0].media') = 0 THEN 'text' ELSE
           (SELECT m.kind FROM media m WHERE m.id = json_extract(p.parts, '$[0].media[0].id')) END) AS type,
         coalesce(o.likes, 0) + coalesce(o.comments, 0) + coalesce(o.shares, 0) AS interactions
       FROM own_outcome o LEFT JOIN remote_post r ON r.id = o.id LEFT JOIN post p ON p.id = r.post_id
       WHERE o.workspace_id = :workspaceId AND o.account_id = :id AND o.published_at <= :until AND o.reply = 0
       AND (o.likes IS NOT NULL OR o.comments IS NOT NULL OR o.shares IS NOT NULL)
       ORDER BY o.published_at DESC LIMIT :most`,
    )
    .all({ workspaceId: account.workspaceId, id: account.id, until: now - ripeMs, most: mostPosts })
    .toReversed();
}

const around = 25;

/**
 * What each post earned beside the posts around it: the logarithm of 1 + its interactions less the median of the 25 before
 * and the 25 after. An account that grows, or a good month, then counts for nothing.
 */
export function valuesOf(posts: readonly OwnPost[]): number[] {
  const logs = posts.map(({ interactions }) => Math.log1p(interactions));
  return logs.map((log, index) => {
    const near = [
      ...logs.slice(Math.max(0, index - around), index),
      ...logs.slice(index + 1, index + 1 + around),
    ];
    return near.length === 0 ? 0 : log - medianOf(near);
  });
}
