import { partsOf } from './delivery-row.ts';
import type { DeliveryRow, PartRow } from './delivery-row.ts';
import type { Ledger } from './ledger.ts';
import { isTaken, keepRemotePost } from './parts.ts';
import { move, record } from './transitions.ts';

/**
 * The network names a post that it had taken without a name. Nothing is written where the part has one already, or where
 * that network post settles another part.
 */
export function nameSent(
  ledger: Ledger,
  delivery: DeliveryRow,
  part: PartRow,
  named: { readonly remoteId: string; readonly url: string | null },
): void {
  const { remoteId, url } = named;
  ledger.db.write(() => {
    if (isTaken(ledger, part, remoteId)) return;
    const { changes } = ledger.db
      .sql(`UPDATE delivery_part SET remote_id = :remoteId, url = coalesce(:url, url)
        WHERE workspace_id = :workspaceId AND id = :id AND state = 'sent' AND remote_id IS NULL`)
      .run({ workspaceId: part.workspaceId, id: part.id, remoteId, url });
    if (changes !== 1) return;
    keepRemotePost(ledger, part, remoteId, url, part.sentAt ?? ledger.clock.now());
    if (part.position === 0)
      ledger.db
        .sql(`UPDATE delivery SET url = coalesce(:url, url), version = version + 1, updated_at = :now
          WHERE workspace_id = :workspaceId AND id = :id AND state = 'published'`)
        .run({ workspaceId: delivery.workspaceId, id: delivery.id, url, now: ledger.clock.now() });
    record(ledger, delivery, { kind: 'named', actor: 'publisher', details: { part: part.position, url } });
  });
}

/**
 * The network refused a post that counted as published. Nobody sees it, nor what hangs on it, so these parts wait to be
 * sent again on the user's word, and by nothing else. False where the delivery was not published any more.
 */
export function refuseLater(ledger: Ledger, delivery: DeliveryRow, part: PartRow, reason: string): boolean {
  return ledger.db.write(() => {
    const isNews = move(ledger, delivery, {
      from: ['published'],
      to: 'failed',
      event: 'refused_later',
      actor: 'publisher',
      set: {
        problem: JSON.stringify({ code: 'refused_later', detail: reason, at: ledger.clock.now() }),
        published_at: null,
        url: null,
      },
      details: { part: part.position, why: reason, url: part.url },
    });
    if (!isNews) return false;
    for (const { id, workspaceId, accountId, position, remoteId } of partsOf(
      ledger.db,
      delivery.workspaceId,
      delivery.id,
    )) {
      if (position < part.position) continue;
      ledger.db
        .sql(`UPDATE delivery_part SET state = 'pending', fingerprint = NULL, in_reply_to = NULL, sending_at = NULL, sent_at = NULL,
            remote_id = NULL, url = NULL, publish_at = NULL, scheduled_id = NULL, send_key = NULL, handle = NULL, handle_ready = 0,
            handle_expires_at = NULL
          WHERE workspace_id = :workspaceId AND id = :id AND state = 'sent'`)
        .run({ workspaceId, id });
      if (remoteId !== null)
        ledger.db
          .sql(`UPDATE remote_post SET gone = 1 WHERE account_id = :accountId AND remote_id = :remoteId`)
          .run({ accountId, remoteId });
    }
    return true;
  });
}
