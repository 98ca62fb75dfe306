import { z } from 'zod';
import type { RecurrenceEvent } from '../../shared/models/recurrence.ts';
import type { Caller } from '../feature.ts';
import type { RecurrenceDeps } from './recurrence-deps.ts';
import type { StoredRecurrence } from './recurrence-store.ts';

type Key = Pick<StoredRecurrence, 'workspaceId' | 'id'>;

export type RecurrenceEventKind =
  | 'created'
  | 'updated'
  | 'stopped'
  | 'resumed'
  | 'removed'
  | 'skipped'
  | 'restored'
  | 'passed'
  | 'told'
  | 'zone_rules';

/** Adds a row to a recurrence's history; joins the transaction that is open. */
export function recordEvent(
  { db, ports }: RecurrenceDeps,
  { workspaceId, id }: Key,
  event: { kind: RecurrenceEventKind; actor: string; details?: Readonly<Record<string, string | number>> },
): void {
  db.sql(`INSERT INTO recurrence_event (workspace_id, recurrence_id, at, kind, actor, details)
    VALUES (:workspaceId, :id, :at, :kind, :actor, :details)`).run({
    workspaceId,
    id,
    at: ports.clock.now(),
    kind: event.kind,
    actor: event.actor,
    details: JSON.stringify(event.details ?? {}),
  });
}

const storedDetails = z.record(z.string(), z.union([z.string(), z.number()]));

/** A recurrence's history in words, oldest first. */
export function historyOf({ db, words }: RecurrenceDeps, caller: Caller, id: string): RecurrenceEvent[] {
  return db
    .sql<{ id: number; at: number; kind: RecurrenceEventKind; actor: string; details: string }>(
      `SELECT id, at, kind, actor, details FROM recurrence_event
      WHERE workspace_id = :workspaceId AND recurrence_id = :id ORDER BY id`,
    )
    .all({ workspaceId: caller.workspaceId, id })
    .map(({ details, ...event }) => ({
      ...event,
      text: words(`recurrences.history.${event.kind}`, storedDetails.parse(JSON.parse(details))),
    }));
}
