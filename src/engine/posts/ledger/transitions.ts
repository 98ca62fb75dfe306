import type { CatchUp, DeliveryState } from '../../../shared/models/delivery.ts';
import type { DeliveryId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import type { SqlValue } from '../../db/database.ts';
import { timeZoneDataVersion } from '../../time/wall-time.ts';
import type { Actor, Ledger } from './ledger.ts';

/** What may follow each state; docs/ARCHITECTURE.md draws it. A transition that is not listed cannot be written. */
export const follows: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  draft: ['scheduled', 'cancelled'],
  scheduled: ['scheduled', 'publishing', 'published', 'missed', 'draft', 'cancelled', 'failed'],
  publishing: ['published', 'failed', 'unknown', 'cancelled', 'scheduled'],
  published: ['cancelled'],
  failed: ['scheduled', 'published', 'draft', 'cancelled'],
  unknown: ['published', 'scheduled', 'publishing', 'cancelled'],
  missed: ['scheduled', 'published', 'draft', 'cancelled'],
  cancelled: ['scheduled', 'draft', 'failed', 'missed'],
  with_network: [],
  needs_you: [],
};

/** Why a delivery stopped; the words are made from the code when it is shown. */
export interface StoredProblem {
  readonly code: string;
  readonly detail: string;
  readonly at: number;
  readonly params?: Readonly<Record<string, string | number>>;
}

interface Move {
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
  'cancel_requested_at',
  'cancel_requested_by',
]);

/**
 * The only statement that changes a delivery's state: guarded by the states it leaves, with its row in the history in
 * the same transaction. False where the delivery was in none of those states; then nothing is written.
 */
function move(ledger: Ledger, key: DeliveryKey, change: Move): boolean {
  for (const from of change.from) {
    if (!follows[from].includes(change.to))
      throw new Error(`A delivery cannot go from ${from} to ${change.to}.`);
  }
  const set = { progress: null, ...change.set };
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

/** A cancellation that is not asked for, or was, or is outlived by a new decision of the user. */
const noCancel = { cancel_requested_at: null, cancel_requested_by: null } as const;

/** Whether the user asked to cancel the delivery of this part while one of its parts was on its way. */
export function isCancelRequested(
  ledger: Pick<Ledger, 'db'>,
  part: { readonly workspaceId: WorkspaceId; readonly deliveryId: DeliveryId },
): boolean {
  return (
    ledger.db
      .sql(
        `SELECT 1 FROM delivery WHERE workspace_id = :workspaceId AND id = :id AND cancel_requested_at IS NOT NULL`,
      )
      .get({ workspaceId: part.workspaceId, id: part.deliveryId }) !== undefined
  );
}

/** Notes a cancellation of a delivery that is at work; it takes effect when the part on its way is settled. */
export function noteCancel(ledger: Ledger, key: DeliveryKey, actor: Actor): void {
  ledger.db.write(() => {
    const { changes } = ledger.db
      .sql(`UPDATE delivery SET cancel_requested_at = :now, cancel_requested_by = :actor, version = version + 1
        WHERE workspace_id = :workspaceId AND id = :id AND state IN ('scheduled', 'publishing') AND cancel_requested_at IS NULL`)
      .run({ workspaceId: key.workspaceId, id: key.id, now: ledger.clock.now(), actor });
    if (changes === 1) record(ledger, key, { kind: 'cancel_requested', actor });
  });
}

/** Sets the time at which it shall go out: from a draft, or anew for one that waits, stopped or was given up. */
export function schedule(
  ledger: Ledger,
  key: DeliveryKey,
  when: WallTime,
  actor: Actor,
  options: { catchUp?: CatchUp; costMicros?: number } = {},
): boolean {
  return move(ledger, key, {
    from: ['draft', 'scheduled', 'failed', 'missed', 'cancelled'],
    to: 'scheduled',
    event: 'scheduled',
    actor,
    set: {
      ...dueColumns(when),
      ...noCancel,
      problem: null,
      attempts: 0,
      ...(options.catchUp === undefined ? {} : { catch_up: JSON.stringify(options.catchUp) }),
      ...(options.costMicros === undefined ? {} : { cost_micros: options.costMicros }),
    },
    details: { local: when.local, timeZone: when.timeZone, note: when.note },
  });
}

/** Its zone has other rules by now: it keeps its wall-clock time, at another instant. */
export function keepWallTime(ledger: Ledger, key: DeliveryKey, when: WallTime): boolean {
  return move(ledger, key, {
    from: ['scheduled'],
    to: 'scheduled',
    event: 'zone_rules',
    actor: 'time_zone_data',
    set: dueColumns(when),
    details: { local: when.local, timeZone: when.timeZone, note: when.note },
  });
}

/** The publisher takes it up. False also where the user gave it a time ahead, or removed it, since the publisher looked. */
export function beginDue(ledger: Ledger, key: DeliveryKey): boolean {
  return ledger.db.write(() => {
    const isNotWanted = ledger.db
      .sql(`SELECT 1 FROM delivery d JOIN post p ON p.id = d.post_id
        WHERE d.workspace_id = (:workspaceId || '') AND d.id = (:id || '') AND (d.due_at > :now + 0 OR p.deleted_at IS NOT NULL)`)
      .get({ workspaceId: key.workspaceId, id: key.id, now: ledger.clock.now() });
    if (isNotWanted !== undefined) return false;
    return move(ledger, key, { from: ['scheduled'], to: 'publishing', event: 'started', actor: 'publisher' });
  });
}

/** Every part is out. */
export function complete(
  ledger: Ledger,
  key: DeliveryKey,
  published: { at: number; url: string | null },
  actor: Actor,
): boolean {
  return move(ledger, key, {
    from: ['publishing', 'unknown'],
    to: 'published',
    event: 'published',
    actor,
    set: { published_at: published.at, url: published.url, problem: null, ...noCancel },
    details: { url: published.url },
  });
}

/** Its parts were found at the network, where another state of the data file had sent them. */
export function completeFound(
  ledger: Ledger,
  key: DeliveryKey,
  published: { at: number; url: string | null },
): boolean {
  return move(ledger, key, {
    from: ['scheduled', 'publishing', 'unknown', 'failed', 'missed'],
    to: 'published',
    event: 'found_after_restore',
    actor: 'publisher',
    set: { published_at: published.at, url: published.url, problem: null, ...noCancel },
    details: { url: published.url },
  });
}

/** It stopped for a reason that trying again would not mend by itself. */
export function fail(ledger: Ledger, key: DeliveryKey, problem: StoredProblem, attempts: number): boolean {
  return move(ledger, key, {
    from: ['scheduled', 'publishing'],
    to: 'failed',
    event: 'failed',
    actor: 'publisher',
    set: { problem: JSON.stringify(problem), attempts },
    details: { code: problem.code, detail: problem.detail },
  });
}

/** Nobody can know whether a part went out: the user decides. */
export function doubt(ledger: Ledger, key: DeliveryKey, problem: StoredProblem): boolean {
  return move(ledger, key, {
    from: ['publishing'],
    to: 'unknown',
    event: 'unknown',
    actor: 'publisher',
    set: { problem: JSON.stringify(problem) },
    details: { code: problem.code },
  });
}

/** Its time passed while the machine was off, and its rule says to ask. */
export function miss(ledger: Ledger, key: DeliveryKey, problem: StoredProblem): boolean {
  return move(ledger, key, {
    from: ['scheduled'],
    to: 'missed',
    event: 'missed',
    actor: 'publisher',
    set: { problem: JSON.stringify(problem) },
  });
}

/** Its time passed, and a later one of the same series was due by then: this one stays unsent without asking. */
export function leaveOut(ledger: Ledger, key: DeliveryKey, problem: StoredProblem): boolean {
  return move(ledger, key, {
    from: ['scheduled'],
    to: 'cancelled',
    event: 'left_out',
    actor: 'publisher',
    set: { problem: JSON.stringify(problem) },
  });
}

/** The user takes it back: nothing more is sent; what is out stays out. */
export function cancel(
  ledger: Ledger,
  key: DeliveryKey,
  actor: Actor,
  details: Readonly<Record<string, unknown>> = {},
): boolean {
  return move(ledger, key, {
    from: ['draft', 'scheduled', 'publishing', 'failed', 'missed', 'unknown'],
    to: 'cancelled',
    event: 'cancelled',
    actor,
    set: { problem: null, ...noCancel },
    details,
  });
}

/** A drop is undone: it waits for the user as it did before. */
export function putBack(
  ledger: Ledger,
  key: DeliveryKey,
  to: 'failed' | 'missed',
  problem: StoredProblem,
  actor: Actor,
): boolean {
  return move(ledger, key, {
    from: ['cancelled'],
    to,
    event: 'restored',
    actor,
    set: { problem: JSON.stringify(problem) },
    details: { code: problem.code, detail: problem.detail },
  });
}

/** Back to a draft without a time. */
export function unschedule(ledger: Ledger, key: DeliveryKey, actor: Actor): boolean {
  return move(ledger, key, {
    from: ['scheduled', 'failed', 'missed', 'cancelled'],
    to: 'draft',
    event: 'unscheduled',
    actor,
    set: {
      due_at: null,
      due_local: null,
      due_zone: null,
      due_note: 'none',
      time_zone_data: null,
      problem: null,
      ...noCancel,
    },
  });
}

/** The user says that an unclear send did not arrive and may be repeated, or the rest may go out now. */
export function resumeAfterDoubt(
  ledger: Ledger,
  key: DeliveryKey,
  when: WallTime,
  actor: Actor,
  answer: string,
): boolean {
  return move(ledger, key, {
    from: ['unknown'],
    to: 'scheduled',
    event: 'settled_by_user',
    actor,
    set: {
      ...dueColumns(when),
      problem: null,
      attempts: 0,
      // Who says to send again no longer wants it cancelled; who says that it is there still does.
      ...(answer === 'send_again' ? noCancel : {}),
    },
    details: { answer },
  });
}

/** Its post was taken down at the network. */
export function takeDown(ledger: Ledger, key: DeliveryKey, actor: Actor): boolean {
  return move(ledger, key, {
    from: ['published'],
    to: 'cancelled',
    event: 'deleted_at_network',
    actor,
    set: { published_at: null, url: null },
  });
}

function dueColumns(when: WallTime): Record<string, SqlValue> {
  return {
    due_at: when.instant,
    due_local: when.local,
    due_zone: when.timeZone,
    due_note: when.note,
    time_zone_data: timeZoneDataVersion(),
  };
}
