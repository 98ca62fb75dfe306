import { createHash } from 'node:crypto';
import { OcmaError } from '../../../shared/errors.ts';
import { holds } from '../../queue/store.ts';
import type { Job } from '../../queue/job.ts';
import type { DeliveryRow, PartRow } from './delivery-row.ts';
import { mediaOf } from './delivery-row.ts';
import type { Actor, Ledger } from './ledger.ts';
import { otherFirst } from './turns.ts';
import { isCancelRequested } from './cancel-request.ts';
import { beginDue } from './outcomes.ts';
import { record } from './transitions.ts';

/** What this run of the publisher read no longer holds: another may be at work on the delivery, so this one must stop. */
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

/** Whether a part may be sent now. `until`: epoch ms at which to ask again. */
export type SendingGrant =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly why: 'cancelled' }
  | { readonly ok: false; readonly why: 'not_its_turn'; readonly until: number };

/**
 * Writes `sending` before the request that the network may act on. Committed with a full sync when this resolves. What
 * stands in the way is looked at in the same transaction: a cancellation, another request of the account under way, an
 * earlier post of the account that is still at work. With `begins` the delivery becomes `publishing` with it.
 * @throws ClaimLost where the job is no longer ours, or its delivery was cancelled, moved or edited meanwhile.
 */
export function markSending(
  ledger: Ledger,
  job: Job,
  part: PartRow,
  send: { inReplyTo: string | null; key: string | null; begins: boolean },
): Promise<SendingGrant> {
  return ledger.db.writeTogether((): SendingGrant => {
    const now = ledger.clock.now();
    guard(ledger, job);
    if (isCancelRequested(ledger, part)) return { ok: false, why: 'cancelled' };
    const until = otherFirst(ledger, job, part, now);
    if (until !== null) return { ok: false, why: 'not_its_turn', until };
    if (send.begins && !beginDue(ledger, keyOf(part))) throw new ClaimLost();
    const { changes } = ledger.db
      .sql(`UPDATE delivery_part SET state = 'sending', sending_at = :now, fingerprint = :fingerprint, in_reply_to = :inReplyTo,
          send_key = :key,
          publish_at = (SELECT CASE WHEN d.handing_since IS NOT NULL THEN d.due_at END FROM delivery d WHERE d.id = delivery_part.delivery_id)
        WHERE workspace_id = :workspaceId AND id = :id AND state = 'pending'`)
      .run({
        workspaceId: part.workspaceId,
        id: part.id,
        now,
        fingerprint: fingerprintOf(part, send.inReplyTo),
        inReplyTo: send.inReplyTo,
        key: send.key,
      });
    if (changes !== 1) throw new ClaimLost();
    record(ledger, keyOf(part), { kind: 'sending', actor: 'publisher', details: { part: part.position } });
    return { ok: true, at: now };
  });
}

/** Keeps what was staged at the network for a part, or forgets it. */
export function keepHandle(
  ledger: Ledger,
  part: PartRow,
  staged: { handle: string; expiresAt: number; ready: boolean } | null,
): void {
  ledger.db.write(() =>
    ledger.db
      .sql(`UPDATE delivery_part SET handle = :handle, handle_ready = :ready, handle_expires_at = :expiresAt
        WHERE workspace_id = :workspaceId AND id = :id`)
      .run({
        workspaceId: part.workspaceId,
        id: part.id,
        handle: staged?.handle ?? null,
        ready: staged?.ready === true ? 1 : 0,
        expiresAt: staged?.expiresAt ?? null,
      }),
  );
}

/** Whether a post of the network settles another part already: one network post settles one part. */
export function isTaken(ledger: Pick<Ledger, 'db'>, part: PartRow, remoteId: string): boolean {
  return (
    ledger.db
      .sql(
        `SELECT 1 FROM delivery_part WHERE account_id = :accountId AND remote_id = :remoteId AND id <> :id`,
      )
      .get({ accountId: part.accountId, remoteId, id: part.id }) !== undefined
  );
}

/**
 * The network has it: by its answer, by its list, or by the user's word (then perhaps without an id). From then on it
 * is among the account's own posts, whatever becomes of the rest of the delivery.
 * @throws ClaimLost where it was settled meanwhile, `invalid_input` where that network post settles another part.
 */
export function markSent(
  ledger: Ledger,
  part: PartRow,
  remote: { remoteId: string | null; url: string | null; note?: string | null },
  by: { actor: Actor; how: string },
): void {
  const now = ledger.clock.now();
  ledger.db.write(() => {
    if (remote.remoteId !== null && isTaken(ledger, part, remote.remoteId))
      throw new OcmaError('invalid_input', { what: remote.url ?? remote.remoteId });
    const { changes } = ledger.db
      .sql(`UPDATE delivery_part SET state = 'sent', sent_at = :now, remote_id = :remoteId, url = :url
        WHERE workspace_id = :workspaceId AND id = :id AND state IN ('sending', 'unknown')`)
      .run({
        workspaceId: part.workspaceId,
        id: part.id,
        now,
        remoteId: remote.remoteId,
        url: remote.url,
      });
    if (changes !== 1) throw new ClaimLost();
    if (remote.remoteId !== null) keepRemotePost(ledger, part, remote.remoteId, remote.url, now);
    record(ledger, keyOf(part), {
      kind: 'sent',
      actor: by.actor,
      details: {
        part: part.position,
        how: by.how,
        url: remote.url,
        ...(remote.note !== undefined && remote.note !== null && { remark: remote.note }),
      },
    });
  });
}

/** Puts it among the account's own posts; joins the transaction that is open. */
export function keepRemotePost(
  ledger: Ledger,
  part: PartRow,
  remoteId: string,
  url: string | null,
  now: number,
): void {
  ledger.db
    .sql(`INSERT INTO remote_post (id, workspace_id, account_id, remote_id, delivery_id, post_id, text, url, in_reply_to, published_at, first_seen_at)
      SELECT :id, p.workspace_id, p.account_id, :remoteId, p.delivery_id, d.post_id, p.text, :url, p.in_reply_to, :now, :now
      FROM delivery_part p JOIN delivery d ON d.id = p.delivery_id WHERE p.workspace_id = (:workspaceId || '') AND p.id = (:partId || '')
      ON CONFLICT (account_id, remote_id) DO UPDATE SET delivery_id = excluded.delivery_id, post_id = excluded.post_id`)
    .run({
      id: ledger.newId('seen'),
      workspaceId: part.workspaceId,
      partId: part.id,
      remoteId,
      url,
      now,
    });
}

/** Reasons of ours for which it is sent again although its fate is not known; the first such send is remembered. */
const onSomebodysWord: readonly string[] = ['settled_by_user', 'standing_rule'];

/**
 * It may be sent again: the network provably did not take it, or (`settled_by_user`, `standing_rule`) the user says so.
 * Its key and what was staged stay, so that a request which lands late cannot make a second post.
 */
export function markNotSent(ledger: Ledger, part: PartRow, why: string, actor: Actor): void {
  ledger.db.write(() => {
    const { changes } = ledger.db
      .sql(`UPDATE delivery_part SET state = 'pending', fingerprint = NULL, in_reply_to = NULL,
          doubted_since = CASE WHEN :doubted = 1 THEN coalesce(doubted_since, sending_at) ELSE doubted_since END, sending_at = NULL, publish_at = NULL, scheduled_id = NULL
        WHERE workspace_id = :workspaceId AND id = :id AND state IN ('sending', 'unknown')`)
      .run({
        workspaceId: part.workspaceId,
        id: part.id,
        doubted: onSomebodysWord.includes(why) ? 1 : 0,
      });
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
      `UPDATE delivery_part SET state = 'dropped' WHERE workspace_id = :workspaceId AND delivery_id = :id AND state IN ('pending', 'handed', 'unknown')`,
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
