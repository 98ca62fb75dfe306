import { join } from 'node:path';
import { concurrency, openBenchQueue } from './bench-queue.ts';
import { openBull } from './bull.ts';
import { withRedis } from './redis.ts';
import type { Durability } from './redis.ts';
import type { Row } from './row.ts';
import { withScratch } from './scratch.ts';
import { measured } from './statistics.ts';

const jobs = 1_000;
const batch = 100;
const runs = 3;

/** Jobs a second, each way several times. */
interface Rates {
  readonly one: number[];
  readonly batched: number[];
  readonly run: number[];
}

/** How fast jobs are added and run: ours, and BullMQ's on Redis. */
export async function measureQueue(): Promise<readonly Row[]> {
  return await withScratch(async (directory) => {
    const ours = await ownRates(join(directory, 'ours'));
    const durable = await bullRates(join(directory, 'durable'), 'durable');
    const lax = await bullRates(join(directory, 'default'), 'default');
    const row = (name: string, of: (rates: Rates) => number[]): Row => ({
      name,
      unit: 'jobs/s',
      measured: measured(of(ours)),
      yardsticks: [
        { name: 'BullMQ, every write synced', measured: measured(of(durable)) },
        { name: 'BullMQ, default', measured: measured(of(lax)) },
      ],
    });
    return [
      row('enqueue, one a transaction', ({ one }) => one),
      row(`enqueue, ${batch} a transaction`, ({ batched }) => batched),
      row(`claim, run nothing, finish; ${concurrency} at once`, ({ run }) => run),
    ];
  });
}

async function ownRates(directory: string): Promise<Rates> {
  const rates: Rates = { one: [], batched: [], run: [] };
  const queue = await openBenchQueue(directory);
  for (let run = 0; run < runs; run += 1) {
    const due = Date.now();
    const names = (what: string) => Array.from({ length: jobs }, (_, index) => `${what}-${run}-${index}`);
    rates.one.push(
      await rate(() => {
        for (const subjectId of names('one')) queue.add([{ subjectId, runAt: due }]);
      }),
    );
    const many = names('many').map((subjectId) => ({ subjectId, runAt: due }));
    rates.batched.push(
      await rate(() => {
        for (let from = 0; from < jobs; from += batch) queue.add(many.slice(from, from + batch));
      }),
    );
    rates.run.push((await rate(() => queue.run(jobs * 2, () => undefined))) * 2);
  }
  queue.close();
  return rates;
}

async function bullRates(directory: string, durability: Durability): Promise<Rates> {
  return await withRedis(directory, durability, async (port) => {
    const rates: Rates = { one: [], batched: [], run: [] };
    const bull = await openBull(port);
    for (let run = 0; run < runs; run += 1) {
      rates.one.push(
        await rate(async () => {
          for (let index = 0; index < jobs; index += 1) await bull.queue.add('nothing', { index });
        }),
      );
      const many = Array.from({ length: batch }, (_, index) => ({ name: 'nothing', data: { index } }));
      rates.batched.push(
        await rate(async () => {
          for (let from = 0; from < jobs; from += batch) await bull.queue.addBulk(many);
        }),
      );
      rates.run.push((await rate(() => bull.run(jobs * 2, concurrency, () => Promise.resolve()))) * 2);
    }
    await bull.close();
    return rates;
  });
}

async function rate(work: () => void | Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (jobs * 1_000) / (performance.now() - start);
}
