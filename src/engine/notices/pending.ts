import { z } from 'zod';
import { notice } from '../../shared/models/event.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';

/** What a job of the kind `notice` carries: what happened, and to what. */
export const noticePayload = z.object({
  /** What a feature puts into words itself never comes here: see `tellReady`. */
  kind: notice.shape.kind.exclude(['test_over']),
  /** Empty where it is about the account alone. */
  deliveryId: z.string(),
  /** Empty where it is about the installation. */
  accountId: z.string(),
  /** First words of the post. */
  excerpt: z.string(),
  /** The failure's code, where there is one. */
  code: z.string().nullable(),
});
export type NoticePayload = z.infer<typeof noticePayload>;

/** A notice that waits to be told. */
export interface PendingNotice extends NoticePayload {
  readonly row: number;
  readonly at: number;
}

/** Joins the caller's transaction. The same job asks once, however often it runs. */
export function addPending(
  db: Database,
  given: {
    readonly workspaceId: WorkspaceId;
    readonly jobId: string;
    readonly at: number;
    readonly payload: NoticePayload;
  },
): void {
  db.sql(
    `INSERT INTO notice_pending (workspace_id, job_id, at, payload) VALUES (:workspaceId, :jobId, :at, :payload)
     ON CONFLICT (job_id) DO NOTHING`,
  ).run({ ...given, payload: JSON.stringify(given.payload) });
}

/** What waits in a workspace, oldest first. */
export function readPending(db: Database, workspaceId: WorkspaceId): PendingNotice[] {
  return db
    .sql<{ row: number; at: number; payload: string }>(
      `SELECT id AS row, at, payload FROM notice_pending WHERE workspace_id = :workspaceId ORDER BY id LIMIT 5000`,
    )
    .all({ workspaceId })
    .map(({ row, at, payload }) => ({ row, at, ...noticePayload.parse(JSON.parse(payload)) }));
}

/** Joins the caller's transaction: what waited up to this row has been told. */
export function clearPending(db: Database, workspaceId: WorkspaceId, upTo: number): void {
  db.sql(`DELETE FROM notice_pending WHERE workspace_id = :workspaceId AND id <= :upTo`).run({
    workspaceId,
    upTo,
  });
}
