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
}

/** Joins the caller's transaction. */
export function writeAudit(db: Database, row: AuditRow): void {
  db.write(() =>
    db
      .sql(
        `INSERT INTO http_audit (at, workspace_id, account_id, platform, operation, status, code, ms, cache, cost_micros)
         VALUES (:at, :workspaceId, :accountId, :platform, :operation, :status, :code, :ms, :cache, :costMicros)`,
      )
      .run({ ...row, ms: Math.round(row.ms) }),
  );
}
