import { Queue, Worker } from 'bullmq';
import type { Job } from 'bullmq';
import type { Contender } from './contender.ts';
import { inLanes, timed } from './contender.ts';

/** What its documentation recommends for production; see `redisSettings` for the server's side. */
const defaultJobOptions = { removeOnComplete: { count: 1_000 }, removeOnFail: { count: 5_000 } };

/** BullMQ's queue and worker on one Redis. */
export interface Bull {
  readonly queue: Queue;
  /** Starts a worker, then the clock; resolves with the milliseconds until `count` jobs have ended. */
  run(count: number, concurrency: number, work: (job: Job) => Promise<void>): Promise<number>;
  /** Starts a worker, then the clock; adds a job whenever one has ended, so that `concurrency` are under way. */
  endToEnd(count: number, concurrency: number): Promise<number>;
  close(): Promise<void>;
}

export async function openBull(port: number, name = 'bench'): Promise<Bull> {
  const connection = { host: '127.0.0.1', port, maxRetriesPerRequest: null };
  const queue = new Queue(name, { connection, defaultJobOptions });
  await queue.waitUntilReady();

  const withWorker = async (
    concurrency: number,
    work: (job: Job) => Promise<void>,
    use: (worker: Worker, fail: (error: Error) => void) => Promise<void>,
  ): Promise<number> => {
    const worker = new Worker(name, work, { connection, concurrency, autorun: false });
    await worker.waitUntilReady();
    const failed = Promise.withResolvers<never>();
    worker.on('error', failed.reject);
    worker.on('failed', (_job, error) => failed.reject(error));
    try {
      return await timed(() => Promise.race([use(worker, failed.reject), failed.promise]));
    } finally {
      await worker.close();
    }
  };

  return {
    queue,
    run: (count, concurrency, work) =>
      withWorker(concurrency, work, async (worker, fail) => {
        const ended = Promise.withResolvers<void>();
        let left = count;
        worker.on('completed', () => {
          left -= 1;
          if (left === 0) ended.resolve();
        });
        worker.run().catch(fail);
        await ended.promise;
      }),
    endToEnd: (count, concurrency) =>
      withWorker(
        concurrency,
        () => Promise.resolve(),
        async (worker, fail) => {
          const ended = Promise.withResolvers<void>();
          let toAdd = count;
          let left = count;
          const add = (): void => {
            if (toAdd === 0) return;
            toAdd -= 1;
            queue.add('nothing', { index: toAdd }).catch(fail);
          };
          worker.on('completed', () => {
            left -= 1;
            if (left === 0) ended.resolve();
            else add();
          });
          worker.run().catch(fail);
          for (let lane = 0; lane < concurrency; lane += 1) add();
          await ended.promise;
        },
      ),
    close: () => queue.close(),
  };
}

/** BullMQ as one of those that are compared. */
export async function openBullContender(port: number, name: string, settings: string): Promise<Contender> {
  const bull = await openBull(port);
  return {
    name,
    settings,
    add: (jobs, inFlight) =>
      timed(() => inLanes(jobs, inFlight, (index) => bull.queue.add('nothing', { index }))),
    addInBulk: (jobs, batch) =>
      timed(async () => {
        for (let from = 0; from < jobs; from += batch) {
          await bull.queue.addBulk(
            Array.from({ length: Math.min(batch, jobs - from) }, (_, index) => ({
              name: 'nothing',
              data: { index: from + index },
            })),
          );
        }
      }),
    complete: (jobs, inFlight) => bull.run(jobs, inFlight, () => Promise.resolve()),
    endToEnd: bull.endToEnd,
    close: () => bull.close(),
  };
}
