import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { NewId } from '../system/ids.ts';
import type { Job, NewJob, QueueName } from './job.ts';
import type { Transition } from './transition.ts';

/** How long a claim lasts unless it is renewed, in real milliseconds: however fast the clock is turned, work takes its time. */
export const leaseMs = 120_000;

export interface Limits {
  readonly overall: number;
  readonly perPlatform: number;
  /** 1 keeps an account's posts in order. */
  readonly perAccount: number;
}

/**
 * Adds a job, or moves the waiting one of the same kind and subject to the new time. While that one runs the new one
 * is not added: whoever runs it will look at the subject's newest state.
 */
export function enqueue(db: Database, newId: NewId, job: NewJob, now: number): void {
  db.sql(`INSERT INTO job (id, workspace_id, queue, kind, subject_id, platform, account_id, payload, state, priority, due_at, run_at, max_attempts, created_at)
    VALUES (:id, :workspaceId, :queue, :kind, :subjectId, :platform, :accountId, :payload, 'ready', :priority, :runAt, :runAt, :maxAttempts, :now)
    ON CONFLICT (kind, subject_id) WHERE state IN ('ready', 'running')
    DO UPDATE SET run_at = CASE WHEN :keepEarlier = 1 THEN min(run_at, excluded.run_at) ELSE excluded.run_at END,
      due_at = CASE WHEN :keepEarlier = 1 THEN min(due_at, excluded.due_at) ELSE excluded.due_at END, attempts = 0, last_code = NULL, payload = excluded.payload, priority = excluded.priority WHERE state = 'ready'`).run(
    {
      id: newId('job'),
      workspaceId: job.workspaceId,
      queue: job.queue,
      kind: job.kind,
      subjectId: job.subjectId,
      platform: job.platform ?? null,
      accountId: job.accountId ?? null,
      payload: JSON.stringify(job.payload ?? {}),
      priority: job.priority ?? 0,
      runAt: job.runAt,
      maxAttempts: job.maxAttempts ?? 6,
      keepEarlier: job.ifWaiting === 'keep_earlier' ? 1 : 0,
      now,
    },
  );
}

const jobColumns = `id, workspace_id AS workspaceId, queue, kind, subject_id AS subjectId, platform, account_id AS accountId, payload,
  run_at AS runAt, attempts, max_attempts AS maxAttempts, lease`;

// What keeps a job waiting although it is due; decided inside the one statement that claims, so that two threads cannot
// both see room. What makes a whole account wait keeps its posts in order: a later one does not overtake; the back-off
// of one post does not hold up the others.
const isFree = `j.queue = :queue AND j.state = 'ready'
  AND (j.queue <> 'publisher' OR NOT EXISTS (SELECT 1 FROM installation WHERE paused = 1))
  AND (j.queue <> 'publisher' OR NOT EXISTS (SELECT 1 FROM delivery_part p
    WHERE p.account_id = j.account_id AND p.state = 'sending' AND p.delivery_id <> j.subject_id))
  AND (j.queue <> 'publisher' OR NOT EXISTS (SELECT 1 FROM job e
    WHERE e.account_id = j.account_id AND e.queue = 'publisher' AND e.state = 'ready' AND (e.due_at, e.id) < (j.due_at, j.id)
      AND e.last_code IN ('spacing', 'stopped', 'rate_limited', 'quota_exhausted', 'credits_exhausted', 'vault_locked')))
  AND NOT EXISTS (SELECT 1 FROM account a WHERE a.id = j.account_id AND a.paused_until > :now)`;

const hasRoom = `(j.account_id IS NULL OR :perAccount >
    (SELECT count(*) FROM job r WHERE r.state = 'running' AND r.account_id = j.account_id AND r.queue = j.queue))
  AND (j.platform IS NULL OR :perPlatform >
    (SELECT count(*) FROM job r WHERE r.state = 'running' AND r.platform = j.platform AND r.queue = j.queue))`;

/** Claims the job that is due first, or nothing. `holder` names the thread's run, so that its claims can be found when it dies. */
export function claim(
  db: Database,
  options: { queue: QueueName; now: number; holder: string; newId: NewId; limits: Limits; leaseMs: number },
): Job | undefined {
  return db.write(() =>
    db
      .sql<Job>(`UPDATE job SET state = 'running', lease = :lease, lease_until = :leaseUntil
        WHERE id = (SELECT j.id FROM job j WHERE ${isFree} AND ${hasRoom} AND j.run_at <= :now ORDER BY j.due_at, j.priority DESC, j.created_at, j.id LIMIT 1)
        AND (SELECT count(*) FROM job r WHERE r.state = 'running' AND r.queue = :queue) < :overall
        RETURNING ${jobColumns}`)
      .get({
        queue: options.queue,
        now: options.now,
        lease: options.newId(options.holder),
        leaseUntil: options.now + options.leaseMs,
        ...options.limits,
      }),
  );
}

/**
 * When to look again: when the first job that may run is due, or a pause ends. Null where nothing waits. Jobs of an
 * account that is busy do not count: the end of its work is a reason of its own to look.
 */
export function nextDue(db: Database, queue: QueueName, now: number): number | null {
  const job = db
    .sql<{ at: number }>(`SELECT j.run_at AS at FROM job j WHERE ${isFree}
      AND NOT EXISTS (SELECT 1 FROM job r WHERE r.state = 'running' AND r.account_id = j.account_id AND r.queue = j.queue)
      ORDER BY j.run_at LIMIT 1`)
    .get({ queue, now });
  const pause = db
    .sql<{ at: number | null }>(`SELECT min(a.paused_until) AS at FROM account a WHERE a.paused_until > :now
      AND EXISTS (SELECT 1 FROM job j WHERE j.account_id = a.id AND j.queue = :queue AND j.state = 'ready')`)
    .get({ queue, now });
  const times = [job?.at, pause?.at].filter((at) => at !== undefined && at !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** Whether the claim still stands. A worker asks inside the transaction that writes what it did. */
export function holds(db: Database, job: Job): boolean {
  return (
    db
      .sql(`SELECT 1 FROM job WHERE id = :id AND state = 'running' AND lease = :lease`)
      .get({ id: job.id, lease: job.lease }) !== undefined
  );
}

/** Writes what became of a claimed job. False where the claim no longer stands: then nothing is written. */
export function finish(db: Database, job: Job, transition: Transition, now: number): boolean {
  const ready = transition.state === 'ready';
  const failed = transition.state === 'done' ? null : transition;
  const { changes } = db
    .sql(`UPDATE job SET state = :state, lease = NULL, lease_until = NULL, run_at = coalesce(:runAt, run_at), attempts = coalesce(:attempts, attempts),
      last_code = :code, last_detail = :detail, finished_at = :finishedAt WHERE id = :id AND state = 'running' AND lease = :lease`)
    .run({
      id: job.id,
      lease: job.lease,
      state: transition.state,
      runAt: ready ? transition.runAt : null,
      attempts: failed?.attempts ?? null,
      code: failed?.code ?? null,
      detail: failed?.detail ?? null,
      finishedAt: ready ? null : now,
    });
  return changes === 1;
}

/** Prolongs the claim of work that takes long, to `until` (epoch ms). */
export function renew(db: Database, job: Job, until: number): boolean {
  return db.write(
    () =>
      db
        .sql(`UPDATE job SET lease_until = :until WHERE id = :id AND state = 'running' AND lease = :lease`)
        .run({ id: job.id, lease: job.lease, until }).changes === 1,
  );
}

/**
 * Gives back the claims of threads that are gone: of one holder, or of every holder when the process has just taken
 * over the data directory. What the jobs had begun is in the ledger, so running them again is safe.
 */
export function releaseClaims(db: Database, holder: string | null): number {
  return db.write(
    () =>
      db
        .sql(
          `UPDATE job SET state = 'ready', lease = NULL, lease_until = NULL WHERE state = 'running' AND (:holder IS NULL OR lease LIKE :holder || '\\_%' ESCAPE '\\')`,
        )
        .run({ holder }).changes,
  );
}

/** Gives back claims whose lease ran out: their worker hangs. Its late writes find the lease gone. */
export function rescue(db: Database, now: number): number {
  return db.write(
    () =>
      db
        .sql(
          `UPDATE job SET state = 'ready', lease = NULL, lease_until = NULL, attempts = attempts + 1, last_code = 'lease_expired' WHERE state = 'running' AND lease_until < :now`,
        )
        .run({ now }).changes,
  );
}

/** Takes a waiting job out. False where it is running: the caller waits for it or leaves it. */
export function cancelWaiting(
  db: Database,
  workspaceId: WorkspaceId,
  kind: string,
  subjectId: string,
  now: number,
): boolean {
  const { changes } = db
    .sql(
      `UPDATE job SET state = 'cancelled', finished_at = :now WHERE workspace_id = :workspaceId AND kind = :kind AND subject_id = :subjectId AND state = 'ready'`,
    )
    .run({ workspaceId, kind, subjectId, now });
  return changes > 0;
}
