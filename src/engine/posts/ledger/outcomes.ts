import type { Actor, Ledger } from './ledger.ts';
import type { StoredProblem } from './stored-problem.ts';
import { end, halt } from './endings.ts';
import { move } from './transitions.ts';
import type { DeliveryKey } from './transitions.ts';

/** The publisher takes it up. False also where the user gave it a time ahead, or removed it, since the publisher looked. */
export function beginDue(ledger: Ledger, key: DeliveryKey): boolean {
  return ledger.db.write(() => {
    const isNotWanted = ledger.db
      .sql(`SELECT 1 FROM delivery d JOIN post p ON p.id = d.post_id
        WHERE d.workspace_id = (:workspaceId || '') AND d.id = (:id || '') AND (d.due_at > :now + 0 OR p.deleted_at IS NOT NULL)`)
      .get({ workspaceId: key.workspaceId, id: key.id, now: ledger.clock.now() });
    if (isNotWanted !== undefined) return false;
    return move(ledger, key, { from: ['scheduled'], to: 'publishing', event: 'started', actor: 'publisher' });
  });
}

/** Every part is out. */
export function complete(
  ledger: Ledger,
  key: DeliveryKey,
  published: { at: number; url: string | null },
  actor: Actor,
): boolean {
  return end(ledger, key, published, { from: ['publishing', 'unknown'], event: 'published', actor });
}

/** Its parts were found at the network, where another state of the data file had sent them. */
export function completeFound(
  ledger: Ledger,
  key: DeliveryKey,
  published: { at: number; url: string | null },
): boolean {
  return end(ledger, key, published, {
    from: ['scheduled', 'publishing', 'unknown', 'failed', 'missed'],
    event: 'found_after_restore',
    actor: 'publisher',
  });
}

/** It stopped for a reason that trying again would not mend by itself. */
export function fail(ledger: Ledger, key: DeliveryKey, problem: StoredProblem, attempts: number): boolean {
  return halt(ledger, key, problem, {
    from: ['scheduled', 'publishing'],
    to: 'failed',
    event: 'failed',
    set: { attempts },
    details: { code: problem.code, detail: problem.detail },
  });
}

/** Nobody can know whether a part went out: the user decides. */
export function doubt(ledger: Ledger, key: DeliveryKey, problem: StoredProblem): boolean {
  return halt(ledger, key, problem, {
    from: ['publishing'],
    to: 'unknown',
    event: 'unknown',
    details: { code: problem.code },
  });
}

/** Its time passed while the machine was off, and its rule says to ask. */
export function miss(ledger: Ledger, key: DeliveryKey, problem: StoredProblem): boolean {
  return halt(ledger, key, problem, { from: ['scheduled'], to: 'missed', event: 'missed' });
}

/** Its time passed, and a later one of the same series was due by then: this one stays unsent without asking. */
export function leaveOut(ledger: Ledger, key: DeliveryKey, problem: StoredProblem): boolean {
  return halt(ledger, key, problem, { from: ['scheduled'], to: 'cancelled', event: 'left_out' });
}
