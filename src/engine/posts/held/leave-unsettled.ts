import { cancelWaiting } from '../../queue/store.ts';
import { findDelivery, partsOf } from '../ledger/delivery-row.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { markUnknown } from '../ledger/parts.ts';
import { complete, doubt, fail, miss } from '../ledger/outcomes.ts';
import type { DeliveryKey } from '../ledger/transitions.ts';
import { publishKind } from '../publish/publish-kind.ts';

/**
 * `held_passed`: it was looked for and not found. `held_unread`: nobody could look. `held_alike`: a post with the same words
 * is there that is older than this one's time, so it may be another, or this one sent early.
 */
export type LeftWhy = 'held_passed' | 'held_unread' | 'held_alike';

/** Another state of the data file may have sent it: from now on only the user's word sends it. */
export function leaveUnsettled(ledger: Ledger, key: DeliveryKey, why: LeftWhy): void {
  ledger.db.write(() => {
    const row = findDelivery(ledger.db, key.workspaceId, key.id);
    if (row?.state !== 'scheduled' && row?.state !== 'publishing') return;
    const now = ledger.clock.now();
    // Before its time only its network can have it, which no list of posts shows.
    const isAhead = row.state === 'scheduled' && row.handOverAt !== null && (row.dueAt ?? 0) > now;
    const problem = { code: isAhead && why !== 'held_alike' ? 'held_handed' : why, detail: '', at: now };
    cancelWaiting(ledger.db, key.workspaceId, publishKind, key.id, now);
    if (row.state === 'scheduled') {
      miss(ledger, key, problem);
      return;
    }
    const parts = partsOf(ledger.db, key.workspaceId, key.id);
    if (parts.every((part) => part.state === 'sent')) {
      // The app ended between its last answer and this word.
      complete(ledger, key, { at: parts[0]?.sentAt ?? now, url: parts[0]?.url ?? null }, 'publisher');
      return;
    }
    const unclear = parts.some((part) => part.state === 'sending' || part.state === 'unknown');
    if (!unclear) {
      fail(ledger, key, problem, row.attempts);
      return;
    }
    markUnknown(ledger, row);
    doubt(ledger, key, { code: 'unknown_outcome', detail: '', at: now });
  });
}
