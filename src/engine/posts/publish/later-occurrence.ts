import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';

/**
 * Whether a late post is one of a series of which a later one for the same account was due by now, too. Of what a series
 * missed only the newest follows its catch-up rule, so that a machine that was off for weeks does not post in a burst. One
 * that was edited or moved by itself is a post of its own in this.
 */
export function laterOccurrenceDue(db: Database, delivery: DeliveryRow, now: number): boolean {
  if (delivery.dueAt === null) return false;
  return (
    db
      .sql(`SELECT 1 FROM occurrence o JOIN recurrence r ON r.id = o.recurrence_id JOIN post s ON s.id = o.post_id
        WHERE o.workspace_id = :workspaceId AND o.post_id = :postId AND s.version = o.post_version AND o.due_local = :dueLocal AND (
          (r.state = 'active' AND r.next_due_at <= :now)
          OR EXISTS (SELECT 1 FROM occurrence l JOIN post p ON p.id = l.post_id JOIN delivery d ON d.post_id = l.post_id
            WHERE l.recurrence_id = o.recurrence_id AND l.post_id <> o.post_id AND p.deleted_at IS NULL
              AND d.account_id = :accountId AND d.state <> 'cancelled' AND d.due_at > :dueAt AND d.due_at <= :now))`)
      .get({
        workspaceId: delivery.workspaceId,
        postId: delivery.postId,
        accountId: delivery.accountId,
        dueAt: delivery.dueAt,
        dueLocal: delivery.dueLocal,
        now,
      }) !== undefined
  );
}

/** The recurrence that a post is an occurrence of; undefined for one that stands alone. */
export function recurrenceOfPost(db: Database, workspaceId: WorkspaceId, postId: string): string | undefined {
  return db
    .sql<{ id: string }>(
      `SELECT recurrence_id AS id FROM occurrence WHERE workspace_id = :workspaceId AND post_id = :postId`,
    )
    .get({ workspaceId, postId })?.id;
}
