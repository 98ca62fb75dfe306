import { join } from 'node:path';
import { concurrency, openBenchQueue } from './bench-queue.ts';
import { openBull } from './bull.ts';
import { withRedis } from './redis.ts';
import type { Row } from './row.ts';
import { withScratch } from './scratch.ts';
import { measured, percentile } from './statistics.ts';

const jobs = 100;
const apartMs = 25;
const headStartMs = 2_000;
const runs = 3;

/** How long after its due time a job starts, in milliseconds: jobs that come due one after another. */
export async function measureLateness(): Promise<readonly Row[]> {
  return await withScratch(async (directory) => {
    const ours: number[][] = [];
    for (let run = 0; run < runs; run += 1) ours.push(await ownLateness(join(directory, `ours-${run}`)));
    const bull = await withRedis(join(directory, 'redis'), 'always', async (port) => {
      const all: number[][] = [];
      for (let run = 0; run < runs; run += 1) all.push(await bullLateness(port, `lateness-${run}`));
      return all;
    });
    return [0.5, 0.99].map((share) => ({
      name: `lateness of a due job, p${share * 100}`,
      unit: 'ms',
      measured: measured(ours.map((run) => percentile(run, share))),
      yardsticks: [
        { name: 'BullMQ, every write synced', measured: measured(bull.map((run) => percentile(run, share))) },
      ],
    }));
  });
}

const now = (): number => performance.timeOrigin + performance.now();
const dueTimes = (): number[] => {
  const first = Math.ceil(now()) + headStartMs;
  return Array.from({ length: jobs }, (_, index) => first + index * apartMs);
};

async function ownLateness(directory: string): Promise<number[]> {
  const queue = await openBenchQueue(directory, { deliveries: jobs });
  await queue.add(dueTimes().map((runAt, delivery) => ({ delivery, runAt })));
  const late: number[] = [];
  await queue.run(jobs, concurrency, { start: (job) => late.push(now() - job.runAt) });
  queue.close();
  return late;
}

async function bullLateness(port: number, name: string): Promise<number[]> {
  const bull = await openBull(port, name);
  await Promise.all(
    dueTimes().map((due) => bull.queue.add('nothing', { due }, { delay: Math.round(due - now()) })),
  );
  const late: number[] = [];
  await bull.run(jobs, concurrency, (job) => {
    // Its due time is what BullMQ made of the delay.
    late.push(now() - (job.timestamp + (job.opts.delay ?? 0)));
    return Promise.resolve();
  });
  await bull.close();
  return late;
}
