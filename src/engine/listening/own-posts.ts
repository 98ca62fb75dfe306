import { metricNames } from '../../shared/models/metric.ts';
import type { MetricName, MetricValues } from '../../shared/models/metric.ts';
import type { ShownFormat } from '../../shared/models/listening.ts';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { ComparedPost } from './posting-of.ts';

/** An own post as the network shows it, with its newest numbers. */
export interface OwnPost extends ComparedPost {
  readonly id: string;
  readonly text: string;
  readonly url: string | null;
}

/** Own posts of a stretch of time, newest first, without answers. */
export function ownPostsOf(
  db: Database,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  from: number,
): OwnPost[] {
  const posts = db
    .sql<{
      id: string;
      text: string;
      url: string | null;
      publishedAt: number;
      measuredAt: number | null;
      sentHere: 0 | 1;
      medium: string | null;
    }>(
      `SELECT r.id, r.text, r.url, r.published_at AS publishedAt, r.measured_at AS measuredAt, p.id IS NOT NULL AS sentHere,
         (SELECT m.kind FROM media m WHERE m.workspace_id = r.workspace_id AND m.id = json_extract(p.parts, '$[0].media[0].id')) AS medium
       FROM remote_post r LEFT JOIN post p ON p.workspace_id = r.workspace_id AND p.id = r.post_id
       WHERE r.workspace_id = :workspaceId AND r.account_id = :accountId AND r.published_at >= :from
       AND r.in_reply_to IS NULL AND r.gone = 0 ORDER BY r.published_at DESC, r.id`,
    )
    .all({ workspaceId, accountId, from });
  const values = newestValues(
    db,
    workspaceId,
    posts.map(({ id }) => id),
  );
  return posts.map(({ sentHere, medium, ...post }) => ({
    ...post,
    format: sentHere === 1 ? formatOf(medium, post.text) : 'unknown',
    metrics: values.get(post.id) ?? {},
  }));
}

/** From when on an account's own posts are known: its oldest one, or since it was connected. */
export function ownKnownSince(db: Database, workspaceId: WorkspaceId, accountId: AccountId): number | null {
  const row = db
    .sql<{ since: number | null }>(
      `SELECT min(a.connected_at, coalesce((SELECT min(r.published_at) FROM remote_post r
         WHERE r.workspace_id = a.workspace_id AND r.account_id = a.id AND r.gone = 0), a.connected_at)) AS since
       FROM account a WHERE a.workspace_id = :workspaceId AND a.id = :accountId`,
    )
    .get({ workspaceId, accountId });
  return row?.since ?? null;
}

const formatOf = (medium: string | null, text: string): ShownFormat => {
  if (medium === 'video' || medium === 'gif') return 'video';
  if (medium === 'image') return 'picture';
  return /https?:\/\/\S/.test(text) ? 'link' : 'text';
};

function newestValues(
  db: Database,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): ReadonlyMap<string, MetricValues> {
  const rows = db
    .sql<{ id: string; metric: MetricName; at: number; value: number }>(
      `SELECT subject_id AS id, metric, max(at) AS at, value FROM metric_sample
       WHERE workspace_id = :workspaceId AND subject_kind = 'post' AND subject_id IN (SELECT value FROM json_each(:ids))
       AND metric IN (SELECT value FROM json_each(:metrics)) GROUP BY subject_id, metric`,
    )
    .all({ workspaceId, ids: JSON.stringify(ids), metrics: JSON.stringify(metricNames) });
  const found = new Map<string, Partial<Record<MetricName, number>>>();
  for (const { id, metric, value } of rows) found.set(id, { ...found.get(id), [metric]: value });
  return found;
}
