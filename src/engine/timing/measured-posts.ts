import { setImmediate } from 'node:timers/promises';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { TimedPost } from './model/post-value.ts';

/** Counts of younger posts still grow. */
const matureMs = 24 * 60 * 60_000;

/** Older posts say little of today, and so many are learned from in some tens of milliseconds. */
const mostPosts = 5_000;

/** Read in one go, so that nothing waits for the database longer than a few milliseconds. */
const inOneGo = 250;

/** Whose posts. */
export interface TimedAccount {
  readonly id: AccountId;
  readonly workspaceId: WorkspaceId;
}

const outcomes = `own_outcome o
  LEFT JOIN remote_post r ON o.source = 'network' AND r.id = o.id
  LEFT JOIN imported_post i ON o.source = 'import' AND i.id = o.id`;

/**
 * Own posts, from the network and from files, that were measured when they were a day old, and no answers to others. The
 * numbers of a file are as old as the file's coming.
 */
const mature = `o.workspace_id = :workspaceId AND o.account_id = :id AND o.reply = 0
  AND coalesce(r.measured_at, i.imported_at) >= o.published_at + ${matureMs}
  AND (o.source = 'network' OR coalesce(o.likes, o.comments, o.shares) IS NOT NULL)`;

/**
 * When those of `mature` went out that are learned from, and when they were read: the newest of each table by its index, since
 * the view would look at all to give the newest, for half a second where a file brought 100,000.
 */
const newest = `SELECT at, known, row FROM (
    SELECT published_at AS at, measured_at AS known, row FROM remote_post INDEXED BY remote_post_of_account
    WHERE account_id = :id AND workspace_id = :workspaceId AND gone = 0 AND in_reply_to IS NULL AND measured_at >= published_at + ${matureMs}
    ORDER BY published_at DESC LIMIT ${mostPosts})
  UNION ALL SELECT at, known, 0 FROM (
    SELECT i.published_at AS at, i.imported_at AS known FROM imported_post i
    WHERE i.workspace_id = :workspaceId AND i.account_id = :id AND i.imported_at >= i.published_at + ${matureMs}
    AND coalesce(i.likes, i.comments, i.shares) IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM remote_post r WHERE r.account_id = i.account_id AND r.gone = 0
      AND r.published_at BETWEEN i.published_at - 60000 AND i.published_at + 60000)
    ORDER BY i.published_at DESC LIMIT ${mostPosts})`;

/** How many posts can be learned from, and a text that changes with their numbers. */
export function knownPosts(db: Database, account: TimedAccount): { have: number; fingerprint: string } {
  const row = db
    .sql<{ count: number; known: number | null; row: number | null; from: number | null }>(
      `SELECT count(*) AS count, max(known) AS known, max(row) AS row, min(at) AS "from" FROM (${newest})`,
    )
    .get({ ...account });
  const { count, known, row: last, from } = row ?? { count: 0, known: null, row: null, from: null };
  const fingerprint = [count, known ?? 0, last ?? 0, from ?? 0].join('.');
  return { have: Math.min(count, mostPosts), fingerprint };
}

interface PostRow {
  readonly at: number;
  readonly type: string;
  readonly likes: number | null;
  readonly comments: number | null;
  readonly shares: number | null;
  readonly engagements: number | null;
}

/** What kind of content it is, as the file says it; else by what is known of a post of the network. */
const type = `coalesce(lower(trim(o.type)),
  CASE WHEN json_array_length(p.parts, '$[0].media') > 0 THEN 'media' WHEN o.text LIKE '%http%://%' THEN 'link' ELSE 'text' END)`;

/** The newest posts that can be learned from, oldest first, read in pieces between which others have their turn. */
export async function readMeasuredPosts(db: Database, account: TimedAccount): Promise<TimedPost[]> {
  const times = db
    .sql<{ at: number }>(`SELECT at FROM (${newest}) ORDER BY at DESC LIMIT ${mostPosts}`)
    .all({ ...account });
  const posts: TimedPost[] = [];
  let until = Number.MAX_SAFE_INTEGER;
  for (let end = inOneGo; end < times.length + inOneGo; end += inOneGo) {
    const from = times[Math.min(end, times.length) - 1]?.at ?? 0;
    // Numbers are looked up for a stretch of time, since a list in order would look up all of them to give the first.
    for (const row of db.sql<PostRow>(stretch).all({ ...account, from, until })) {
      const reactions = reactionsOf(row);
      if (reactions !== null) posts.push({ at: row.at, type: row.type, reactions });
    }
    until = from - 1;
    await setImmediate();
  }
  return posts.sort((one, other) => one.at - other.at);
}

const stretch = `SELECT o.published_at AS at, ${type} AS type, o.likes, o.comments, o.shares,
    (SELECT s.value FROM metric_sample s WHERE s.subject_kind = 'post' AND s.subject_id = r.id AND s.metric = 'engagements' ORDER BY s.at DESC LIMIT 1) AS engagements
  FROM ${outcomes} LEFT JOIN post p ON p.id = r.post_id AND p.workspace_id = r.workspace_id
  WHERE ${mature} AND o.published_at BETWEEN :from AND :until`;

/** Likes, comments and shares; where a network tells none of them, its own count of engagements. */
function reactionsOf({ likes, comments, shares, engagements }: PostRow): number | null {
  if (likes === null && comments === null && shares === null) return engagements;
  return (likes ?? 0) + (comments ?? 0) + (shares ?? 0);
}
