import type { MetricName, MetricValues } from '../../../shared/models/metric.ts';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { ExperimentDeps } from '../experiment-deps.ts';

/** The numbers of a post as they were read once. */
export interface Reading {
  readonly at: number;
  readonly values: MetricValues;
}

/** A reading this much early or late still stands for its age: growth has slowed by then. */
const earliest = 0.9;
export const latest = 1.5;

/** All readings of posts, by the row that they are about, oldest first. */
export function readingsOf(
  { db }: Pick<ExperimentDeps, 'db'>,
  workspaceId: WorkspaceId,
  seenIds: readonly string[],
): ReadonlyMap<string, readonly Reading[]> {
  const rows = db
    .sql<{ id: string; metric: MetricName; at: number; value: number }>(
      `SELECT subject_id AS id, metric, at, value FROM metric_sample
       WHERE workspace_id = :workspaceId AND subject_kind = 'post' AND subject_id IN (SELECT value FROM json_each(:seenIds)) ORDER BY at`,
    )
    .all({ workspaceId, seenIds: JSON.stringify(seenIds) });
  const found = new Map<string, Map<number, MetricValues>>();
  for (const { id, metric, at, value } of rows) {
    const own = found.get(id) ?? new Map<number, MetricValues>();
    own.set(at, { ...own.get(at), [metric]: value });
    found.set(id, own);
  }
  return new Map(
    [...found].map(([id, own]) => [id, [...own].map(([at, values]) => ({ at, values }))] as const),
  );
}

/** The first reading about so long after publishing; undefined where there is none. */
export function readingAtAge(
  readings: readonly Reading[],
  publishedAt: number,
  ageMs: number,
): Reading | undefined {
  return readings.find(
    ({ at }) => at >= publishedAt + earliest * ageMs && at <= publishedAt + latest * ageMs,
  );
}
