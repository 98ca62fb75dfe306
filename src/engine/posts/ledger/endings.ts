import { noCancel } from './cancel-request.ts';
import type { Ledger } from './ledger.ts';
import type { StoredProblem } from './stored-problem.ts';
import { move } from './transitions.ts';
import type { DeliveryKey, Move } from './transitions.ts';

/** What the transitions to `published` have in common: the problem is over, and so is a cancellation that came too late. */
export function end(
  ledger: Ledger,
  key: DeliveryKey,
  published: { at: number; url: string | null },
  step: Pick<Move, 'from' | 'event' | 'actor'>,
): boolean {
  return move(ledger, key, {
    ...step,
    to: 'published',
    set: { published_at: published.at, url: published.url, problem: null, ...noCancel },
    details: { url: published.url },
  });
}

/** What the publisher's transitions that leave a problem for the user have in common. */
export function halt(
  ledger: Ledger,
  key: DeliveryKey,
  problem: StoredProblem,
  step: Omit<Move, 'actor'>,
): boolean {
  return move(ledger, key, {
    ...step,
    actor: 'publisher',
    set: { problem: JSON.stringify(problem), ...step.set },
  });
}
