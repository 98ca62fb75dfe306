import type { RemotePost } from '../../platforms/reading.ts';
import { cancelWaiting } from '../../queue/store.ts';
import { findDelivery, partsOf } from '../ledger/delivery-row.ts';
import type { PartRow } from '../ledger/delivery-row.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { fingerprintOf, markSent } from '../ledger/parts.ts';
import { completeFound } from '../ledger/outcomes.ts';
import type { DeliveryKey } from '../ledger/transitions.ts';
import { publishKind } from '../publish/publish-kind.ts';

/** A part and the network's post that it turned out to be. */
export interface FoundPart {
  readonly part: PartRow;
  readonly post: RemotePost;
}

/**
 * Writes down what was found at the network: these parts are out. With the last of them the delivery is published; true
 * then. Nothing is written where the delivery moved on meanwhile.
 */
export function settleFound(ledger: Ledger, key: DeliveryKey, found: readonly FoundPart[]): boolean {
  return ledger.db.write(() => {
    const row = findDelivery(ledger.db, key.workspaceId, key.id);
    if (row === undefined || row.state === 'published' || row.state === 'cancelled') return false;
    for (const { part, post } of found) {
      const { state } = partsOf(ledger.db, key.workspaceId, key.id)[part.position] ?? part;
      if (state === 'sent' || state === 'dropped') return false;
      takeAsSent(ledger, part, post);
    }
    const parts = partsOf(ledger.db, key.workspaceId, key.id).filter((part) => part.state !== 'dropped');
    if (parts.length === 0 || parts.some((part) => part.state !== 'sent')) return false;
    cancelWaiting(ledger.db, key.workspaceId, publishKind, key.id, ledger.clock.now());
    const [first] = parts;
    return completeFound(ledger, key, { at: first?.sentAt ?? ledger.clock.now(), url: first?.url ?? null });
  });
}

function takeAsSent(ledger: Ledger, part: PartRow, post: RemotePost): void {
  const key = { workspaceId: part.workspaceId, id: part.id };
  // This state of the file never sent it, or does not know that it did; the one that did wrote no word here.
  ledger.db
    .sql(`UPDATE delivery_part SET state = 'unknown', sending_at = :at, fingerprint = :fingerprint, in_reply_to = :inReplyTo
      WHERE workspace_id = :workspaceId AND id = :id AND state = 'pending'`)
    .run({
      ...key,
      at: post.publishedAt,
      fingerprint: fingerprintOf(part, post.inReplyTo),
      inReplyTo: post.inReplyTo,
    });
  markSent(ledger, part, post, { actor: 'publisher', how: 'found_after_restore' });
  ledger.db
    .sql(`UPDATE delivery_part SET sent_at = :at WHERE workspace_id = :workspaceId AND id = :id`)
    .run({ ...key, at: post.publishedAt });
  ledger.db
    .sql(`UPDATE remote_post SET published_at = :at WHERE account_id = :accountId AND remote_id = :remoteId`)
    .run({ accountId: part.accountId, remoteId: post.remoteId, at: post.publishedAt });
}
