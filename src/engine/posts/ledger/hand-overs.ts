import type { Actor, Ledger } from './ledger.ts';
import type { StoredProblem } from './stored-problem.ts';
import { end, halt } from './endings.ts';
import { move } from './transitions.ts';
import type { DeliveryKey } from './transitions.ts';

/** The publisher begins to hand it to the network, ahead of its time. False where the user moved or removed it meanwhile. */
export function beginAhead(ledger: Ledger, key: DeliveryKey, dueAt: number): boolean {
  return ledger.db.write(() => {
    const isWanted = ledger.db
      .sql(`SELECT 1 FROM delivery d JOIN post p ON p.id = d.post_id
        WHERE d.workspace_id = :workspaceId AND d.id = :id AND d.due_at = :dueAt AND p.deleted_at IS NULL`)
      .get({ workspaceId: key.workspaceId, id: key.id, dueAt });
    if (isWanted === undefined) return false;
    return move(ledger, key, {
      from: ['scheduled'],
      to: 'publishing',
      event: 'handing_over',
      actor: 'publisher',
      set: { handing_since: ledger.clock.now() },
    });
  });
}

/**
 * The network did not take it ahead of its time: OCMA publishes it itself, when it is due. With `triesAgain` it is offered
 * to the network once more before.
 */
export function standBack(
  ledger: Ledger,
  key: DeliveryKey,
  why: { code: string; detail: string },
  triesAgain: boolean,
): boolean {
  return move(ledger, key, {
    from: ['publishing'],
    to: 'scheduled',
    event: 'not_handed_over',
    actor: 'publisher',
    set: { problem: null, ...(triesAgain ? {} : { hand_over_at: null }) },
    details: why,
  });
}

/** The network has it and publishes it at its time. */
export function handToNetwork(ledger: Ledger, key: DeliveryKey, scheduledId: string): boolean {
  return move(ledger, key, {
    from: ['publishing', 'unknown'],
    to: 'with_network',
    event: 'handed_over',
    actor: 'publisher',
    set: { problem: null },
    details: { scheduledId },
  });
}

/** The network gave it to the user, who finishes it in the network's own app. */
export function handToUser(ledger: Ledger, key: DeliveryKey, problem: StoredProblem): boolean {
  return halt(ledger, key, problem, {
    from: ['publishing', 'unknown'],
    to: 'needs_you',
    event: 'handed_to_user',
  });
}

/** Its time has come, and the user publishes it by hand. */
export function remind(ledger: Ledger, key: DeliveryKey, problem: StoredProblem): boolean {
  return halt(ledger, key, problem, { from: ['scheduled'], to: 'needs_you', event: 'reminded' });
}

/** The network gave it back: it waits here again, for the same time. */
export function takeBack(ledger: Ledger, key: DeliveryKey, actor: Actor): boolean {
  return move(ledger, key, {
    from: ['with_network'],
    to: 'scheduled',
    event: 'taken_back',
    actor,
    set: { hand_over_at: null },
  });
}

/** Out: by the network at its time, or by the user's hand. */
export function completeElsewhere(
  ledger: Ledger,
  key: DeliveryKey,
  published: { at: number; url: string | null },
  actor: Actor,
): boolean {
  return end(ledger, key, published, { from: ['with_network', 'needs_you'], event: 'published', actor });
}

/** The network will not publish what it had been given. */
export function failElsewhere(ledger: Ledger, key: DeliveryKey, problem: StoredProblem): boolean {
  return halt(ledger, key, problem, {
    from: ['with_network', 'needs_you'],
    to: 'failed',
    event: 'failed',
    details: { code: problem.code, detail: problem.detail },
  });
}

/** Its time has passed, the network no longer names it, and it was not found: the user decides. */
export function doubtElsewhere(ledger: Ledger, key: DeliveryKey, problem: StoredProblem): boolean {
  return halt(ledger, key, problem, {
    from: ['with_network'],
    to: 'unknown',
    event: 'unknown',
    details: { code: problem.code },
  });
}
