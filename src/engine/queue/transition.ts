import { attemptsFor } from '../http/failure-policy.ts';
import { boundedWish } from '../http/retry-after.ts';
import type { Random } from '../ports.ts';
import { backOffMs } from './backoff.ts';
import type { Job } from './job.ts';
import type { Outcome } from './outcome.ts';

/** What becomes of a job's row. `ready` runs again at `runAt`; `dead` waits for the user. */
export type Transition =
  | { readonly state: 'done' }
  | {
      readonly state: 'ready';
      readonly runAt: number;
      readonly attempts: number;
      readonly code: string | null;
      readonly detail: string | null;
    }
  | { readonly state: 'dead'; readonly code: string; readonly detail: string; readonly attempts: number };

/** The one place that decides what follows from an outcome. */
export function transitionOf(
  job: Pick<Job, 'attempts' | 'maxAttempts'>,
  outcome: Outcome,
  now: number,
  random: Random,
): Transition {
  switch (outcome.kind) {
    case 'done':
      return { state: 'done' };
    case 'again':
      return { state: 'ready', runAt: outcome.at, attempts: 0, code: null, detail: null };
    case 'later':
      return {
        state: 'ready',
        runAt: outcome.at,
        attempts: job.attempts,
        code: outcome.code,
        detail: outcome.detail,
      };
    case 'retry': {
      const attempts = job.attempts + 1;
      if (attempts >= (attemptsFor(outcome.code) ?? job.maxAttempts))
        return { state: 'dead', code: outcome.code, detail: outcome.detail, attempts };
      const runAt = Math.max(boundedWish(outcome.retryAt ?? 0, now), now + backOffMs(job.attempts, random));
      return { state: 'ready', runAt, attempts, code: outcome.code, detail: outcome.detail };
    }
    case 'rejected':
    case 'auth':
    case 'unknown':
      return { state: 'dead', code: outcome.code, detail: outcome.detail, attempts: job.attempts + 1 };
  }
}
