import { metricNames } from '../../shared/models/metric.ts';
import type { MetricName, MetricValues } from '../../shared/models/metric.ts';
import type { CompetitorId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { PostFormat, PublicPost } from '../platforms/reading.ts';
import type { CompetitorRow } from './competitor-store.ts';

/** Longer texts are cut: topics and format are all that is taken from them. */
const longestText = 2_000;
/** Stands for the account itself among its samples. */
const wholeAccount = '';

/** A competitor's post with its newest numbers. */
export interface StoredPost {
  readonly remoteId: string;
  readonly publishedAt: number;
  readonly format: PostFormat;
  readonly measuredAt: number | null;
  readonly metrics: MetricValues;
}

/** Stores posts with their numbers of now; joins the caller's transaction. Up to fourteen rows a post. */
export function storePosts(
  db: Database,
  { workspaceId, id: competitorId }: CompetitorRow,
  posts: readonly PublicPost[],
  at: number,
): void {
  const insert = db.sql(
    `INSERT INTO competitor_post (workspace_id, competitor_id, remote_id, text, url, published_at, format)
     VALUES (:workspaceId, :competitorId, :remoteId, :text, :url, :publishedAt, :format)
     ON CONFLICT (competitor_id, remote_id) DO UPDATE SET text = excluded.text, url = excluded.url,
       published_at = excluded.published_at, format = excluded.format`,
  );
  for (const { remoteId, text, url, publishedAt, format, metrics } of posts) {
    const cut = text.slice(0, longestText);
    insert.run({ workspaceId, competitorId, remoteId, text: cut, url, publishedAt, format });
    writeSamples(db, { workspaceId, competitorId, remoteId, at }, metrics);
  }
}

/** Stores how many follow it; joins the caller's transaction. */
export function storeFollowers(
  db: Database,
  { workspaceId, id: competitorId }: CompetitorRow,
  followers: number,
  at: number,
): void {
  writeSamples(db, { workspaceId, competitorId, remoteId: wholeAccount, at }, { followers });
}

function writeSamples(
  db: Database,
  of: {
    readonly workspaceId: WorkspaceId;
    readonly competitorId: CompetitorId;
    readonly remoteId: string;
    readonly at: number;
  },
  metrics: MetricValues,
): void {
  const insert = db.sql(
    `INSERT OR REPLACE INTO competitor_sample (workspace_id, competitor_id, remote_id, metric, at, value)
     VALUES (:workspaceId, :competitorId, :remoteId, :metric, :at, :value)`,
  );
  for (const metric of metricNames) {
    const value = metrics[metric];
    if (value !== undefined) insert.run({ ...of, metric, value });
  }
}

/** Its posts of a stretch of time with their newest numbers, newest first. */
export function postsOf(
  db: Database,
  workspaceId: WorkspaceId,
  competitorId: CompetitorId,
  from: number,
): StoredPost[] {
  const posts = db
    .sql<Omit<StoredPost, 'metrics' | 'measuredAt'>>(
      `SELECT remote_id AS remoteId, published_at AS publishedAt, format FROM competitor_post
       WHERE workspace_id = :workspaceId AND competitor_id = :competitorId AND published_at >= :from
       ORDER BY published_at DESC, remote_id`,
    )
    .all({ workspaceId, competitorId, from });
  // With max() SQLite takes the other columns from the row that holds the maximum.
  const samples = db
    .sql<{ remoteId: string; metric: MetricName; at: number; value: number }>(
      `SELECT remote_id AS remoteId, metric, max(at) AS at, value FROM competitor_sample
       WHERE workspace_id = :workspaceId AND competitor_id = :competitorId AND remote_id <> :wholeAccount
       GROUP BY remote_id, metric`,
    )
    .all({ workspaceId, competitorId, wholeAccount });
  const found = new Map<string, { at: number; metrics: Partial<Record<MetricName, number>> }>();
  for (const { remoteId, metric, at, value } of samples) {
    const known = found.get(remoteId) ?? { at, metrics: {} };
    known.metrics[metric] = value;
    found.set(remoteId, { at: Math.max(at, known.at), metrics: known.metrics });
  }
  return posts.map((post) => ({
    ...post,
    measuredAt: found.get(post.remoteId)?.at ?? null,
    metrics: found.get(post.remoteId)?.metrics ?? {},
  }));
}

/** How many of its posts are known. */
export function countPosts(db: Database, workspaceId: WorkspaceId): ReadonlyMap<string, number> {
  const rows = db
    .sql<{ id: string; posts: number }>(
      `SELECT competitor_id AS id, count(*) AS posts FROM competitor_post WHERE workspace_id = :workspaceId GROUP BY competitor_id`,
    )
    .all({ workspaceId });
  return new Map(rows.map(({ id, posts }) => [id, posts]));
}
