import { z } from 'zod';
import { OcmaError } from '../../shared/errors.ts';
import { catchUp } from '../../shared/models/delivery.ts';
import type { CatchUp } from '../../shared/models/delivery.ts';
import type { AccountId, RecurrenceId, WorkspaceId } from '../../shared/models/ids.ts';
import { postParts } from '../../shared/models/post.ts';
import type { PostPart } from '../../shared/models/post.ts';
import { postOptions } from '../../shared/models/publish-option.ts';
import type { PostOptions } from '../../shared/models/publish-option.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { Caller } from '../feature.ts';
import type { RecurrenceDeps } from './recurrence-deps.ts';

/** What a recurrence repeats, and when. */
export interface Series {
  readonly parts: readonly PostPart[];
  readonly options: PostOptions;
  readonly accountIds: readonly AccountId[];
  readonly labels: readonly string[];
  readonly rule: string;
  readonly start: string;
  readonly timeZone: string;
  readonly catchUp: CatchUp;
}

export type StoredState = 'active' | 'stopped' | 'removed';

/** A recurrence as it is stored. */
export interface StoredRecurrence extends Series {
  readonly id: RecurrenceId;
  readonly workspaceId: WorkspaceId;
  readonly state: StoredState;
  /** The first occurrence without a post; null where the rule has no more. */
  readonly next: { readonly local: string; readonly dueAt: number } | null;
  readonly createdAt: number;
  readonly version: number;
}

interface Row {
  id: RecurrenceId;
  workspaceId: WorkspaceId;
  parts: string;
  options: string;
  labels: string;
  rule: string;
  start: string;
  timeZone: string;
  catchUp: string;
  state: StoredState;
  nextLocal: string | null;
  nextDueAt: number | null;
  createdAt: number;
  version: number;
  accountIds: string;
}

const columns = `r.id, r.workspace_id AS workspaceId, r.parts, r.options, r.labels, r.rule, r.start_local AS start, r.time_zone AS timeZone,
  r.catch_up AS catchUp, r.state, r.next_local AS nextLocal, r.next_due_at AS nextDueAt, r.created_at AS createdAt, r.version,
  (SELECT json_group_array(a.account_id ORDER BY a.position) FROM recurrence_account a WHERE a.recurrence_id = r.id) AS accountIds`;

const labels = z.array(z.string());

function readRow(row: Row): StoredRecurrence {
  const { nextLocal, nextDueAt, ...rest } = row;
  return {
    ...rest,
    parts: postParts.parse(JSON.parse(row.parts)),
    options: postOptions.parse(JSON.parse(row.options)),
    labels: labels.parse(JSON.parse(row.labels)),
    accountIds: labels.parse(JSON.parse(row.accountIds)) as AccountId[],
    catchUp: catchUp.parse(JSON.parse(row.catchUp)),
    next: nextLocal === null || nextDueAt === null ? null : { local: nextLocal, dueAt: nextDueAt },
  };
}

/** Undefined also for one of another workspace. */
export function findRecurrence(
  { db }: Pick<RecurrenceDeps, 'db'>,
  workspaceId: WorkspaceId,
  id: string,
): StoredRecurrence | undefined {
  const row = db
    .sql<Row>(`SELECT ${columns} FROM recurrence r WHERE r.workspace_id = :workspaceId AND r.id = :id`)
    .get({ workspaceId, id });
  return row === undefined ? undefined : readRow(row);
}

/** @throws `not_found` also for one of another workspace */
export function getRecurrence(
  deps: Pick<RecurrenceDeps, 'db'>,
  workspaceId: WorkspaceId,
  id: string,
): StoredRecurrence {
  const found = findRecurrence(deps, workspaceId, id);
  if (found === undefined) throw new OcmaError('not_found', { what: 'series' });
  return found;
}

/** Those of a workspace that were not removed, newest first. */
export function listRecurrences(
  { db }: Pick<RecurrenceDeps, 'db'>,
  workspaceId: WorkspaceId,
): StoredRecurrence[] {
  return db
    .sql<Row>(`SELECT ${columns} FROM recurrence r WHERE r.workspace_id = :workspaceId AND r.state <> 'removed'
      ORDER BY r.created_at DESC, r.id DESC LIMIT 500`)
    .all({ workspaceId })
    .map(readRow);
}

/** Those of all workspaces that make posts, for what happens at the start. */
export function activeRecurrences({ db }: Pick<RecurrenceDeps, 'db'>): StoredRecurrence[] {
  return db
    .sql<Row>(`SELECT ${columns} FROM recurrence r WHERE r.state = 'active' ORDER BY r.id`)
    .all()
    .map(readRow);
}

/** Joins the transaction that is open. */
export function insertRecurrence(
  deps: RecurrenceDeps,
  caller: Caller,
  series: Series,
  next: WallTime,
): RecurrenceId {
  const id = deps.newId('rec') as RecurrenceId;
  const now = deps.ports.clock.now();
  deps.db
    .sql(`INSERT INTO recurrence (id, workspace_id, parts, options, labels, rule, start_local, time_zone, catch_up, state, next_local, next_due_at, actor, created_at, updated_at)
      VALUES (:id, :workspaceId, :parts, :options, :labels, :rule, :start, :timeZone, :catchUp, 'active', :nextLocal, :nextDueAt, :actor, :now, :now)`)
    .run({
      ...seriesColumns(series),
      id,
      workspaceId: caller.workspaceId,
      nextLocal: next.local,
      nextDueAt: next.instant,
      actor: caller.actor,
      now,
    });
  writeAccounts(deps, caller.workspaceId, id, series.accountIds);
  tellChanged(deps, caller.workspaceId, id);
  return id;
}

/** Writes series, state and what comes next, with a new version; joins the transaction that is open. */
export function writeRecurrence(
  deps: RecurrenceDeps,
  before: StoredRecurrence,
  change: { series?: Series; state?: StoredState; next: WallTime | null },
): void {
  const series = change.series ?? before;
  deps.db
    .sql(`UPDATE recurrence SET parts = :parts, options = :options, labels = :labels, rule = :rule, start_local = :start, time_zone = :timeZone, catch_up = :catchUp,
        state = :state, next_local = :nextLocal, next_due_at = :nextDueAt, updated_at = :now, version = version + 1
      WHERE workspace_id = :workspaceId AND id = :id`)
    .run({
      ...seriesColumns(series),
      id: before.id,
      workspaceId: before.workspaceId,
      state: change.state ?? before.state,
      nextLocal: change.next?.local ?? null,
      nextDueAt: change.next?.instant ?? null,
      now: deps.ports.clock.now(),
    });
  if (change.series !== undefined) writeAccounts(deps, before.workspaceId, before.id, series.accountIds);
  tellChanged(deps, before.workspaceId, before.id);
}

/** Moves what comes next on; it is no change of the recurrence, so that its version stays. */
export function moveNext(
  deps: RecurrenceDeps,
  { workspaceId, id }: Pick<StoredRecurrence, 'workspaceId' | 'id'>,
  next: WallTime | null,
): void {
  deps.db
    .sql(
      `UPDATE recurrence SET next_local = :local, next_due_at = :dueAt WHERE workspace_id = :workspaceId AND id = :id`,
    )
    .run({ workspaceId, id, local: next?.local ?? null, dueAt: next?.instant ?? null });
  tellChanged(deps, workspaceId, id);
}

function writeAccounts(
  { db }: RecurrenceDeps,
  workspaceId: WorkspaceId,
  id: RecurrenceId,
  accountIds: readonly AccountId[],
): void {
  db.sql(`DELETE FROM recurrence_account WHERE workspace_id = :workspaceId AND recurrence_id = :id`).run({
    workspaceId,
    id,
  });
  for (const [position, accountId] of [...new Set(accountIds)].entries()) {
    db.sql(`INSERT INTO recurrence_account (workspace_id, recurrence_id, account_id, position)
      VALUES (:workspaceId, :id, :accountId, :position)`).run({ workspaceId, id, accountId, position });
  }
}

function seriesColumns(series: Series) {
  return {
    parts: JSON.stringify(series.parts),
    options: JSON.stringify(series.options),
    labels: JSON.stringify(series.labels),
    rule: series.rule,
    start: series.start,
    timeZone: series.timeZone,
    catchUp: JSON.stringify(series.catchUp),
  };
}

export function tellChanged(deps: RecurrenceDeps, workspaceId: WorkspaceId, id: string): void {
  deps.changed({ topic: 'recurrence', workspaceId, id });
}
