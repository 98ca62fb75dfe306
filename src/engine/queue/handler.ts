import type { Job } from './job.ts';
import type { Outcome } from './outcome.ts';
import type { Transition } from './transition.ts';

/** Work of one kind. */
export interface JobHandler {
  readonly kind: string;
  /**
   * Does the work and says what happened. `signal` fires when the thread stops or the claim is lost: give up what can be
   * given up. An exception counts as `retry` with the code `internal`.
   */
  run(job: Job, signal: AbortSignal): Promise<Outcome>;
  /** Writes what the outcome means for the subject, in the transaction that writes the job's own transition. */
  record?(job: Job, outcome: Outcome, transition: Transition): void;
}
