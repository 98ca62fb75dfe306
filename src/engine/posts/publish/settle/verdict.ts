import type { Failure } from '../../../http/call.ts';
import type { PublishAnswer } from '../../../platforms/publishing.ts';
import { outcomeOf } from '../../../queue/failure-outcome.ts';
import type { PartRow } from '../../ledger/delivery-row.ts';
import type { Destination } from '../destination.ts';
import type { PublishDeps } from '../publish-deps.ts';

/** A part whose fate is open, and where it went. */
export interface OpenSend {
  readonly deps: Pick<PublishDeps, 'ledger' | 'mediaFile' | 'mediaHostOf' | 'ports' | 'renderPicture'>;
  readonly to: Destination;
  readonly part: PartRow;
  /** Epoch ms of the latest send. */
  readonly sendingAt: number;
  /** Epoch ms at which the network makes the post of it: later than the send where it was asked to wait. */
  readonly madeBy: number;
  /** Epoch ms of the first send whose fate is open: before `sendingAt` where it was sent again on the user's word. */
  readonly since: number;
  /** False where the clock was set back since the send: then both times are guesses, and nothing may rest on how long ago it was. */
  readonly ageKnown: boolean;
  /** Fires when the thread stops. */
  readonly signal: AbortSignal;
}

/** What one means found out. `looked` is the evidence to be kept in the history with it. */
export type Verdict = { readonly looked?: Readonly<Record<string, unknown>> } & (
  | {
      readonly kind: 'present';
      readonly remoteId: string | null;
      readonly url: string | null;
      readonly how: 'found' | 'probed' | 'repeated' | 'named';
    }
  /** It is not out, and sending it under the same key or handle makes one post at most. */
  | { readonly kind: 'absent'; readonly handleSpent: boolean }
  /** It is not out, and the network refuses it. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** The network has it and has not published it: it does so at its time, or the user does. */
  | { readonly kind: 'handed'; readonly scheduledId: string | null }
  /** Not yet: epoch ms. `failure` where a reading failed, which does not count as one. */
  | { readonly kind: 'wait'; readonly at: number; readonly failure?: Failure }
  /** This means does not apply or is exhausted. */
  | { readonly kind: 'cannot_tell'; readonly failure?: Failure }
);

/** What the answer to a repeat says of the one post that there is. */
export function verdictOfAnswer(
  answer: PublishAnswer,
  looked: Readonly<Record<string, unknown>>,
): Exclude<Verdict, { kind: 'cannot_tell' }> {
  if ('askAt' in answer) return { kind: 'wait', at: answer.askAt, looked };
  if ('scheduledId' in answer) return { kind: 'handed', scheduledId: answer.scheduledId, looked };
  if ('handedOver' in answer) return { kind: 'handed', scheduledId: null, looked };
  return { kind: 'present', how: 'repeated', looked, remoteId: answer.remoteId, url: answer.url };
}

/** Between tries of a reading that fails, in milliseconds. */
const again = 60_000;
/** A reading that fails for this long is given up, in milliseconds from the send. */
const patienceMs = 24 * 3_600_000;

/**
 * After a reading that failed. Where only the user can restore access, `whenSignedOut` decides: what proves is worth
 * waiting for, a list is not.
 */
export function afterFailedReading(
  { deps, sendingAt }: OpenSend,
  failure: Failure,
  whenSignedOut: 'wait' | 'give_up',
): Verdict {
  const now = deps.ports.clock.now();
  if (now > sendingAt + patienceMs) return { kind: 'cannot_tell', failure };
  const outcome = outcomeOf(failure, now);
  switch (outcome.kind) {
    case 'later':
      return { kind: 'wait', at: outcome.at, failure };
    case 'retry':
      return { kind: 'wait', at: Math.max(outcome.retryAt ?? 0, now + again), failure };
    case 'auth':
      return whenSignedOut === 'wait'
        ? { kind: 'wait', at: now + again, failure }
        : { kind: 'cannot_tell', failure };
    case 'done':
    case 'again':
    case 'rejected':
    case 'unknown':
      return { kind: 'cannot_tell', failure };
  }
}
