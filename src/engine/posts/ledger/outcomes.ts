import { noCancel } from './cancel-request.ts';
import type { Actor, Ledger } from './ledger.ts';
import type { StoredProblem } from './stored-problem.ts';
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
  return move(ledger, key, {
    from: ['publishing', 'unknown'],
    to: 'published',
    event: 'published',
    actor,
    set: { published_at: published.at, url: published.url, problem: null, ...noCancel },
    details: { url: published.url },
  });
}

/** Its parts were found at the network, where another state of the data file had sent them. */
export function completeFound(
  ledger: Ledger,
  key: DeliveryKey,
  published: { at: number; url: string | null },
): boolean {
  return move(ledger, key, {
    from: ['scheduled', 'publishing', 'unknown', 'failed', 'missed'],
    to: 'published',
    event: 'found_after_restore',
    actor: 'publisher',
    set: { published_at: published.at, url: published.url, problem: null, ...noCancel },
    details: { url: published.url },
  });
}

/** It stopped for a reason that trying again would not mend by itself. */
export function fail(ledger: Ledger, key: DeliveryKey, problem: StoredProblem, attempts: number): boolean {
  return move(ledger, key, {
    from: ['scheduled', 'publishing'],
    to: 'failed',
    event: 'failed',
    actor: 'publisher',
    set: { problem: JSON.stringify(problem), attempts },
    details: { code: problem.code, detail: problem.detail },
  });
}

/** Nobody can know whether a part went out: the user decides. */
export function doubt(ledger: Ledger, key: DeliveryKey, problem: StoredProblem): boolean {
  return move(ledger, key, {
    from: ['publishing'],
    to: 'unknown',
    event: 'unknown',
    actor: 'publisher',
    set: { problem: JSON.stringify(problem) },
    details: { code: problem.code },
  });
}

/** Its time passed while the machine was off, and its rule says to ask. */
export function miss(ledger: Ledger, key: DeliveryKey, problem: StoredProblem): boolean {
  return move(ledger, key, {
    from: ['scheduled'],
    to: 'missed',
    event: 'missed',
    actor: 'publisher',
    set: { problem: JSON.stringify(problem) },
  });
}

/** Its time passed, and a later one of the same series was due by then: this one stays unsent without asking. */
export function leaveOut(ledger: Ledger, key: DeliveryKey, problem: StoredProblem): boolean {
  return move(ledger, key, {
    from: ['scheduled'],
    to: 'cancelled',
    event: 'left_out',
    actor: 'publisher',
    set: { problem: JSON.stringify(problem) },
  });
}
