import type { Database } from '../db/database.ts';

/** The calls made since an instant, by operation: what the user may see of them. Practice calls stay on this machine. */
export function callsSince(db: Database, since: number) {
  return db
    .sql<{
      platform: string;
      operation: string;
      count: number;
      failures: number;
      costMicros: number;
      lastAt: number;
      practice: number;
    }>(`SELECT platform, operation, w.kind IS 'practice' AS practice,
        count(*) AS count, sum(code IS NOT NULL) AS failures, sum(cost_micros) AS costMicros, max(at) AS lastAt
      FROM http_audit LEFT JOIN workspace w ON w.id = workspace_id
      WHERE at >= :since AND cache <> 'hit' GROUP BY platform, operation, practice ORDER BY lastAt DESC`)
    .all({ since })
    .map((row) => ({ ...row, practice: row.practice === 1 }));
}

/** Where the answers of reads that may be kept came from since an instant, by operation. */
export function cacheUseSince(db: Database, since: number) {
  return db
    .sql<{
      platform: string;
      operation: string;
      practice: number;
      memory: number;
      stored: number;
      revalidated: number;
      missed: number;
      stale: number;
    }>(`SELECT platform, operation, w.kind IS 'practice' AS practice,
        sum(stale = 0 AND layer IS 'memory') AS memory, sum(stale = 0 AND layer IS 'stored') AS stored,
        sum(cache = 'revalidated') AS revalidated, sum(cache = 'miss') AS missed, sum(stale) AS stale
      FROM http_audit LEFT JOIN workspace w ON w.id = workspace_id
      WHERE at >= :since AND cache <> 'none' GROUP BY platform, operation, practice ORDER BY platform, operation`)
    .all({ since })
    .map((row) => ({ ...row, practice: row.practice === 1 }));
}
