import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createGateMemory, evict } from '../../../src/engine/db/gate.ts';
import type { GateMemory } from '../../../src/engine/db/gate.ts';
import { releaseClaims } from '../../../src/engine/queue/store.ts';
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

test('the claims of a thread that died are given back once, and its successor goes on where it was', async () => {
  const { db, file, add } = await startQueue();
  const works = Array.from({ length: 40 }, (_, index) => ({
    ...publishJob(`post ${index}`, 1),
    accountId: null,
  }));
  add(...works);
  const memory = createGateMemory();
  const first = start({ file, memory, seat: 2, diesWith: 7 });
  await once(first, 'message');
  const gone = once(first, 'exit');
  first.postMessage('go');
  await gone;
  evict(memory, 2);
  const running = () =>
    db.sql<{ jobs: number }>(`SELECT count(*) AS jobs FROM job WHERE state = 'running'`).get()?.jobs ?? 0;
  const held = running();
  expect(held).toBeGreaterThan(0);
  expect(releaseClaims(db, 'run2')).toBe(held);
  expect(releaseClaims(db, 'run2')).toBe(0);
  expect(running()).toBe(0);

  const second = start({ file, memory, seat: 3 });
  await once(second, 'message');
  const left =
    db.sql<{ jobs: number }>(`SELECT count(*) AS jobs FROM job WHERE state = 'ready'`).get()?.jobs ?? 0;
  const ran: string[] = [];
  const all = Promise.withResolvers<void>();
  second.on('message', (subject: string) => {
    ran.push(subject);
    if (ran.length === left) all.resolve();
  });
  second.postMessage('go');
  await all.promise;
  const stopped = once(second, 'exit');
  second.postMessage('stop');
  await stopped;
  expect(new Set(ran).size).toBe(left);
  expect(db.sql(`SELECT state, count(*) AS jobs FROM job GROUP BY state`).all()).toEqual([
    { state: 'done', jobs: works.length },
  ]);
});
