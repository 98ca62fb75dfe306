import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../src/engine/db/database.ts';
import { createGateMemory, openGate } from '../../src/engine/db/gate.ts';
import { openDatabase } from '../../src/engine/db/open.ts';
import type { Ledger } from '../../src/engine/posts/ledger/ledger.ts';
import { record } from '../../src/engine/posts/ledger/transitions.ts';
import { prepareData } from '../../src/engine/prepare-data.ts';
import type { Job } from '../../src/engine/queue/job.ts';
import { createRunner } from '../../src/engine/queue/runner.ts';
import type { Runner } from '../../src/engine/queue/runner.ts';
import { enqueue } from '../../src/engine/queue/store.ts';
import { createClock, realTime } from '../../src/engine/system/clock.ts';
import { createIds } from '../../src/engine/system/ids.ts';
import { createRandom } from '../../src/engine/system/random.ts';
import { deliveryId, workspaceId } from '../../src/shared/models/ids.ts';
import { quietPorts } from '../support/quiet-ports.ts';
import type { Synchronous } from './synchronous.ts';

/** How many jobs run at once where nothing else is said. */
export const concurrency = 8;
/** Accounts that the jobs are spread over; one job of an account runs at a time. */
const accounts = 1_000;

/** A run that takes longer hangs. */
const patienceMs = 20_000;

/** A job of the bench: it publishes the delivery of that number at that time. */
export interface BenchJob {
  readonly delivery: number;
  readonly runAt: number;
}

/** The engine's own queue on a file of its own: jobs of the publisher, each with its delivery's rows of history. */
export interface BenchQueue {
  readonly db: Database;
  readonly workspace: string;
  /** Adds jobs in one transaction: of their own, or `together` with what others add in the same turn. Resolves when it is on disk. */
  add(jobs: readonly BenchJob[], together?: boolean): Promise<void>;
  /** Runs what is due, `inFlight` at once, until `count` jobs have ended. `onEnd` is called after each commit. */
  run(count: number, inFlight: number, on?: { start?: (job: Job) => void; end?: () => void }): Promise<void>;
  /** Makes the runner of `run` look now. */
  wake(): void;
  close(): void;
}

/** Opens one with so many deliveries to publish; a delivery may be used again once its job has ended. */
export async function openBenchQueue(
  directory: string,
  options: { deliveries: number; synchronous?: Synchronous },
): Promise<BenchQueue> {
  mkdirSync(directory, { recursive: true });
  const ports = quietPorts({ data: directory, clock: createClock(realTime), url: '' });
  const gate = openGate(createGateMemory(), 1);
  await prepareData(ports, gate);
  const db = openDatabase({ file: join(directory, 'ocma.db'), gate });
  lowerTo(db, options.synchronous ?? 'FULL');
  const newId = createIds(ports.clock, createRandom());
  const workspace = workspaceId.parse('wsp_bench');
  fill(db, options.deliveries);
  const ledger: Ledger = { db, clock: ports.clock, newId, changed: () => undefined };
  const key = (number: number) => ({ workspaceId: workspace, id: deliveryId.parse(nameOf(number)) });
  let runner: Runner | null = null;

  return {
    db,
    workspace,
    async add(jobs, together = false) {
      const now = Date.now();
      const write = (): void => {
        for (const { delivery, runAt } of jobs) {
          enqueue(
            db,
            newId,
            {
              workspaceId: workspace,
              queue: 'publisher',
              kind: 'nothing',
              subjectId: nameOf(delivery),
              platform: 'x',
              accountId: `acc_${delivery % accounts}`,
              runAt,
            },
            now,
          );
          record(ledger, key(delivery), {
            kind: 'scheduled',
            from: 'draft',
            to: 'scheduled',
            actor: 'user',
          });
        }
      };
      if (together) await db.writeTogether(write);
      else db.write(write);
    },
    async run(count, inFlight, on = {}) {
      const ended = Promise.withResolvers<void>();
      let left = count;
      const committed = (): void => {
        left -= 1;
        on.end?.();
        if (left === 0) ended.resolve();
      };
      runner = createRunner({
        db,
        ports,
        newId,
        queue: 'publisher',
        holder: 'bench',
        limits: { overall: inFlight, perPlatform: inFlight, perAccount: 1 },
        handlers: new Map([
          [
            'nothing',
            {
              kind: 'nothing',
              run(job) {
                on.start?.(job);
                return Promise.resolve({ kind: 'done' });
              },
              record(job) {
                const id = deliveryId.parse(job.subjectId);
                record(
                  ledger,
                  { workspaceId: workspace, id },
                  { kind: 'published', from: 'publishing', to: 'published', actor: 'publisher' },
                );
                db.afterCommit(committed);
              },
            },
          ],
        ]),
      });
      runner.start();
      const tooLong = setTimeout(() => {
        const states = db.sql(`SELECT state, count(*) AS jobs FROM job GROUP BY state`).all();
        ended.reject(
          new Error(
            `After ${patienceMs} ms ${left} of ${count} jobs have not ended: ${JSON.stringify(states)}.`,
          ),
        );
      }, patienceMs);
      try {
        await ended.promise;
      } finally {
        clearTimeout(tooLong);
        await runner.stop();
      }
    },
    wake: () => runner?.wake(),
    close: () => db.close(),
  };
}

const nameOf = (number: number): string => `dlv_${number}`;

/** Lowers this connection alone; `openDatabase` has no such option, because the ledger's promises rest on FULL. */
function lowerTo(db: Database, synchronous: Synchronous): void {
  if (synchronous === 'FULL') return;
  db.sql(`PRAGMA synchronous = ${synchronous}`).run();
  const now = db.sql<{ synchronous: number }>('PRAGMA synchronous').get()?.synchronous;
  if (now !== 1) throw new Error(`SQLite did not take synchronous = ${synchronous}.`);
}

function fill(db: Database, deliveries: number): void {
  const numbers = `WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < :count)`;
  db.write(() => {
    db.sql(
      `INSERT INTO workspace (id, name, kind, color, time_zone, created_at) VALUES ('wsp_bench', 'Bench', 'real', 'blue', 'UTC', 0)`,
    ).run();
    db.sql(`${numbers} INSERT INTO account (id, workspace_id, platform, origin, remote_id, username, display_name, endpoints, client_id, state, connected_at, created_at)
      SELECT 'acc_' || n, 'wsp_bench', 'x', 'bench', n, 'name' || n, 'Name', '{}', 'client', 'connected', 0, 0 FROM number`).run(
      {
        count: accounts,
      },
    );
    db.sql(`${numbers} INSERT INTO post (id, workspace_id, parts, search_text, source, actor, created_at, updated_at)
      SELECT 'pst_' || n, 'wsp_bench', '[]', '', 'app', 'user', 0, 0 FROM number`).run({ count: deliveries });
    db.sql(`${numbers} INSERT INTO delivery (id, workspace_id, post_id, account_id, state, catch_up, created_at, updated_at)
      SELECT 'dlv_' || n, 'wsp_bench', 'pst_' || n, 'acc_' || (n % ${accounts}), 'draft', '{}', 0, 0 FROM number`).run(
      {
        count: deliveries,
      },
    );
  });
}
