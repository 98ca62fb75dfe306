import { Worker } from 'node:worker_threads';
import type { Paths } from '../ports.ts';
import type { LearnedAccount, PastOutcome } from './learn-account.ts';

/** Learns in a thread of its own, so that what runs in this one goes on; ends it where `signal` fires. */
export function learnInWorker(
  paths: Pick<Paths, 'worker'>,
  posts: readonly PastOutcome[],
  signal: AbortSignal,
): Promise<LearnedAccount> {
  const { promise, resolve, reject } = Promise.withResolvers<LearnedAccount>();
  const worker = new Worker(paths.worker('learner'), { workerData: { posts } });
  const end = (): void => void worker.terminate();
  signal.addEventListener('abort', end, { once: true });
  worker.once('message', (learned: LearnedAccount) => resolve(learned));
  worker.once('error', reject);
  worker.once('exit', () => {
    signal.removeEventListener('abort', end);
    reject(new Error('The learner ended without an answer.'));
  });
  return promise;
}
