import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import { monthOf, nextMonth, readSpending } from '../http/spending.ts';

/** What a month has cost and will cost by what waits already: spent, reserved and scheduled, in micro-dollars. */
export function committedMicros(db: Database, workspaceId: WorkspaceId, month: string): number {
  const from = Date.parse(`${month}-01T00:00:00Z`);
  const row = db
    .sql<{ scheduled: number }>(
      `SELECT coalesce(sum(d.cost_micros), 0) AS scheduled FROM delivery d JOIN post p ON p.id = d.post_id
       WHERE d.workspace_id = :workspaceId AND d.state = 'scheduled' AND p.deleted_at IS NULL AND d.due_at >= :from AND d.due_at < :to`,
    )
    .get({ workspaceId, from, to: nextMonth(from) });
  const { spentMicros, reservedMicros } = readSpending(db, workspaceId, month);
  return spentMicros + reservedMicros + (row?.scheduled ?? 0);
}

/** A post to come: what it costs, and when it goes out; without a time it counts for the running month. */
export interface CostAt {
  readonly costMicros: number;
  readonly at: number | null;
}

/** Whether no month would pass the cap with these posts added to what is committed already. */
export function isWithinCap(
  db: Database,
  workspaceId: WorkspaceId,
  posts: readonly CostAt[],
  capMicros: number | null,
  now: number,
): boolean {
  if (capMicros === null) return true;
  const added = new Map<string, number>();
  for (const { costMicros, at } of posts) {
    const month = monthOf(at ?? now);
    added.set(month, (added.get(month) ?? 0) + costMicros);
  }
  return [...added].every(
    ([month, micros]) => micros === 0 || committedMicros(db, workspaceId, month) + micros <= capMicros,
  );
}
