import { setImmediate } from 'node:timers/promises';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { TimedPost } from './model/post-value.ts';

/** Counts of younger posts still grow. */
const matureMs = 24 * 60 * 60_000;

/** Older posts say little of today, and so many are learned from in some tens of milliseconds. */
const mostPosts = 5_000;

/** Read in one go, so that nothing waits for the database longer than a few milliseconds. */
const inOneGo = 500;

/** Whose posts. */
export interface TimedAccount {
  readonly id: AccountId;
  readonly workspaceId: WorkspaceId;
}

/** Own posts that are measured, a day old when they were, and no answers to others. */
const mature = `r.workspace_id = :workspaceId AND r.account_id = :id AND r.gone = 0 AND r.in_reply_to IS NULL
  AND r.measured_at >= r.published_at + ${matureMs}`;

/** How many posts can be learned from, and a text that changes with their numbers. */
export function knownPosts(db: Database, account: TimedAccount): { have: number; fingerprint: string } {
  const row = db
    .sql<{ have: number; newest: number | null; last: number | null }>(
      `SELECT count(*) AS have, max(r.measured_at) AS newest, max(r.row) AS last FROM remote_post r WHERE ${mature}`,
    )
    .get({ ...account });
  return { have: row?.have ?? 0, fingerprint: `${row?.have ?? 0}.${row?.newest ?? 0}.${row?.last ?? 0}` };
}

interface PostRow {
  readonly row: number;
  readonly at: number;
  readonly type: string;
  readonly likes: number | null;
  readonly comments: number | null;
  readonly shares: number | null;
  readonly engagements: number | null;
}

const newest = (metric: string): string =>
  `(SELECT s.value FROM metric_sample s WHERE s.subject_kind = 'post' AND s.subject_id = r.id AND s.metric = '${metric}' ORDER BY s.at DESC LIMIT 1)`;

/** The newest posts that can be learned from, oldest first, read in pieces between which others have their turn. */
export async function readMeasuredPosts(db: Database, account: TimedAccount): Promise<TimedPost[]> {
  const posts: TimedPost[] = [];
  let before: { at: number; row: number } = {
    at: Number.MAX_SAFE_INTEGER,
    row: Number.MAX_SAFE_INTEGER,
  };
  while (posts.length < mostPosts) {
    const rows = db
      .sql<PostRow>(
        `SELECT r.row, r.published_at AS at,
           CASE WHEN json_array_length(p.parts, '$[0].media') > 0 THEN 'media' WHEN r.text LIKE '%http%://%' THEN 'link' ELSE 'text' END AS type,
           ${newest('likes')} AS likes, ${newest('comments')} AS comments, ${newest('shares')} AS shares, ${newest('engagements')} AS engagements
         FROM remote_post r LEFT JOIN post p ON p.id = r.post_id AND p.workspace_id = r.workspace_id
         WHERE ${mature} AND (r.published_at, r.row) < (:at, :row)
         ORDER BY r.published_at DESC, r.row DESC LIMIT :limit`,
      )
      .all({ ...account, ...before, limit: inOneGo });
    for (const row of rows) {
      const reactions = reactionsOf(row);
      if (reactions !== null) posts.push({ at: row.at, type: row.type, reactions });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < inOneGo) break;
    before = { at: last.at, row: last.row };
    await setImmediate();
  }
  return posts.toReversed();
}

/** Likes, comments and shares; where a network tells none of them, its own count of engagements. */
function reactionsOf({ likes, comments, shares, engagements }: PostRow): number | null {
  if (likes === null && comments === null && shares === null) return engagements;
  return (likes ?? 0) + (comments ?? 0) + (shares ?? 0);
}
