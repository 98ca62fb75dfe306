import type { Database } from '../db/database.ts';
import type { Ports } from '../ports.ts';
import type { JobHandler } from './handler.ts';
import type { Job } from './job.ts';
import type { Outcome } from './outcome.ts';
import { finish, leaseMs, renew } from './store.ts';
import { transitionOf } from './transition.ts';

export interface ExecutorDeps {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'random' | 'log'>;
  readonly handlers: ReadonlyMap<string, JobHandler>;
}

/**
 * Runs one claimed job and records what became of it. The only place where an outcome turns into a state: the job's
 * transition and what it means for its subject are one transaction.
 */
export async function execute(deps: ExecutorDeps, job: Job, stopping: AbortSignal): Promise<void> {
  const { clock, log, random } = deps.ports;
  const handler = deps.handlers.get(job.kind);
  const lost = new AbortController();
  const signal = AbortSignal.any([stopping, lost.signal]);
  const stopRenewing = keepClaim(deps, job, () => lost.abort());
  let outcome: Outcome;
  try {
    outcome = handler === undefined ? unknownKind(job) : await handler.run(job, signal);
  } catch (error) {
    outcome = failureOf(error, stopping.aborted, clock.now());
    if (!stopping.aborted) log.error({ job: job.id, kind: job.kind, error: describe(error) }, 'a job threw');
  } finally {
    stopRenewing();
  }
  record(deps, handler, job, outcome, random);
}

function record(
  deps: ExecutorDeps,
  handler: JobHandler | undefined,
  job: Job,
  outcome: Outcome,
  random: Ports['random'],
): void {
  const { clock, log } = deps.ports;
  const now = clock.now();
  const transition = transitionOf(job, outcome, now, random);
  const written = deps.db.write(() => {
    if (!finish(deps.db, job, transition, now)) return false;
    handler?.record?.(job, outcome, transition);
    return true;
  });
  if (!written)
    log.warn(
      { job: job.id, kind: job.kind, outcome: outcome.kind },
      'the claim was lost before the outcome could be written',
    );
}

function keepClaim(deps: ExecutorDeps, job: Job, onLost: () => void): () => void {
  const { clock } = deps.ports;
  let cancel = () => {};
  const again = () => {
    cancel = clock.setTimer((leaseMs / 4) * clock.setting.rate, () => {
      if (!deps.db.open) return;
      if (renew(deps.db, job, clock.now() + leaseMs * clock.setting.rate)) again();
      else onLost();
    });
  };
  again();
  return () => cancel();
}

function unknownKind(job: Job): Outcome {
  return {
    kind: 'rejected',
    code: 'internal',
    detail: `No part of this version knows jobs of the kind ${job.kind}.`,
  };
}

function failureOf(error: unknown, stopping: boolean, now: number): Outcome {
  if (stopping)
    return { kind: 'later', at: now, code: 'stopped', detail: 'Interrupted while the app was closing.' };
  return { kind: 'retry', code: 'internal', detail: describe(error), retryAt: null };
}

/** The error's own first line; stack traces stay in the log. */
function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'not an error';
}
