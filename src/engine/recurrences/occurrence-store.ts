import { OcmaError } from '../../shared/errors.ts';
import type { DeliveryState } from '../../shared/models/delivery.ts';
import type { PostId, RecurrenceId, WorkspaceId } from '../../shared/models/ids.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { RecurrenceDeps } from './recurrence-deps.ts';
import type { StoredRecurrence } from './recurrence-store.ts';

/** An occurrence that has a row, with what became of its post. */
export interface StoredOccurrence {
  readonly local: string;
  readonly state: 'planned' | 'skipped' | 'stopped';
  readonly postId: PostId | null;
  /** 1: the post is in the bin. */
  readonly deleted: number;
  /** 1: its words, accounts or time are no longer as the series made them. */
  readonly edited: number;
  /** The states of its deliveries, separated by commas; empty where there are none. */
  readonly states: string;
  /** Its time as its deliveries have it; null where it has none. */
  readonly dueAt: number | null;
  readonly dueLocal: string | null;
  readonly dueZone: string | null;
  readonly dueNote: WallTime['note'];
}

const selected = `SELECT o.local, o.state, o.post_id AS postId, p.deleted_at IS NOT NULL AS deleted,
    (p.version IS NOT o.post_version OR EXISTS (SELECT 1 FROM delivery x WHERE x.post_id = o.post_id AND x.state IN ('draft', 'scheduled')
      AND (x.due_local IS NOT o.due_local OR x.due_zone IS NOT o.due_zone))) AS edited,
    coalesce(group_concat(d.state), '') AS states, min(d.due_at) AS dueAt, d.due_local AS dueLocal, d.due_zone AS dueZone,
    coalesce(d.due_note, 'none') AS dueNote
  FROM occurrence o LEFT JOIN post p ON p.id = o.post_id LEFT JOIN delivery d ON d.post_id = o.post_id AND (d.state <> 'cancelled' OR d.problem_code IS NOT NULL)
  WHERE o.workspace_id = :workspaceId AND o.recurrence_id = :id`;

type Key = Pick<StoredRecurrence, 'workspaceId' | 'id'>;

export function findOccurrence(
  { db }: Pick<RecurrenceDeps, 'db'>,
  { workspaceId, id }: Key,
  local: string,
): StoredOccurrence | undefined {
  return db
    .sql<StoredOccurrence>(`${selected} AND o.local = :local GROUP BY o.local`)
    .get({ workspaceId, id, local });
}

/** Those from a wall-clock time on, soonest first. */
export function occurrencesFrom(
  { db }: RecurrenceDeps,
  { workspaceId, id }: Key,
  from: string,
): StoredOccurrence[] {
  return db
    .sql<StoredOccurrence>(`${selected} AND o.local >= :from GROUP BY o.local ORDER BY o.local`)
    .all({ workspaceId, id, from });
}

/** The last ones before a wall-clock time, oldest first. */
export function occurrencesBefore(
  { db }: RecurrenceDeps,
  { workspaceId, id }: Key,
  before: string,
  count: number,
): StoredOccurrence[] {
  return db
    .sql<StoredOccurrence>(
      `${selected} AND o.local < :before GROUP BY o.local ORDER BY o.local DESC LIMIT :count`,
    )
    .all({ workspaceId, id, before, count })
    .toReversed();
}

/**
 * Where a post belongs: the recurrence and the occurrence's name. Undefined for a post that stands alone.
 * @throws `not_found` also for a post of another workspace
 */
export function occurrenceOfPost(
  { db }: RecurrenceDeps,
  workspaceId: WorkspaceId,
  postId: string,
): { recurrenceId: RecurrenceId; local: string } | undefined {
  const known = db
    .sql(`SELECT 1 FROM post WHERE workspace_id = :workspaceId AND id = :postId`)
    .get({ workspaceId, postId });
  if (known === undefined) throw new OcmaError('not_found', { what: 'post' });
  return db
    .sql<{ recurrenceId: RecurrenceId; local: string }>(
      `SELECT recurrence_id AS recurrenceId, local FROM occurrence WHERE workspace_id = :workspaceId AND post_id = :postId`,
    )
    .get({ workspaceId, postId });
}

/** Notes an occurrence with the post that carries it, or as left out; joins the transaction that is open. */
export function insertOccurrence(
  { db }: RecurrenceDeps,
  { workspaceId, id }: Key,
  occurrence: { local: string; post: { id: PostId; when: WallTime } | null },
): void {
  const { local, post } = occurrence;
  db.sql(`INSERT INTO occurrence (workspace_id, recurrence_id, local, state, post_id, post_version, due_local, due_zone)
    VALUES (:workspaceId, :id, :local, :state, :postId, (SELECT version FROM post WHERE id = :postId), :dueLocal, :dueZone)`).run(
    {
      workspaceId,
      id,
      local,
      state: post === null ? 'skipped' : 'planned',
      postId: post?.id ?? null,
      dueLocal: post?.when.local ?? null,
      dueZone: post?.when.timeZone ?? null,
    },
  );
}

/** What the series made of the post is what counts as unedited from now on. */
export function noteAsMade(
  { db }: RecurrenceDeps,
  { workspaceId, id }: Key,
  local: string,
  when: WallTime,
): void {
  db.sql(`UPDATE occurrence SET state = 'planned', post_version = (SELECT version FROM post WHERE id = post_id), due_local = :dueLocal, due_zone = :dueZone
    WHERE workspace_id = :workspaceId AND recurrence_id = :id AND local = :local`).run({
    workspaceId,
    id,
    local,
    dueLocal: when.local,
    dueZone: when.timeZone,
  });
}

export function setOccurrenceState(
  { db }: RecurrenceDeps,
  { workspaceId, id }: Key,
  local: string,
  state: StoredOccurrence['state'],
): void {
  db.sql(
    `UPDATE occurrence SET state = :state WHERE workspace_id = :workspaceId AND recurrence_id = :id AND local = :local`,
  ).run({ workspaceId, id, local, state });
}

/** The series has no such time any more. */
export function forgetOccurrence({ db }: RecurrenceDeps, { workspaceId, id }: Key, local: string): void {
  db.sql(
    `DELETE FROM occurrence WHERE workspace_id = :workspaceId AND recurrence_id = :id AND local = :local`,
  ).run({ workspaceId, id, local });
}

/** The states of an occurrence's deliveries; of the cancelled ones only those that were left out for a later one. */
export function statesOf(occurrence: Pick<StoredOccurrence, 'states'>): DeliveryState[] {
  return occurrence.states === '' ? [] : (occurrence.states.split(',') as DeliveryState[]);
}

/** Whether its post may still change with the series: it lives, is as the series made it, and nothing of it has begun. */
export function followsSeries(occurrence: StoredOccurrence): boolean {
  const states = statesOf(occurrence);
  return (
    occurrence.state === 'planned' &&
    occurrence.deleted === 0 &&
    occurrence.edited === 0 &&
    states.length > 0 &&
    states.every((state) => state === 'scheduled')
  );
}
