import { clockSlackMs } from '../../platforms/settling.ts';
import type { Outcome } from '../../queue/outcome.ts';
import { mediaOf, partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow, PartRow } from '../ledger/delivery-row.ts';
import { markGivenBack, markPosted } from '../ledger/handed-parts.ts';
import { completeElsewhere, failElsewhere } from '../ledger/hand-overs.ts';
import { isTaken } from '../ledger/parts.ts';
import type { Destination } from '../publish/destination.ts';
import { confirmLater, measureSoon, notify } from '../publish/notify.ts';
import type { PublishDeps } from '../publish/publish-deps.ts';
import { finishCancel } from '../publish/request-cancel.ts';
import { openSend } from '../publish/settle.ts';
import { byProbe } from '../publish/settle/by-probe.ts';

const soonMs = 10 * 60_000;
const laterMs = 60 * 60_000;
/** After this time only the user's word counts, in milliseconds after it was due. */
const lookedForMs = 7 * 24 * 60 * 60_000;

/**
 * Looks whether the user has published a post that they were to publish by hand. What was handed over is asked for by its
 * handle; otherwise the account's own posts, which are read anyway, are looked through. Nothing is sent.
 */
export async function findPosted(
  deps: PublishDeps,
  to: Destination,
  delivery: DeliveryRow,
  signal: AbortSignal,
): Promise<Outcome> {
  const { ledger, ports } = deps;
  if (delivery.cancelRequestedAt !== null) {
    ledger.db.write(() => finishCancel(ledger, delivery));
    return { kind: 'done' };
  }
  const parts = partsOf(ledger.db, delivery.workspaceId, delivery.id);
  const handed = parts.find(({ state }) => state === 'handed');
  if (handed !== undefined && handed.handle !== null && to.target.state === 'connected') {
    const verdict = await byProbe(openSend(deps, to, handed, signal), 'container');
    if (verdict.kind === 'present') return found(deps, to, delivery, verdict, handed);
    if (verdict.kind === 'refused') return refused(deps, delivery, handed, verdict.failure.code);
  }
  // Where the first part is out already, nothing of the user's own can be told from it.
  const first = handed ?? parts.find(({ position, state }) => position === 0 && state === 'pending');
  const seen = first === undefined ? undefined : seenPost(deps, to, delivery, first);
  if (seen !== undefined && first !== undefined) return found(deps, to, delivery, seen, first);
  const now = ports.clock.now();
  const due = delivery.dueAt ?? now;
  if (now > due + lookedForMs) return { kind: 'done' };
  return { kind: 'again', at: now + (now < due + 2 * laterMs ? soonMs : laterMs) };
}

interface Seen {
  readonly remoteId: string | null;
  readonly url: string | null;
  readonly at?: number;
}

/** Among the account's posts as they were read last, one that fits and stands for no other post. */
function seenPost(
  { ledger }: PublishDeps,
  to: Destination,
  delivery: DeliveryRow,
  part: PartRow,
): Seen | undefined {
  const since = (part.sendingAt ?? delivery.dueAt ?? 0) - clockSlackMs;
  const sent = {
    text: part.text,
    inReplyTo: null,
    sendingAt: since + clockSlackMs,
    mediaCount: mediaOf(part).length,
  };
  return ledger.db
    .sql<{ remoteId: string; url: string | null; text: string; inReplyTo: string | null; at: number }>(
      `SELECT remote_id AS remoteId, url, text, in_reply_to AS inReplyTo, published_at AS at FROM remote_post
       WHERE account_id = :accountId AND published_at >= :since AND delivery_id IS NULL AND gone = 0 ORDER BY published_at`,
    )
    .all({ accountId: delivery.accountId, since })
    .find(
      ({ at, ...post }) =>
        !isTaken(ledger, part, post.remoteId) &&
        to.platform.api.matches(sent, { ...post, publishedAt: at, metrics: {} }),
    );
}

function found(
  { ledger }: PublishDeps,
  { platform }: Destination,
  delivery: DeliveryRow,
  seen: Seen,
  part: PartRow,
): Outcome {
  const at = seen.at ?? ledger.clock.now();
  const { remoteId, url } = seen;
  ledger.db.write(() => {
    markPosted(ledger, part, { remoteId, url, at }, { actor: 'publisher', how: 'found_posted' });
    for (const rest of partsOf(ledger.db, delivery.workspaceId, delivery.id)) {
      if (rest.state === 'pending')
        markPosted(
          ledger,
          rest,
          { remoteId: null, url: null, at },
          { actor: 'publisher', how: 'found_posted' },
        );
    }
    completeElsewhere(ledger, delivery, { at, url }, 'publisher');
    measureSoon({ ledger }, delivery);
    confirmLater(ledger, platform, delivery);
    notify({ ledger }, delivery, 'published', part.text);
  });
  return { kind: 'done' };
}

function refused({ ledger }: PublishDeps, delivery: DeliveryRow, part: PartRow, code: string): Outcome {
  ledger.db.write(() => {
    markGivenBack(ledger, part, code, 'publisher');
    failElsewhere(ledger, delivery, { code, detail: '', at: ledger.clock.now() });
    notify({ ledger }, delivery, 'failed', part.text, code);
  });
  return { kind: 'done' };
}
