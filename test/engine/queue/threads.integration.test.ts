import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createGateMemory } from '../../../src/engine/db/gate.ts';
import type { GateMemory } from '../../../src/engine/db/gate.ts';
import type { HammerTask } from './hammer-worker.ts';
import { publishJob, startQueue } from './queue-world.ts';

const jobs = 400;

function start(task: HammerTask): Worker {
  return new Worker(new URL('./hammer-worker.ts', import.meta.url), { workerData: task });
}

test.each([
  ['two threads at one gate', () => createGateMemory()],
  ['two programs that know nothing of each other', () => null],
] as [string, () => GateMemory | null][])(
  '%s never both run a job, and leave none',
  async (_name, memoryOf) => {
    const { db, file, add } = await startQueue();
    const accounts = ['a', 'b', 'c', 'm'];
    for (let index = 0; index < jobs; index += 100)
      add(
        ...Array.from({ length: 100 }, (_, more) =>
          publishJob(`post ${index + more}`, 1, accounts[more % accounts.length]),
        ),
      );
    const memory = memoryOf();
    const workers = [2, 3].map((seat) => start({ file, memory, seat }));
    await Promise.all(workers.map((worker) => once(worker, 'message')));
    const ran: string[] = [];
    const all = Promise.withResolvers<void>();
    for (const worker of workers) {
      worker.on('message', (subject: string) => {
        ran.push(subject);
        if (ran.length >= jobs) all.resolve();
      });
      worker.on('error', all.reject);
      worker.postMessage('go');
    }
    await all.promise;
    const gone = workers.map((worker) => once(worker, 'exit'));
    for (const worker of workers) worker.postMessage('stop');
    await Promise.all(gone);
    expect(ran).toHaveLength(jobs);
    expect(new Set(ran).size).toBe(jobs);
    expect(db.sql(`SELECT state, count(*) AS jobs FROM job GROUP BY state`).all()).toEqual([
      { state: 'done', jobs },
    ]);
  },
);
