import type { Failure } from '../http/call.ts';
import { outcomeOf } from './failure-outcome.ts';
import type { Job } from './job.ts';
import type { Outcome } from './outcome.ts';

const sixHoursMs = 6 * 60 * 60_000;

/**
 * What follows from a failed reading. As for publishing, but periodic work does not end with a no or with its last try:
 * it comes back at its next time. Only an account that needs the user ends it; connecting again starts it anew. At the
 * spending cap it waits, since the cap may be raised.
 */
export function periodicOutcome(
  failure: Failure,
  job: Pick<Job, 'attempts' | 'maxAttempts'>,
  now: number,
  periodMs: number,
): Outcome {
  if (failure.code === 'spending_cap') {
    return { kind: 'later', at: now + sixHoursMs, code: failure.code, detail: failure.detail };
  }
  const outcome = outcomeOf(failure, now);
  const lastTry = outcome.kind === 'retry' && job.attempts + 1 >= job.maxAttempts;
  if (outcome.kind === 'rejected' || lastTry) {
    return { kind: 'later', at: now + periodMs, code: failure.code, detail: failure.detail };
  }
  return outcome;
}
