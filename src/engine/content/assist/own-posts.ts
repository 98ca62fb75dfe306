import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';

/** One own post whose results are known. */
export interface MeasuredPost {
  readonly remoteId: string;
  readonly text: string;
  readonly url: string | null;
  /** Likes, comments, shares and quotes, by their newest readings. */
  readonly interactions: number;
}

/** Newest posts that are looked at. */
const mostPosts = 500;

/** An account's own posts with words and results, the oldest first; answers to others do not count. */
export function measuredPosts(db: Database, workspaceId: WorkspaceId, accountId: AccountId): MeasuredPost[] {
  // With max() SQLite takes the value from the row that holds the newest reading.
  return db
    .sql<MeasuredPost>(
      `WITH recent AS (
         SELECT id, remote_id, text, url, published_at FROM remote_post
         WHERE workspace_id = :workspaceId AND account_id = :accountId AND gone = 0 AND in_reply_to IS NULL AND trim(text) <> ''
         ORDER BY published_at DESC LIMIT :most),
       newest AS (
         SELECT s.subject_id, s.metric, max(s.at), s.value FROM metric_sample s JOIN recent ON recent.id = s.subject_id
         WHERE s.subject_kind = 'post' AND s.metric IN ('likes', 'comments', 'shares', 'quotes')
         GROUP BY s.subject_id, s.metric)
       SELECT recent.remote_id AS remoteId, recent.text, recent.url, sum(newest.value) AS interactions
       FROM newest JOIN recent ON recent.id = newest.subject_id
       GROUP BY recent.id ORDER BY recent.published_at, recent.id`,
    )
    .all({ workspaceId, accountId, most: mostPosts });
}

const predecessors = 50;
const fewestPredecessors = 5;

const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
};

/**
 * The posts that did best for what was usual when they went out: their engagement, on a logarithmic scale, less the
 * median of the 50 before them. A quarter of all, four at least and twelve at the most; the best first.
 */
export function bestOf(posts: readonly MeasuredPost[]): readonly MeasuredPost[] {
  const values = posts.map(({ interactions }) => Math.log1p(interactions));
  const usual = medianOf(values);
  return posts
    .map((post, index) => {
      const before = values.slice(Math.max(0, index - predecessors), index);
      return {
        post,
        gain: (values[index] ?? 0) - (before.length < fewestPredecessors ? usual : medianOf(before)),
      };
    })
    .sort((a, b) => b.gain - a.gain)
    .slice(0, Math.min(12, Math.max(4, Math.round(posts.length / 4))))
    .map(({ post }) => post);
}
