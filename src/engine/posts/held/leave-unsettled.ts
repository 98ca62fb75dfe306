import { cancelWaiting } from '../../queue/store.ts';
import { findDelivery, partsOf } from '../ledger/delivery-row.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { markUnknown } from '../ledger/parts.ts';
import { doubt, fail, miss } from '../ledger/transitions.ts';
import type { DeliveryKey } from '../ledger/transitions.ts';
import { publishKind } from '../publish/publish-job.ts';

/** `held_passed`: it was looked for and not found. `held_unread`: nobody could look. */
export type LeftWhy = 'held_passed' | 'held_unread';

/** Another state of the data file may have sent it: from now on only the user's word sends it. */
export function leaveUnsettled(ledger: Ledger, key: DeliveryKey, why: LeftWhy): void {
  ledger.db.write(() => {
    const row = findDelivery(ledger.db, key.workspaceId, key.id);
    if (row?.state !== 'scheduled' && row?.state !== 'publishing') return;
    const now = ledger.clock.now();
    const problem = { code: why, detail: '', at: now };
    cancelWaiting(ledger.db, key.workspaceId, publishKind, key.id, now);
    if (row.state === 'scheduled') {
      miss(ledger, key, problem);
      return;
    }
    const unclear = partsOf(ledger.db, key.workspaceId, key.id).some(
      (part) => part.state === 'sending' || part.state === 'unknown',
    );
    if (!unclear) {
      fail(ledger, key, problem, row.attempts);
      return;
    }
    markUnknown(ledger, row);
    doubt(ledger, key, { code: 'unknown_outcome', detail: '', at: now });
  });
}
