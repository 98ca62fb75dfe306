import { Queue, Worker } from 'bullmq';
import type { Job } from 'bullmq';

/** BullMQ's queue and worker on one Redis. */
export interface Bull {
  readonly queue: Queue;
  /** Starts a worker; resolves when `count` jobs have ended. */
  run(count: number, concurrency: number, work: (job: Job) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export async function openBull(port: number, name = 'bench'): Promise<Bull> {
  const connection = { host: '127.0.0.1', port, maxRetriesPerRequest: null };
  const queue = new Queue(name, { connection });
  await queue.waitUntilReady();
  return {
    queue,
    async run(count, concurrency, work) {
      const ended = Promise.withResolvers<void>();
      let left = count;
      const worker = new Worker(name, work, { connection, concurrency });
      worker.on('error', ended.reject);
      worker.on('failed', (_job, error) => ended.reject(error));
      worker.on('completed', () => {
        left -= 1;
        if (left === 0) ended.resolve();
      });
      try {
        await ended.promise;
      } finally {
        await worker.close();
      }
    },
    close: () => queue.close(),
  };
}
