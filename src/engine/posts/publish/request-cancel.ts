import { OcmaError } from '../../../shared/errors.ts';
import { cancelWaiting } from '../../queue/store.ts';
import { findDelivery, partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import type { Actor, Ledger } from '../ledger/ledger.ts';
import { dropUnsent } from '../ledger/parts.ts';
import { noteCancel } from '../ledger/cancel-request.ts';
import { cancel } from '../ledger/withdrawals.ts';
import type { DeliveryKey } from '../ledger/transitions.ts';
import { publishKind } from './publish-kind.ts';

/**
 * Takes a delivery back.
 *
 * - Before any part is being sent nothing goes out: `cancelled`.
 * - While the publisher is at work on it, or the fate of a part is open, it is `noted`: no further part is sent, not even
 *   that one again, and when that part is settled the rest is dropped. The delivery then ends `cancelled`, with the parts that are out
 *   listed, or `published` where all of them are. Where nobody can find out it ends `unknown`: the user's *it is there* drops the rest, and
 *   *send again* takes the cancellation back.
 *
 * What is out stays out. A text is edited only while no part is on its way: later parts get other words by cancelling
 * and writing a new post.
 * @throws `wrong_state` for what is published or cancelled already.
 */
export function requestCancel(ledger: Ledger, key: DeliveryKey, actor: Actor): 'cancelled' | 'noted' {
  const { db } = ledger;
  return db.write(() => {
    const delivery = findDelivery(db, key.workspaceId, key.id);
    if (delivery === undefined) throw new OcmaError('not_found', { what: 'post' });
    if (delivery.state === 'scheduled' || delivery.state === 'publishing') {
      const open = partsOf(db, key.workspaceId, key.id).some(({ state }) => state === 'sending');
      if (open || isRunning(ledger, key)) {
        noteCancel(ledger, key, actor);
        return 'noted';
      }
      cancelWaiting(db, key.workspaceId, publishKind, key.id, ledger.clock.now());
    }
    dropUnsent(ledger, key);
    if (!cancel(ledger, key, actor)) throw new OcmaError('wrong_state', { state: delivery.state });
    return 'cancelled';
  });
}

function isRunning({ db }: Ledger, key: DeliveryKey): boolean {
  return (
    db
      .sql(
        `SELECT 1 FROM job WHERE workspace_id = :workspaceId AND kind = :kind AND subject_id = :id AND state = 'running'`,
      )
      .get({ workspaceId: key.workspaceId, kind: publishKind, id: key.id }) !== undefined
  );
}

/**
 * Carries out a cancellation that was noted, once no part is on its way. False where there is nothing to do: none was
 * asked for, a part is on its way, or every part is out and the delivery is published.
 */
export function finishCancel(ledger: Ledger, delivery: DeliveryRow): boolean {
  const { db } = ledger;
  const parts = partsOf(db, delivery.workspaceId, delivery.id);
  const isOpen = parts.some(
    ({ state }) => state === 'sending' || (state === 'handed' && delivery.state !== 'needs_you'),
  );
  if (delivery.cancelRequestedAt === null || isOpen) return false;
  const out = parts.filter(({ state }) => state === 'sent');
  if (out.length === parts.length) return false;
  cancelWaiting(db, delivery.workspaceId, publishKind, delivery.id, ledger.clock.now());
  dropUnsent(ledger, delivery);
  return cancel(ledger, delivery, delivery.cancelRequestedBy ?? 'user', {
    out: out.length,
    of: parts.length,
  });
}
