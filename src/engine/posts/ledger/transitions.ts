import type { DeliveryState } from '../../../shared/models/delivery.ts';
import type { DeliveryId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { SqlValue } from '../../db/database.ts';
import type { Actor, Ledger } from './ledger.ts';

/** What may follow each state; docs/PUBLISHING.md draws it. A transition that is not listed cannot be written. */
export const follows: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  draft: ['scheduled', 'cancelled'],
  scheduled: ['scheduled', 'publishing', 'published', 'missed', 'draft', 'cancelled', 'failed', 'needs_you'],
  publishing: ['published', 'failed', 'unknown', 'cancelled', 'scheduled', 'with_network', 'needs_you'],
  published: ['cancelled', 'failed'],
  failed: ['scheduled', 'published', 'draft', 'cancelled'],
  unknown: ['published', 'scheduled', 'publishing', 'cancelled', 'with_network', 'needs_you'],
  missed: ['scheduled', 'published', 'draft', 'cancelled'],
  cancelled: ['scheduled', 'draft', 'failed', 'missed'],
  with_network: ['published', 'failed', 'unknown', 'scheduled'],
  needs_you: ['published', 'failed', 'scheduled', 'draft', 'cancelled'],
};

/** One change of state, as a named transition asks for it. */
export interface Move {
  readonly from: readonly DeliveryState[];
  readonly to: DeliveryState;
  readonly event: string;
  readonly actor: Actor;
  readonly set?: Readonly<Record<string, SqlValue>>;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A delivery by its workspace, as every function here names it. */
export interface DeliveryKey {
  readonly workspaceId: WorkspaceId;
  readonly id: DeliveryId;
}

const settable = new Set([
  'due_at',
  'due_local',
  'due_zone',
  'due_note',
  'time_zone_data',
  'catch_up',
  'progress',
  'problem',
  'cost_micros',
  'published_at',
  'url',
  'attempts',
  'hand_over_at',
  'handing_since',
  'cancel_requested_at',
  'cancel_requested_by',
]);

/**
 * The only statement that changes a delivery's state: guarded by the states it leaves, with its row in the history in
 * the same transaction. False where the delivery was in none of those states; then nothing is written.
 */
export function move(ledger: Ledger, key: DeliveryKey, change: Move): boolean {
  for (const from of change.from) {
    if (!follows[from].includes(change.to))
      throw new Error(`A delivery cannot go from ${from} to ${change.to}.`);
  }
  const set = { progress: null, handing_since: null, ...change.set };
  const columns = Object.keys(set);
  if (columns.some((column) => !settable.has(column)))
    throw new Error('A transition sets a column that is not its own.');
  return ledger.db.write(() => {
    const before = ledger.db
      .sql<{ state: DeliveryState }>(
        `SELECT state FROM delivery WHERE workspace_id = :workspaceId AND id = :id`,
      )
      .get({ workspaceId: key.workspaceId, id: key.id });
    if (before === undefined || !change.from.includes(before.state)) return false;
    ledger.db
      .sql(`UPDATE delivery SET state = :to, version = version + 1, updated_at = :now, ${columns.map((column) => `${column} = :${column}`).join(', ')}
        WHERE workspace_id = :workspaceId AND id = :id AND state = :from`)
      .run({
        ...set,
        to: change.to,
        from: before.state,
        now: ledger.clock.now(),
        workspaceId: key.workspaceId,
        id: key.id,
      });
    record(ledger, key, {
      kind: change.event,
      from: before.state,
      to: change.to,
      actor: change.actor,
      details: change.details ?? {},
    });
    return true;
  });
}

/** Adds a row to a delivery's history and tells the screens. */
export function record(
  ledger: Ledger,
  key: DeliveryKey,
  event: {
    kind: string;
    from?: DeliveryState;
    to?: DeliveryState;
    actor: Actor;
    details?: Readonly<Record<string, unknown>>;
  },
): void {
  ledger.db.write(() => {
    ledger.db
      .sql(`INSERT INTO delivery_event (workspace_id, delivery_id, at, kind, from_state, to_state, actor, details)
        VALUES (:workspaceId, :id, :at, :kind, :from, :to, :actor, :details)`)
      .run({
        workspaceId: key.workspaceId,
        id: key.id,
        at: ledger.clock.now(),
        kind: event.kind,
        from: event.from ?? null,
        to: event.to ?? null,
        actor: event.actor,
        details: JSON.stringify(event.details ?? {}),
      });
    ledger.changed({ topic: 'delivery', workspaceId: key.workspaceId, id: key.id });
  });
}
