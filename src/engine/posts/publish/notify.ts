import type { Notice } from '../../../shared/models/event.ts';
import type { Platform } from '../../platforms/platform.ts';
import { enqueue } from '../../queue/store.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** When the numbers of a fresh post are first read, in milliseconds after it went out. */
const firstMeasurementMs = 2 * 60_000;

/** Job kinds of other features that follow a publish; each is a job of its own, so its failure cannot repeat the post. */
export const followUps = {
  metrics: 'metrics.posts',
  notice: 'notice',
  nextSlot: 'posts.next_slot',
  lookAgain: 'posts.look_again',
  confirm: 'posts.confirm',
  seriesSummary: 'recurrences.summary',
} as const;

/** Has the numbers of a fresh post read soon, by a job of its own; joins the transaction that is open. */
export function measureSoon(
  { ledger }: { readonly ledger: Ledger },
  delivery: Pick<DeliveryRow, 'workspaceId' | 'accountId'>,
): void {
  const now = ledger.clock.now();
  enqueue(
    ledger.db,
    ledger.newId,
    {
      workspaceId: delivery.workspaceId,
      queue: 'background',
      kind: followUps.metrics,
      subjectId: delivery.accountId,
      accountId: delivery.accountId,
      runAt: now + firstMeasurementMs,
      ifWaiting: 'keep_earlier',
    },
    now,
  );
}

/** Has a fresh post looked at again where its network's yes is not its last word; joins the transaction that is open. */
export function confirmLater(
  ledger: Ledger,
  { confirms }: Platform,
  { id, workspaceId, accountId }: Pick<DeliveryRow, 'id' | 'workspaceId' | 'accountId'>,
): void {
  if (confirms === undefined) return;
  const now = ledger.clock.now();
  const runAt = now + confirms.afterMs;
  enqueue(
    ledger.db,
    ledger.newId,
    { workspaceId, queue: 'background', kind: followUps.confirm, subjectId: id, accountId, runAt },
    now,
  );
}

/** Tells the user what became of a delivery, by a job of its own; joins the transaction that is open. */
export function notify(
  { ledger }: { readonly ledger: Ledger },
  delivery: Pick<DeliveryRow, 'id' | 'workspaceId' | 'accountId'>,
  kind: Notice['kind'],
  text: string,
  code?: string,
): void {
  const now = ledger.clock.now();
  enqueue(
    ledger.db,
    ledger.newId,
    {
      workspaceId: delivery.workspaceId,
      queue: 'background',
      kind: followUps.notice,
      subjectId: `${delivery.id}:${kind}`,
      payload: {
        kind,
        deliveryId: delivery.id,
        accountId: delivery.accountId,
        excerpt: text.slice(0, 120),
        code: code ?? null,
      },
      runAt: now,
      priority: 10,
    },
    now,
  );
}
