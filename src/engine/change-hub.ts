import type { Change } from '../shared/models/event.ts';
import type { Database } from './db/database.ts';

/**
 * Hands changes on once their transaction is committed; those that come together go together, without repetition.
 * What is rolled back is never told.
 */
export function createChangeHub(
  db: Database,
  deliver: (changes: Change[]) => void,
): (change: Change) => void {
  let waiting = new Map<string, Change>();
  const flush = () => {
    const changes = [...waiting.values()];
    waiting = new Map();
    deliver(changes);
  };
  return (change) =>
    db.afterCommit(() => {
      if (waiting.size === 0) queueMicrotask(flush);
      waiting.set(`${change.topic}|${change.workspaceId}|${change.id}`, change);
    });
}
