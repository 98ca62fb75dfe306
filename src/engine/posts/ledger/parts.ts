import { createHash } from 'node:crypto';
import { holds } from '../../queue/store.ts';
import type { Job } from '../../queue/job.ts';
import type { DeliveryRow, PartRow } from './delivery-row.ts';
import { mediaOf } from './delivery-row.ts';
import type { Actor, Ledger } from './ledger.ts';
import { record } from './transitions.ts';

/** The claim was lost: another run of the publisher may be at work on this delivery, so this one must stop. */
export class ClaimLost extends Error {
  constructor() {
    super('The claim on this delivery was lost.');
    this.name = 'ClaimLost';
  }
}

/** Names what is sent: text, media and parent. */
export function fingerprintOf(part: Pick<PartRow, 'text' | 'media'>, inReplyTo: string | null): string {
  const media = mediaOf(part).map((item) => item.id);
  return createHash('sha256')
    .update(JSON.stringify([part.text.normalize('NFC').trim(), media, inReplyTo]))
    .digest('hex');
}

/**
 * Writes `sending` before the request that the network may act on. Committed with a full sync when this returns.
 * @throws ClaimLost where the job is no longer ours.
 */
export function markSending(ledger: Ledger, job: Job, part: PartRow, inReplyTo: string | null): number {
  const now = ledger.clock.now();
  ledger.db.write(() => {
    guard(ledger, job);
    const { changes } = ledger.db
      .sql(`UPDATE delivery_part SET state = 'sending', sending_at = :now, fingerprint = :fingerprint, in_reply_to = :inReplyTo
        WHERE workspace_id = :workspaceId AND id = :id AND state = 'pending'`)
      .run({
        workspaceId: part.workspaceId,
        id: part.id,
        now,
        fingerprint: fingerprintOf(part, inReplyTo),
        inReplyTo,
      });
    if (changes !== 1) throw new ClaimLost();
    record(ledger, keyOf(part), { kind: 'sending', actor: 'publisher', details: { part: part.position } });
  });
  return now;
}

/** The network has it: by its answer, by its list, or by the user's word (then perhaps without an id). */
export function markSent(
  ledger: Ledger,
  part: PartRow,
  remote: { remoteId: string | null; url: string | null },
  by: { actor: Actor; how: string },
): void {
  ledger.db.write(() => {
    const { changes } = ledger.db
      .sql(`UPDATE delivery_part SET state = 'sent', sent_at = :now, remote_id = :remoteId, url = :url
        WHERE workspace_id = :workspaceId AND id = :id AND state IN ('sending', 'unknown')`)
      .run({
        workspaceId: part.workspaceId,
        id: part.id,
        now: ledger.clock.now(),
        remoteId: remote.remoteId,
        url: remote.url,
      });
    if (changes !== 1) throw new ClaimLost();
    record(ledger, keyOf(part), {
      kind: 'sent',
      actor: by.actor,
      details: { part: part.position, how: by.how, url: remote.url },
    });
  });
}

/** The network provably did not take it, so that it may be sent again. */
export function markNotSent(ledger: Ledger, part: PartRow, why: string, actor: Actor): void {
  ledger.db.write(() => {
    const { changes } = ledger.db
      .sql(`UPDATE delivery_part SET state = 'pending', sending_at = NULL, fingerprint = NULL, in_reply_to = NULL
        WHERE workspace_id = :workspaceId AND id = :id AND state IN ('sending', 'unknown')`)
      .run({ workspaceId: part.workspaceId, id: part.id });
    if (changes !== 1) throw new ClaimLost();
    record(ledger, keyOf(part), { kind: 'not_sent', actor, details: { part: part.position, why } });
  });
}

/** Reading did not settle it: from now on only the user's word does. */
export function markUnknown(ledger: Ledger, delivery: Pick<DeliveryRow, 'workspaceId' | 'id'>): void {
  ledger.db.write(() => {
    ledger.db
      .sql(
        `UPDATE delivery_part SET state = 'unknown' WHERE workspace_id = :workspaceId AND delivery_id = :id AND state = 'sending'`,
      )
      .run({ workspaceId: delivery.workspaceId, id: delivery.id });
  });
}

/** What is not out yet will not go out. */
export function dropUnsent(ledger: Ledger, delivery: Pick<DeliveryRow, 'workspaceId' | 'id'>): void {
  ledger.db
    .sql(
      `UPDATE delivery_part SET state = 'dropped' WHERE workspace_id = :workspaceId AND delivery_id = :id AND state IN ('pending', 'unknown')`,
    )
    .run({ workspaceId: delivery.workspaceId, id: delivery.id });
}

/**
 * Takes up again what was given up before it was ever sent. False where a part was given up after an unclear send: it may
 * be out, so sending it again needs a post of its own.
 */
export function takeUpDropped(ledger: Ledger, delivery: Pick<DeliveryRow, 'workspaceId' | 'id'>): boolean {
  const key = { workspaceId: delivery.workspaceId, id: delivery.id };
  ledger.db
    .sql(
      `UPDATE delivery_part SET state = 'pending' WHERE workspace_id = :workspaceId AND delivery_id = :id AND state = 'dropped' AND sending_at IS NULL`,
    )
    .run(key);
  return (
    ledger.db
      .sql(
        `SELECT 1 FROM delivery_part WHERE workspace_id = :workspaceId AND delivery_id = :id AND state = 'dropped'`,
      )
      .get(key) === undefined
  );
}

function guard(ledger: Ledger, job: Job): void {
  if (!holds(ledger.db, job)) throw new ClaimLost();
}

function keyOf(part: PartRow) {
  return { workspaceId: part.workspaceId, id: part.deliveryId };
}
