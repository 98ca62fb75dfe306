import type { Database } from '../db/database.ts';

/** One call as it is kept for the user to see: what was asked of whom, and what came of it. Never a body, a token or a query. */
export interface AuditRow {
  readonly at: number;
  readonly workspaceId: string;
  readonly accountId: string | null;
  readonly platform: string;
  readonly operation: string;
  /** Null where nothing was answered, or nothing was asked. */
  readonly status: number | null;
  /** The failure's code; null where all went well. */
  readonly code: string | null;
  readonly ms: number;
  readonly cache: 'none' | 'hit' | 'revalidated' | 'miss';
  readonly costMicros: number;
  /** Which layer of the cache answered; null where none did. */
  readonly layer?: 'memory' | 'stored' | null;
  /** The kept answer was out of date and served all the same. */
  readonly stale?: boolean;
}

/** Joins the caller's transaction. */
export function writeAudit(db: Database, row: AuditRow): void {
  db.write(() =>
    db
      .sql(
        `INSERT INTO http_audit (at, workspace_id, account_id, platform, operation, status, code, ms, cache, cost_micros, layer, stale)
         VALUES (:at, :workspaceId, :accountId, :platform, :operation, :status, :code, :ms, :cache, :costMicros, :layer, :stale)`,
      )
      .run({ ...row, ms: Math.round(row.ms), layer: row.layer ?? null, stale: row.stale === true ? 1 : 0 }),
  );
}
