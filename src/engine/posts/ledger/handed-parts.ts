import { OcmaError } from '../../../shared/errors.ts';
import type { PartRow } from './delivery-row.ts';
import type { Actor, Ledger } from './ledger.ts';
import { ClaimLost, fingerprintOf, isTaken, keepRemotePost } from './parts.ts';
import { record } from './transitions.ts';

const keyOf = (part: PartRow) => ({ workspaceId: part.workspaceId, id: part.deliveryId });

/**
 * The network has it and has not published it. `scheduledId` names it there until it is out; null where it lies with the
 * user. @throws ClaimLost where it was settled meanwhile
 */
export function markHanded(ledger: Ledger, part: PartRow, scheduledId: string | null): void {
  ledger.db.write(() => {
    const { changes } = ledger.db
      .sql(`UPDATE delivery_part SET state = 'handed', scheduled_id = :scheduledId
        WHERE workspace_id = :workspaceId AND id = :id AND state IN ('sending', 'unknown')`)
      .run({ workspaceId: part.workspaceId, id: part.id, scheduledId });
    if (changes !== 1) throw new ClaimLost();
    record(ledger, keyOf(part), {
      kind: 'handed',
      actor: 'publisher',
      details: { part: part.position, how: scheduledId === null ? 'to_user' : 'answered' },
    });
  });
}

/** The network no longer has it and did not publish it, so it may be sent. @throws ClaimLost */
export function markGivenBack(ledger: Ledger, part: PartRow, why: string, actor: Actor): void {
  ledger.db.write(() => {
    const { changes } = ledger.db
      .sql(`UPDATE delivery_part SET state = 'pending', fingerprint = NULL, in_reply_to = NULL, sending_at = NULL,
          publish_at = NULL, scheduled_id = NULL, send_key = NULL, handle = NULL, handle_ready = 0, handle_expires_at = NULL
        WHERE workspace_id = :workspaceId AND id = :id AND state = 'handed'`)
      .run({ workspaceId: part.workspaceId, id: part.id });
    if (changes !== 1) throw new ClaimLost();
    record(ledger, keyOf(part), { kind: 'given_back', actor, details: { part: part.position, why } });
  });
}

/** Nobody can know whether the network published it. @throws ClaimLost */
export function markLost(ledger: Ledger, part: PartRow): void {
  ledger.db.write(() => {
    const { changes } = ledger.db
      .sql(
        `UPDATE delivery_part SET state = 'unknown' WHERE workspace_id = :workspaceId AND id = :id AND state = 'handed'`,
      )
      .run({ workspaceId: part.workspaceId, id: part.id });
    if (changes !== 1) throw new ClaimLost();
  });
}

/**
 * It was published by the user's hand: they say so, or it was found. OCMA never sent it, or handed it over before.
 * @throws ClaimLost where it was settled meanwhile, `invalid_input` where that network post settles another part
 */
export function markPosted(
  ledger: Ledger,
  part: PartRow,
  remote: { remoteId: string | null; url: string | null; at: number },
  by: { actor: Actor; how: string },
): void {
  ledger.db.write(() => {
    if (remote.remoteId !== null && isTaken(ledger, part, remote.remoteId))
      throw new OcmaError('invalid_input', { what: remote.url ?? remote.remoteId });
    const { changes } = ledger.db
      .sql(`UPDATE delivery_part SET state = 'sent', sent_at = :at, sending_at = coalesce(sending_at, :at),
          fingerprint = coalesce(fingerprint, :fingerprint), remote_id = :remoteId, url = :url
        WHERE workspace_id = :workspaceId AND id = :id AND state IN ('pending', 'handed')`)
      .run({
        workspaceId: part.workspaceId,
        id: part.id,
        at: remote.at,
        fingerprint: fingerprintOf(part, null),
        remoteId: remote.remoteId,
        url: remote.url,
      });
    if (changes !== 1) throw new ClaimLost();
    if (remote.remoteId !== null) keepRemotePost(ledger, part, remote.remoteId, remote.url, remote.at);
    record(ledger, keyOf(part), {
      kind: 'sent',
      actor: by.actor,
      details: { part: part.position, how: by.how, url: remote.url },
    });
  });
}
