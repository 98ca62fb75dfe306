import { Worker } from 'node:worker_threads';
import type { Paths } from '../ports.ts';
import type { LearnedAccount, PastOutcome } from './learn-account.ts';

/** Learns in a thread of its own, so that what runs in this one goes on. Null where `signal` ended it before. */
export function learnInWorker(
  paths: Pick<Paths, 'worker'>,
  posts: readonly PastOutcome[],
  signal: AbortSignal,
): Promise<LearnedAccount | null> {
  const { promise, resolve, reject } = Promise.withResolvers<LearnedAccount | null>();
  const worker = new Worker(paths.worker('learner'), { workerData: { posts } });
  const end = (): void => void worker.terminate();
  signal.addEventListener('abort', end, { once: true });
  worker.once('message', (learned: LearnedAccount) => resolve(learned));
  worker.once('error', reject);
  worker.once('exit', () => {
    signal.removeEventListener('abort', end);
    if (signal.aborted) resolve(null);
    else reject(new Error('The learner ended without an answer.'));
  });
  return promise;
}
