import { Worker } from 'node:worker_threads';
import type { Paths } from '../ports.ts';

/**
 * Makes a JPEG of a phone's HEIC picture, in a thread of its own: decoding takes seconds of a processor. False where it is
 * damaged. The file at `to` is new; the original stays.
 */
export function convertPhonePicture(
  paths: Pick<Paths, 'worker'>,
  from: string,
  to: string,
): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const worker = new Worker(paths.worker('converter'), { workerData: { from, to } });
  worker.once('message', (converted: unknown) => resolve(converted === true));
  worker.once('error', reject);
  worker.once('exit', () => resolve(false));
  return promise;
}
