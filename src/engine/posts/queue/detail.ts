import type { QueueDetail } from '../../../shared/contract/queue.ts';
import type { Delivery } from '../../../shared/models/delivery.ts';
import type { Caller } from '../../feature.ts';
import { partsOf } from '../ledger/delivery-row.ts';
import type { PartRow } from '../ledger/delivery-row.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { oneDelivery } from '../queue-lists.ts';
import { detailsOf, eventView, eventsOf } from './timeline.ts';
import type { EventRow } from './timeline.ts';

/** A call is written down after the outcome that it led to was decided, within this many milliseconds. */
const auditSlackMs = 60_000;

/** A delivery with its history, what the network answered and, where its outcome is unknown, the evidence. */
export function queueDetail(deps: PostsDeps, caller: Caller, id: string): QueueDetail {
  const delivery = oneDelivery(deps, caller, id);
  const events = eventsOf(deps, caller.workspaceId, id);
  const unclear = partsOf(deps.db, caller.workspaceId, id).find(
    (part) => part.state === 'unknown' || part.state === 'sending',
  );
  return {
    delivery,
    events: events.map((event) => eventView(deps, delivery, event)),
    evidence: unclear === undefined ? null : evidenceOfSend(deps, delivery, events, unclear),
    answer: answerOf(deps, delivery, events),
  };
}

function evidenceOfSend(
  deps: PostsDeps,
  delivery: Delivery,
  events: readonly EventRow[],
  unclear: PartRow,
): QueueDetail['evidence'] {
  const { sendingAt } = unclear;
  if (sendingAt === null) return null;
  return {
    sentText: unclear.text,
    sentAt: sendingAt,
    readings: events
      .filter((event) => event.kind === 'looked' && event.at >= sendingAt)
      .map((event) => ({
        at: event.at,
        found: detailsOf(event)['found'] === true,
        note: eventView(deps, delivery, event).text,
      })),
  };
}

/** Events that hold a failure's code and the words of whoever answered. */
const failing = new Set(['failed', 'waiting', 'attempt_failed', 'unclear', 'unknown']);
/** Waiting for these is no failure: nobody was asked. */
const ownReasons = new Set(['spacing', 'stopped', 'settling', 'media_processing', 'vault_locked']);

function answerOf(deps: PostsDeps, delivery: Delivery, events: readonly EventRow[]): QueueDetail['answer'] {
  const { problem, state } = delivery;
  if (problem === null || state === 'missed') return null;
  const begun = events.findLastIndex((event) => event.kind === 'scheduled');
  const tries = events.slice(Math.max(0, begun)).flatMap((event) => {
    const { code, detail } = detailsOf(event);
    if (!failing.has(event.kind) || typeof code !== 'string' || ownReasons.has(code)) return [];
    return [{ at: event.at, code, says: typeof detail === 'string' ? detail : '' }];
  });
  const last = tries.at(-1);
  if (last === undefined) return null;
  return {
    ...last,
    status: statusOf(deps, delivery, last),
    attempts: delivery.attempts,
    tries: tries.slice(0, -1),
  };
}

/** The HTTP status that the last answer came with, from the record of calls; null where nothing was answered. */
function statusOf(
  deps: PostsDeps,
  delivery: Delivery,
  answer: { readonly at: number; readonly code: string },
): number | null {
  const call = deps.db
    .sql<{ status: number | null }>(`SELECT status FROM http_audit
      WHERE at BETWEEN :from AND :to AND account_id = :accountId AND code = :code ORDER BY id DESC LIMIT 1`)
    .get({
      from: answer.at - auditSlackMs,
      to: answer.at + auditSlackMs,
      accountId: delivery.accountId,
      code: answer.code,
    });
  return call?.status ?? null;
}
