import type { Database } from '../db/database.ts';
import { afterReal } from '../http/deadline.ts';
import type { Ports } from '../ports.ts';
import type { JobContext, JobHandler } from './handler.ts';
import type { Job } from './job.ts';
import type { Outcome } from './outcome.ts';
import { recordOutcome } from './record-outcome.ts';

/** Work that says nothing for so long hangs, in real milliseconds. */
const usualLongestMs = 60 * 60_000;
/** What it then has to give up by itself. */
const graceMs = 30_000;

export interface ExecutorDeps {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'random' | 'log'>;
  readonly handlers: ReadonlyMap<string, JobHandler>;
}

export interface Execution {
  /** Fires when the thread stops. */
  readonly stopping: AbortSignal;
  /** This job's own: fires when the thread stops, and is fired where the work is taken for hung. */
  readonly giveUp: AbortController;
  readonly context: JobContext;
  /** The work is done; what became of it is about to be written. */
  ended(): void;
}

/**
 * Runs one claimed job and records what became of it. The only place where an outcome turns into a state: the job's
 * transition and what it means for its subject are one transaction.
 */
export async function execute(deps: ExecutorDeps, job: Job, execution: Execution): Promise<void> {
  const handler = deps.handlers.get(job.kind);
  const outcome = handler === undefined ? unknownKind(job) : await run(deps, handler, job, execution);
  const recorded = recordOutcome(deps, { handler, job, outcome }, execution.stopping);
  execution.ended();
  await recorded;
}

/** The handler's outcome; where it does not come to an end, that it hangs. Its late writes then find the claim gone. */
async function run(
  { ports: { clock, log } }: ExecutorDeps,
  handler: JobHandler,
  job: Job,
  { stopping, giveUp, context }: Execution,
): Promise<Outcome> {
  const longestMs = handler.longestMs ?? usualLongestMs;
  let cancel = () => {};
  const hangs = new Promise<Outcome>((resolve) => {
    cancel = afterReal(clock, longestMs, () => {
      giveUp.abort();
      cancel = afterReal(clock, graceMs, () => {
        log.error({ job: job.id, kind: job.kind }, 'a job did not come to an end and is tried again');
        const detail = `No end after ${Math.round(longestMs / 60_000)} minutes.`;
        resolve({ kind: 'retry', code: 'internal', detail, retryAt: null });
      });
    });
  });
  try {
    return await Promise.race([handler.run(job, giveUp.signal, context), hangs]);
  } catch (error) {
    if (stopping.aborted)
      return {
        kind: 'later',
        at: clock.now(),
        code: 'stopped',
        detail: 'Interrupted while the app was closing.',
      };
    log.error({ job: job.id, kind: job.kind, error: describe(error) }, 'a job threw');
    return { kind: 'retry', code: 'internal', detail: describe(error), retryAt: null };
  } finally {
    cancel();
  }
}

function unknownKind(job: Job): Outcome {
  return {
    kind: 'rejected',
    code: 'internal',
    detail: `No part of this version knows jobs of the kind ${job.kind}.`,
  };
}

/** The error's own first line; stack traces stay in the log. */
function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'not an error';
}
