import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';
import { medianOf } from '../../statistics/median.ts';

/** One own post whose results are known. */
export interface MeasuredPost {
  readonly accountId: AccountId;
  readonly remoteId: string;
  readonly text: string;
  readonly url: string | null;
  /** Likes, comments, shares and quotes, by their newest readings. */
  readonly interactions: number;
}

/** Newest posts that are looked at. */
const mostPosts = 500;

/** Whose posts are meant: one account's, or those of all accounts at a network. */
export interface Speaker {
  readonly accountId: AccountId | null;
  readonly platform: string;
}

/** Own posts with words and results, the oldest first; answers to others do not count. */
export function measuredPosts(
  db: Database,
  workspaceId: WorkspaceId,
  { accountId, platform }: Speaker,
): MeasuredPost[] {
  // With max() SQLite takes the value from the row that holds the newest reading.
  return db
    .sql<MeasuredPost>(
      `WITH recent AS (
         SELECT id, account_id, remote_id, text, url, published_at FROM remote_post
         WHERE workspace_id = :workspaceId AND gone = 0 AND in_reply_to IS NULL AND trim(text) <> ''
         AND account_id IN (
           SELECT id FROM account WHERE workspace_id = :workspaceId AND platform = :platform
           AND (:accountId IS NULL OR id = :accountId))
         ORDER BY published_at DESC LIMIT :most),
       newest AS (
         SELECT s.subject_id, s.metric, max(s.at), s.value FROM metric_sample s JOIN recent ON recent.id = s.subject_id
         WHERE s.subject_kind = 'post' AND s.metric IN ('likes', 'comments', 'shares', 'quotes')
         GROUP BY s.subject_id, s.metric)
       SELECT recent.account_id AS accountId, recent.remote_id AS remoteId, recent.text, recent.url, sum(newest.value) AS interactions
       FROM newest JOIN recent ON recent.id = newest.subject_id
       GROUP BY recent.id ORDER BY recent.published_at, recent.id`,
    )
    .all({ workspaceId, accountId, platform, most: mostPosts });
}

const predecessors = 50;
const fewestPredecessors = 5;

/** How much more each post has earned than was usual for its account when it went out, on a logarithmic scale. */
const gainsOf = (posts: readonly MeasuredPost[]): readonly { post: MeasuredPost; gain: number }[] => {
  const values = posts.map(({ interactions }) => Math.log1p(interactions));
  const usual = medianOf(values);
  return posts.map((post, index) => {
    const before = values.slice(Math.max(0, index - predecessors), index);
    return {
      post,
      gain: (values[index] ?? 0) - (before.length < fewestPredecessors ? usual : medianOf(before)),
    };
  });
};

/**
 * The posts that did best for what was usual for their account: their engagement, on a logarithmic scale, less the median
 * of the 50 before them. A quarter of all, four at least and twelve at the most; the best first.
 */
export function bestOf(posts: readonly MeasuredPost[]): readonly MeasuredPost[] {
  const accounts = [...new Set(posts.map(({ accountId }) => accountId))];
  return accounts
    .flatMap((id) => gainsOf(posts.filter(({ accountId }) => accountId === id)))
    .sort((a, b) => b.gain - a.gain)
    .slice(0, Math.min(12, Math.max(4, Math.round(posts.length / 4))))
    .map(({ post }) => post);
}
