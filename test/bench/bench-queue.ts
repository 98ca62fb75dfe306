import { join } from 'node:path';
import type { Database } from '../../src/engine/db/database.ts';
import { createGateMemory, openGate } from '../../src/engine/db/gate.ts';
import { openDatabase } from '../../src/engine/db/open.ts';
import { prepareData } from '../../src/engine/prepare-data.ts';
import type { Job, NewJob } from '../../src/engine/queue/job.ts';
import { createRunner } from '../../src/engine/queue/runner.ts';
import { enqueue } from '../../src/engine/queue/store.ts';
import { createClock, realTime } from '../../src/engine/system/clock.ts';
import { createIds } from '../../src/engine/system/ids.ts';
import { createRandom } from '../../src/engine/system/random.ts';
import { workspaceId } from '../../src/shared/models/ids.ts';
import { quietPorts } from '../support/quiet-ports.ts';

/** How many jobs run at once, here and at BullMQ. */
export const concurrency = 8;

/** The engine's own queue on a file of its own, synced at every commit. */
export interface BenchQueue {
  readonly db: Database;
  /** Adds jobs in one transaction. */
  add(jobs: readonly Pick<NewJob, 'subjectId' | 'runAt'>[]): void;
  /** Runs what is due until `count` jobs have ended. `onStart` is called with each job as it starts. */
  run(count: number, onStart: (job: Job) => void): Promise<void>;
  close(): void;
}

export async function openBenchQueue(directory: string): Promise<BenchQueue> {
  const ports = quietPorts({ data: directory, clock: createClock(realTime), url: '' });
  const gate = openGate(createGateMemory(), 1);
  await prepareData(ports, gate);
  const db = openDatabase({ file: join(directory, 'ocma.db'), gate });
  const newId = createIds(ports.clock, createRandom());
  const workspace = workspaceId.parse('wsp_bench');
  db.write(() =>
    db
      .sql(
        `INSERT INTO workspace (id, name, kind, color, time_zone, created_at) VALUES (:id, 'Bench', 'real', 'blue', 'UTC', 0)`,
      )
      .run({ id: workspace }),
  );
  return {
    db,
    add(jobs) {
      db.write(() => {
        for (const job of jobs)
          enqueue(
            db,
            newId,
            { ...job, workspaceId: workspace, queue: 'background', kind: 'nothing' },
            Date.now(),
          );
      });
    },
    async run(count, onStart) {
      const ended = Promise.withResolvers<void>();
      let left = count;
      const runner = createRunner({
        db,
        ports,
        newId,
        queue: 'background',
        holder: 'bench',
        limits: { overall: concurrency, perPlatform: concurrency, perAccount: 1 },
        handlers: new Map([
          [
            'nothing',
            {
              kind: 'nothing',
              run(job) {
                onStart(job);
                return Promise.resolve({ kind: 'done' });
              },
              record() {
                left -= 1;
                if (left === 0) ended.resolve();
              },
            },
          ],
        ]),
      });
      runner.start();
      await ended.promise;
      await runner.stop();
    },
    close: () => db.close(),
  };
}
