import { z } from 'zod';
import { preflightLine } from '../../../shared/contract/posts.ts';
import type { DeliveryId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';
import type { PreflightLine } from '../../feature.ts';

/** What would keep a scheduled delivery from going out, and when that was last seen to be so. */
export interface Risk {
  readonly deliveryId: DeliveryId;
  readonly checkedAt: number;
  readonly lines: readonly PreflightLine[];
}

const storedLines = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.array(preflightLine));

/** Writes down what was found for a delivery; no lines take the row away. True where it is news to the user. */
export function writeRisk(
  db: Database,
  delivery: { readonly workspaceId: WorkspaceId; readonly id: DeliveryId },
  lines: readonly PreflightLine[],
  now: number,
): 'found' | 'changed' | 'gone' | 'same' {
  return db.write(() => {
    const key = { workspaceId: delivery.workspaceId, id: delivery.id };
    const before = db
      .sql<{ lines: string }>(
        `SELECT lines FROM delivery_risk WHERE workspace_id = :workspaceId AND delivery_id = :id`,
      )
      .get(key)?.lines;
    if (lines.length === 0) {
      if (before === undefined) return 'same';
      db.sql(`DELETE FROM delivery_risk WHERE workspace_id = :workspaceId AND delivery_id = :id`).run(key);
      return 'gone';
    }
    const after = JSON.stringify(lines);
    db.sql(`INSERT INTO delivery_risk (delivery_id, workspace_id, found_at, checked_at, lines)
      VALUES (:id, :workspaceId, :now, :now, :lines)
      ON CONFLICT (delivery_id) DO UPDATE SET checked_at = excluded.checked_at, lines = excluded.lines`).run({
      ...key,
      now,
      lines: after,
    });
    if (before === undefined) return 'found';
    return before === after ? 'same' : 'changed';
  });
}

/** The risks of a workspace's deliveries that still wait for their time, soonest first. */
export function readRisks(db: Database, workspaceId: WorkspaceId): Risk[] {
  return db
    .sql<{ deliveryId: DeliveryId; checkedAt: number; lines: string }>(
      `SELECT r.delivery_id AS deliveryId, r.checked_at AS checkedAt, r.lines FROM delivery_risk r
      JOIN delivery d ON d.id = r.delivery_id WHERE r.workspace_id = :workspaceId AND d.state = 'scheduled' ORDER BY d.due_at LIMIT 200`,
    )
    .all({ workspaceId })
    .map((row) => ({ ...row, lines: storedLines.parse(row.lines) }));
}

/** Whether anything is known that would keep a post back. */
export function hasRisks(db: Database): boolean {
  return db.sql(`SELECT 1 FROM delivery_risk LIMIT 1`).get() !== undefined;
}

/** Forgets what was found for deliveries that no longer wait. */
export function clearStaleRisks(db: Database): void {
  db.write(() =>
    db
      .sql(
        `DELETE FROM delivery_risk WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.id = delivery_id AND d.state = 'scheduled')`,
      )
      .run(),
  );
}
