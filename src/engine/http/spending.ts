import { z } from 'zod';
import type { Database } from '../db/database.ts';

/** The name of the workspace setting that holds the cap. */
const capSetting = 'monthlyCapMicros';

/** What a workspace may spend in a month where nobody has said otherwise, in micro-dollars: ten US dollars. */
export const defaultCapMicros = 10_000_000;

/** The name under which the language model stands in `spending`, where it has a budget of its own, and in the list of calls. */
export const modelPlatform = 'openai';

const storedCap = z.int().min(0).nullable();

/** The calendar month that an instant falls into, in UTC: `2026-11`. */
export function monthOf(now: number): string {
  return new Date(now).toISOString().slice(0, 7);
}

/** When the next month begins, in UTC. */
export function nextMonth(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** What a workspace may spend in a month, in micro-dollars; null: as much as it likes. */
export function readCap(db: Database, workspaceId: string): number | null {
  const row = db
    .sql<{ value: string }>(`SELECT value FROM setting WHERE workspace_id = :workspaceId AND name = :name`)
    .get({ workspaceId, name: capSetting });
  if (row === undefined) return defaultCapMicros;
  const cap = storedCap.safeParse(JSON.parse(row.value));
  return cap.success ? cap.data : defaultCapMicros;
}

/** What a month has cost at the networks, and what requests under way may add. The language model counts elsewhere. */
export function readSpending(
  db: Database,
  workspaceId: string,
  month: string,
): { spentMicros: number; reservedMicros: number } {
  const row = db
    .sql<{ spent: number; reserved: number }>(
      `SELECT coalesce(sum(micros) FILTER (WHERE state = 'spent'), 0) AS spent,
         coalesce(sum(micros) FILTER (WHERE state = 'reserved'), 0) AS reserved
       FROM spending WHERE workspace_id = :workspaceId AND month = :month AND platform <> :modelPlatform`,
    )
    .get({ workspaceId, month, modelPlatform });
  return { spentMicros: row?.spent ?? 0, reservedMicros: row?.reserved ?? 0 };
}

/** What the language model has cost the installation in a month, with what is put aside for questions under way. */
export function readModelSpending(db: Database, month: string): number {
  const row = db
    .sql<{ micros: number }>(
      `SELECT coalesce(sum(micros), 0) AS micros FROM spending WHERE platform = :modelPlatform AND month = :month`,
    )
    .get({ modelPlatform, month });
  return row?.micros ?? 0;
}

export interface Expense {
  readonly id: string;
  readonly workspaceId: string;
  readonly accountId: string | null;
  readonly platform: string;
  readonly operation: string;
  readonly micros: number;
}

/**
 * Puts the cost of a request aside before it is sent; false, changing nothing, where the month's cap would be passed.
 * The write transaction is what keeps two threads from passing it together.
 */
export function reserve(db: Database, expense: Expense, now: number): boolean {
  return db.write(() => {
    const month = monthOf(now);
    const cap = readCap(db, expense.workspaceId);
    if (cap !== null) {
      const { spentMicros, reservedMicros } = readSpending(db, expense.workspaceId, month);
      if (spentMicros + reservedMicros + expense.micros > cap) return false;
    }
    db.sql(
      `INSERT INTO spending (id, workspace_id, account_id, platform, operation, month, micros, state, at)
       VALUES (:id, :workspaceId, :accountId, :platform, :operation, :month, :micros, 'reserved', :at)`,
    ).run({ ...expense, month, at: now });
    return true;
  });
}

/** Turns a reservation into what was really charged, or gives it back where that is nothing; joins the caller's transaction. */
export function settle(db: Database, workspaceId: string, id: string, micros: number): void {
  db.write(() => {
    const statement =
      micros > 0
        ? `UPDATE spending SET state = 'spent', micros = :micros WHERE id = :id AND workspace_id = :workspaceId AND state = 'reserved'`
        : `DELETE FROM spending WHERE id = :id AND workspace_id = :workspaceId AND state = 'reserved'`;
    db.sql(statement).run({ id, workspaceId, micros });
  });
}

/**
 * Counts reservations of a process that died as spent: their requests may have been accepted. For the start of the
 * process that owns the data directory, before its threads run.
 */
export function settleAbandoned(db: Database): number {
  return db.write(() => db.sql(`UPDATE spending SET state = 'spent' WHERE state = 'reserved'`).run().changes);
}
