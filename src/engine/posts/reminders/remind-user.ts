import type { Outcome } from '../../queue/outcome.ts';
import { partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import { remind } from '../ledger/hand-overs.ts';
import { notify } from '../publish/notify.ts';
import type { PublishDeps } from '../publish/publish-deps.ts';

/** How soon after the reminder the account's posts are looked through for it, in milliseconds. */
const firstLookMs = 10 * 60_000;

/** Its time has come and the user publishes it by hand: tells them, once. The network is not spoken to. */
export function remindUser({ ledger }: Pick<PublishDeps, 'ledger'>, delivery: DeliveryRow): Outcome {
  const now = ledger.clock.now();
  const text = partsOf(ledger.db, delivery.workspaceId, delivery.id)[0]?.text ?? '';
  ledger.db.write(() => {
    if (remind(ledger, delivery, { code: 'remind', detail: '', at: now }))
      notify({ ledger }, delivery, 'needs_you', text, 'remind');
  });
  return { kind: 'again', at: now + firstLookMs };
}
