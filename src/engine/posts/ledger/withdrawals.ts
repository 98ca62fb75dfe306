import { noCancel } from './cancel-request.ts';
import type { Actor, Ledger } from './ledger.ts';
import type { StoredProblem } from './stored-problem.ts';
import { move } from './transitions.ts';
import type { DeliveryKey } from './transitions.ts';

/** The user takes it back: nothing more is sent; what is out stays out. */
export function cancel(
  ledger: Ledger,
  key: DeliveryKey,
  actor: Actor,
  details: Readonly<Record<string, unknown>> = {},
): boolean {
  return move(ledger, key, {
    from: ['draft', 'scheduled', 'publishing', 'failed', 'missed', 'unknown', 'needs_you'],
    to: 'cancelled',
    event: 'cancelled',
    actor,
    set: { problem: null, ...noCancel },
    details,
  });
}

/** A drop is undone: it waits for the user as it did before. */
export function putBack(
  ledger: Ledger,
  key: DeliveryKey,
  to: 'failed' | 'missed',
  problem: StoredProblem,
  actor: Actor,
): boolean {
  return move(ledger, key, {
    from: ['cancelled'],
    to,
    event: 'restored',
    actor,
    set: { problem: JSON.stringify(problem) },
    details: { code: problem.code, detail: problem.detail },
  });
}

/** Its post was taken down at the network. */
export function takeDown(ledger: Ledger, key: DeliveryKey, actor: Actor): boolean {
  return move(ledger, key, {
    from: ['published'],
    to: 'cancelled',
    event: 'deleted_at_network',
    actor,
    set: { published_at: null, url: null },
  });
}
