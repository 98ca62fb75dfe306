import { metricNames } from '../../shared/models/metric.ts';
import type { MetricName, MetricValues } from '../../shared/models/metric.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';

/** Whose number: an account's, or a post's (then `id` is that of its `remote_post` row). */
export interface Subject {
  readonly kind: 'account' | 'post';
  readonly id: string;
}

/** Writes what was read of a subject at an instant; joins the caller's transaction. */
export function writeSample(
  db: Database,
  workspaceId: WorkspaceId,
  subject: Subject,
  at: number,
  values: MetricValues,
): void {
  const insert = db.sql(
    `INSERT OR REPLACE INTO metric_sample (workspace_id, subject_kind, subject_id, metric, at, value)
     VALUES (:workspaceId, :kind, :id, :metric, :at, :value)`,
  );
  for (const metric of metricNames) {
    const value = values[metric];
    if (value !== undefined) insert.run({ workspaceId, ...subject, metric, at, value });
  }
}

export interface Sample {
  readonly subjectId: string;
  readonly metric: MetricName;
  readonly at: number;
  readonly value: number;
}

const columns = 'subject_id AS subjectId, metric, at, value';

/** All samples of these subjects up to an instant, oldest first. */
export function samplesOf(
  db: Database,
  workspaceId: WorkspaceId,
  kind: Subject['kind'],
  ids: readonly string[],
  until: number,
): Sample[] {
  return db
    .sql<Sample>(
      `SELECT ${columns} FROM metric_sample WHERE workspace_id = :workspaceId AND subject_kind = :kind
       AND subject_id IN (SELECT value FROM json_each(:ids)) AND at <= :until ORDER BY at, metric`,
    )
    .all({ workspaceId, kind, ids: JSON.stringify(ids), until });
}

/** The newest value of each metric, by subject. */
export function newestValues(
  db: Database,
  workspaceId: WorkspaceId,
  kind: Subject['kind'],
  ids: readonly string[],
): ReadonlyMap<string, MetricValues> {
  // With max() SQLite takes the other columns from the row that holds the maximum.
  const rows = db
    .sql<Sample>(
      `SELECT subject_id AS subjectId, metric, max(at) AS at, value FROM metric_sample
       WHERE workspace_id = :workspaceId AND subject_kind = :kind AND subject_id IN (SELECT value FROM json_each(:ids))
       GROUP BY subject_id, metric`,
    )
    .all({ workspaceId, kind, ids: JSON.stringify(ids) });
  const found = new Map<string, MetricValues>();
  for (const { subjectId, metric, value } of rows) {
    found.set(subjectId, { ...found.get(subjectId), [metric]: value });
  }
  return found;
}
