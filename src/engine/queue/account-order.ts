import type { Database } from '../db/database.ts';
import type { Job } from './job.ts';
import { laneOf, ofLane } from './lanes.ts';

// The list of all of these also stands in the index job_holding (0003_queue.sql), and must be the same text here.
const holding = `state = 'ready' AND run_at > due_at AND last_code IN
  ('spacing', 'stopped', 'rate_limited', 'quota_exhausted', 'credits_exhausted', 'vault_locked', 'on_hold', 'media_processing', 'in_order')`;

/**
 * The job that was put off for a reason that concerns its whole account: those due after it are not started. The back-off
 * of one post, or its media in processing, holds up nobody's start.
 */
export const holdsAccount = `${holding} AND last_code NOT IN ('media_processing', 'in_order')`;

/** An earlier job of the same account that must have its turn first. */
export interface Ahead {
  readonly state: 'running' | 'ready';
  /** Epoch ms before which one that is `ready` does not start. */
  readonly runAt: number;
}

/**
 * What of the account, due earlier, is at work, about to start, or put off for a reason of the whole account or for its
 * media; null where this job is the next to send. It keeps an account's posts in order where several of its jobs run at
 * once. One that waits after a failure of its own, or is dead, holds up nobody. Costs the same however many wait.
 */
export function aheadOf(
  db: Database,
  job: Pick<Job, 'id' | 'queue' | 'platform' | 'accountId'>,
): Ahead | null {
  const own = db.sql<{ dueAt: number }>(`SELECT due_at AS dueAt FROM job WHERE id = :id`).get({ id: job.id });
  if (own === undefined || job.accountId === null) return null;
  const at = { queue: job.queue, lane: laneOf(job), dueAt: own.dueAt, id: job.id };
  const earlier = `SELECT state, run_at AS runAt FROM job WHERE ${ofLane} AND (due_at, id) < (:dueAt + 0, :id || '')`;
  const running = db
    .sql<Ahead>(`${earlier} AND platform = :platform AND state = 'running' LIMIT 1`)
    .get({ ...at, platform: job.platform });
  const first = (condition: string) =>
    db.sql<Ahead>(`${earlier} AND ${condition} ORDER BY due_at LIMIT 1`).get(at);
  return running ?? first(`state = 'ready' AND run_at <= due_at`) ?? first(holding) ?? null;
}
