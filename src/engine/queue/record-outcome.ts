import { isPassingTrouble } from '../db/passing-trouble.ts';
import { afterReal } from '../http/deadline.ts';
import type { Clock } from '../ports.ts';
import type { ExecutorDeps } from './executor.ts';
import type { JobHandler } from './handler.ts';
import type { Job } from './job.ts';
import type { Outcome } from './outcome.ts';
import { finish } from './store.ts';
import { transitionOf } from './transition.ts';

/** Between attempts to write on a disk that is full or busy, doubled up to the second, in real milliseconds. */
const waitsMs = { first: 1_000, longest: 30_000 };

interface Ended {
  readonly handler: JobHandler | undefined;
  readonly job: Job;
  readonly outcome: Outcome;
}

/**
 * Writes what became of a job, together with what else is written in the same turn. A disk that takes nothing is tried
 * again until it does or the thread stops; then the claim is given back and the ledger says how far it came. An outcome
 * that cannot be written for what it is ends as a failed attempt.
 */
export async function recordOutcome(deps: ExecutorDeps, ended: Ended, stopping: AbortSignal): Promise<void> {
  const { clock, log } = deps.ports;
  const { job, outcome } = ended;
  const failed: Ended = {
    ...ended,
    outcome: {
      kind: 'retry',
      code: 'internal',
      detail: 'What became of it could not be written.',
      retryAt: null,
    },
  };
  const ways = [
    () => deps.db.writeTogether(() => write(deps, ended)),
    () => Promise.resolve(deps.db.write(() => write(deps, ended))),
    () => Promise.resolve(deps.db.write(() => write(deps, failed))),
    () => Promise.resolve(deps.db.write(() => write(deps, { ...failed, handler: undefined }))),
  ];
  let waitMs = waitsMs.first;
  for (let way = 0; way < ways.length;) {
    try {
      const written = await ways[way]?.();
      if (written === false)
        log.warn(
          { job: job.id, kind: job.kind, outcome: outcome.kind },
          'the claim was lost before the outcome could be written',
        );
      return;
    } catch (error) {
      log.error({ error: String(error), job: job.id }, 'an outcome could not be recorded');
      if (stopping.aborted || !deps.db.open) return;
      if (isPassingTrouble(error)) {
        await pause(clock, waitMs, stopping);
        waitMs = Math.min(waitsMs.longest, waitMs * 2);
      } else way += 1;
    }
  }
}

function write({ db, ports: { clock, random } }: ExecutorDeps, { handler, job, outcome }: Ended): boolean {
  const now = clock.now();
  const transition = transitionOf(job, outcome, now, random);
  if (!finish(db, job, transition, now)) return false;
  handler?.record?.(job, outcome, transition);
  return true;
}

function pause(clock: Clock, realMs: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      cancel();
      stopping.removeEventListener('abort', end);
      resolve();
    };
    const cancel = afterReal(clock, realMs, end);
    stopping.addEventListener('abort', end, { once: true });
  });
}
