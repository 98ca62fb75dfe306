import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { NewId } from '../system/ids.ts';
import type { Job, NewJob, QueueName } from './job.ts';
import { laneOf, openLane, passOnLane } from './lanes.ts';
import type { Transition } from './transition.ts';

/**
 * Adds a job, or moves the waiting one of the same kind and subject to the new time. While that one runs the new one
 * is not added: whoever runs it will look at the subject's newest state. Joins the caller's transaction.
 */
export function enqueue(db: Database, newId: NewId, job: NewJob, now: number): void {
  const accountId = job.accountId ?? null;
  const platform = job.platform ?? (accountId === null ? null : platformOf(db, accountId));
  const stored = {
    kind: job.kind,
    subjectId: job.subjectId,
    payload: job.payload === undefined ? '{}' : JSON.stringify(job.payload),
    priority: job.priority ?? 0,
    runAt: job.runAt,
  };
  const { changes } = db
    .sql(`INSERT INTO job (id, workspace_id, queue, kind, subject_id, platform, account_id, payload, state, priority, due_at, run_at, max_attempts, created_at)
      VALUES (:id, :workspaceId, :queue, :kind, :subjectId, :platform, :accountId, :payload, 'ready', :priority, :runAt, :runAt, :maxAttempts, :now)
      ON CONFLICT (subject_id, kind) WHERE finished_at IS NULL DO NOTHING`)
    .run({
      ...stored,
      id: newId('job'),
      workspaceId: job.workspaceId,
      queue: job.queue,
      platform,
      accountId,
      maxAttempts: job.maxAttempts ?? 6,
      now,
    });
  const isNew = changes === 1;
  if (!isNew && !moveWaiting(db, stored, job.ifWaiting === 'keep_earlier')) return;
  // One that was moved may have held up others until now.
  const at = isNew ? job.runAt : Math.min(job.runAt, now);
  openLane(db, job.queue, laneOf({ accountId, platform }), platform ?? '', at);
}

/** Moves a job that waits already; false where it runs. */
function moveWaiting(
  db: Database,
  job: { kind: string; subjectId: string; payload: string; priority: number; runAt: number },
  keepEarlier: boolean,
): boolean {
  const time = keepEarlier
    ? `run_at = min(run_at, :runAt), due_at = min(due_at, :runAt)`
    : `run_at = :runAt, due_at = :runAt`;
  const { changes } = db
    .sql(`UPDATE job SET ${time}, attempts = 0, last_code = NULL, payload = :payload, priority = :priority
      WHERE subject_id = :subjectId AND kind = :kind AND finished_at IS NULL AND state = 'ready'`)
    .run(job);
  return changes === 1;
}

function platformOf(db: Database, accountId: string): string | null {
  const row = db
    .sql<{ platform: string }>(`SELECT platform FROM account WHERE id = :accountId`)
    .get({ accountId });
  return row?.platform ?? null;
}

/** Whether the claim still stands. A worker asks inside the transaction that writes what it did. */
export function holds(db: Database, job: Job): boolean {
  return (
    db
      .sql(`SELECT 1 FROM job WHERE id = :id AND state = 'running' AND lease = :lease`)
      .get({ id: job.id, lease: job.lease }) !== undefined
  );
}

/**
 * Writes what became of a claimed job. False where the claim no longer stands: then nothing is written. Joins the
 * caller's transaction.
 */
export function finish(db: Database, job: Job, transition: Transition, now: number): boolean {
  const claim = { id: job.id, lease: job.lease };
  const ready = transition.state === 'ready';
  const { changes } = ready
    ? db
        .sql(`UPDATE job SET state = 'ready', lease = NULL, claimed_at = NULL, run_at = :runAt, due_at = coalesce(:dueAt, due_at),
          attempts = :attempts, last_code = :code, last_detail = :detail WHERE id = :id AND state = 'running' AND lease = :lease`)
        .run({
          ...claim,
          runAt: transition.runAt,
          // Without a reason it is not put off: that is when it is wanted next.
          dueAt: transition.code === null ? transition.runAt : null,
          attempts: transition.attempts,
          code: transition.code,
          detail: transition.detail,
        })
    : db
        .sql(`UPDATE job SET state = :state, lease = NULL, claimed_at = NULL, attempts = coalesce(:attempts, attempts),
          last_code = :code, last_detail = :detail, finished_at = :now WHERE id = :id AND state = 'running' AND lease = :lease`)
        .run({
          ...claim,
          state: transition.state,
          attempts: transition.state === 'dead' ? transition.attempts : null,
          code: transition.state === 'dead' ? transition.code : null,
          detail: transition.state === 'dead' ? transition.detail : null,
          now,
        });
  if (changes !== 1) return false;
  if (ready || job.accountId !== null) passOnLane(db, job.queue, laneOf(job), job.platform ?? '', now);
  return true;
}

/**
 * Gives back the claims of threads that are gone: of one holder, or of every holder when the process has just taken
 * over the data directory. What the jobs had begun is in the ledger, so running them again is safe.
 */
export function releaseClaims(db: Database, holder: string | null): number {
  return release(db, `(:holder IS NULL OR lease LIKE :holder || '\\_%' ESCAPE '\\')`, { holder });
}

/** Gives back what one claim took and nobody has begun. */
export function releaseLease(db: Database, lease: string): number {
  return release(db, `lease = :lease`, { lease });
}

function release(db: Database, which: string, params: Readonly<Record<string, string | null>>): number {
  return db.write(() => {
    const released = db
      .sql<{ queue: QueueName; accountId: string | null; platform: string | null }>(
        `UPDATE job SET state = 'ready', lease = NULL, claimed_at = NULL WHERE state = 'running' AND ${which}
         RETURNING queue, account_id AS accountId, platform`,
      )
      .all(params);
    for (const job of released) openLane(db, job.queue, laneOf(job), job.platform ?? '', 0);
    return released.length;
  });
}

/**
 * Takes a waiting job out. False where it is running: the caller waits for it or leaves it. Joins the caller's
 * transaction.
 */
export function cancelWaiting(
  db: Database,
  workspaceId: WorkspaceId,
  kind: string,
  subjectId: string,
  now: number,
): boolean {
  const cancelled = db
    .sql<{ queue: QueueName; accountId: string | null; platform: string | null }>(
      `UPDATE job SET state = 'cancelled', finished_at = :now
       WHERE workspace_id = :workspaceId AND kind = :kind AND subject_id = :subjectId AND finished_at IS NULL AND state = 'ready'
       RETURNING queue, account_id AS accountId, platform`,
    )
    .get({ workspaceId, kind, subjectId, now });
  if (cancelled === undefined) return false;
  // It may have held up others.
  openLane(db, cancelled.queue, laneOf(cancelled), cancelled.platform ?? '', now);
  return true;
}
