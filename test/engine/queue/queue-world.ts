import type { WorkspaceId } from '../../../src/shared/models/ids.ts';
import type { Database } from '../../../src/engine/db/database.ts';
import { claimDue } from '../../../src/engine/queue/claim.ts';
import type { Job, NewJob } from '../../../src/engine/queue/job.ts';
import type { Limits } from '../../../src/engine/queue/limits.ts';
import { enqueue } from '../../../src/engine/queue/store.ts';
import { temporaryDatabase } from '../../support/database.ts';

export const workspaceId = 'w' as WorkspaceId;

/** A queue on a real file, with accounts a, b and c at x, and m at another network. */
export interface QueueWorld {
  readonly db: Database;
  readonly file: string;
  newId(prefix: string): string;
  add(...jobs: NewJob[]): void;
  /** Claims up to `most` jobs at the moment `now`. */
  take(now: number, options?: Partial<Limits> & { most?: number; holder?: string }): readonly Job[];
  pauseAccount(id: string, until: number | null): void;
}

export async function startQueue(): Promise<QueueWorld> {
  const { db, file } = await temporaryDatabase();
  let counter = 0;
  const newId = (prefix: string) => `${prefix}_${String((counter += 1)).padStart(6, '0')}`;
  db.write(() => {
    db.sql(
      `INSERT INTO workspace (id, name, kind, color, time_zone, created_at) VALUES ('w', 'A', 'real', '#000000', 'UTC', 0)`,
    ).run();
    for (const [id, platform] of [
      ['a', 'x'],
      ['b', 'x'],
      ['c', 'x'],
      ['m', 'other'],
    ] as const) {
      db.sql(`INSERT INTO account (id, workspace_id, platform, origin, remote_id, username, display_name, endpoints, client_id, state, connected_at, created_at)
        VALUES (:id, 'w', :platform, 'https://x.com', :id, 'n', 'N', '{}', 'c', 'connected', 0, 0)`).run({
        id,
        platform,
      });
    }
  });
  return {
    db,
    file,
    newId,
    add: (...jobs) => db.write(() => jobs.forEach((job) => enqueue(db, newId, job, 0))),
    take(now, { most = 100, holder = 'run', ...limits } = {}) {
      const all = { overall: 64, perPlatform: 32, perAccount: 1, ...limits };
      return db.write(() =>
        claimDue(db, { queue: 'publisher', now, lease: newId(holder), limits: all, most }),
      ).jobs;
    },
    pauseAccount: (id, until) =>
      db.write(() =>
        db
          .sql(
            `UPDATE account SET paused_until = :until, pause_reason = CASE WHEN :until IS NULL THEN NULL ELSE 'rate_limited' END WHERE id = :id`,
          )
          .run({ id, until }),
      ),
  };
}

/** A post of an account that publishes `subjectId` at `runAt`. */
export function publishJob(subjectId: string, runAt: number, accountId = 'a'): NewJob {
  return { workspaceId, queue: 'publisher', kind: 'publish', subjectId, accountId, runAt };
}

export const subjects = (jobs: readonly Job[]): string[] => jobs.map(({ subjectId }) => subjectId);
