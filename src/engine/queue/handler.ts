import type { Job } from './job.ts';
import type { Outcome } from './outcome.ts';
import type { Transition } from './transition.ts';

/** What a running job tells the runner. */
export interface JobContext {
  /**
   * The request that matters has left and the rest is waiting for an answer: another job may be prepared meanwhile. Only
   * so many jobs of the publisher are between claim and this; one that never calls it counts until it ends.
   */
  onTheWire(): void;
}

/** Work of one kind. */
export interface JobHandler {
  readonly kind: string;
  /** After so long without an end it is taken for hung and tried again, in real milliseconds. Default one hour. */
  readonly longestMs?: number;
  /**
   * Does the work and says what happened. `signal` fires when the thread stops or the work is taken for hung: give up what
   * can be given up. An exception counts as `retry` with the code `internal`.
   */
  run(job: Job, signal: AbortSignal, context: JobContext): Promise<Outcome>;
  /**
   * Writes what the outcome means for the subject, in the transaction that writes the job's own transition. It may be
   * called again where that transaction failed, and shares it with others: what it rests on is read inside it.
   */
  record?(job: Job, outcome: Outcome, transition: Transition): void;
}
