import type { QueueDetail } from '../../../shared/contract/queue.ts';
import type { Delivery } from '../../../shared/models/delivery.ts';
import type { Caller } from '../../feature.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { evidenceOf } from '../publish/evidence.ts';
import { oneDelivery } from '../queue-lists.ts';
import { detailsOf, eventView, eventsOf } from './timeline.ts';
import type { EventRow } from './timeline.ts';

/** A call is written down after the outcome that it led to was decided, within this many milliseconds. */
const auditSlackMs = 60_000;

/** A delivery with its history, what the network answered and, where its outcome is unknown, the evidence. */
export function queueDetail(deps: PostsDeps, caller: Caller, id: string): QueueDetail {
  const delivery = oneDelivery(deps, caller, id);
  const events = eventsOf(deps, caller.workspaceId, id);
  return {
    delivery,
    events: events.map((event) => eventView(deps, delivery, event)),
    evidence: evidenceOfSend(deps, delivery, events),
    answer: answerOf(deps, delivery, events),
  };
}

/** What is known of a part whose fate is open, with each reading in words. */
function evidenceOfSend(
  deps: PostsDeps,
  delivery: Delivery,
  events: readonly EventRow[],
): QueueDetail['evidence'] {
  const known = evidenceOf(deps, delivery.workspaceId, delivery.id);
  if (known === null) return null;
  const looked = events.filter((event) => event.kind === 'looked');
  return {
    part: known.part,
    sentText: known.sent.text,
    mediaCount: known.sent.mediaCount,
    sentAt: known.sent.at,
    firstSentAt: known.sent.firstAt,
    readings: known.readings.map(({ at, found, said, seen, ambiguous, nearest }) => {
      const event = looked.find((each) => each.at === at);
      return {
        at,
        found,
        ambiguous,
        note: event === undefined ? '' : eventView(deps, delivery, event).text,
        said,
        seen,
        nearest: [...nearest],
      };
    }),
    failures: known.failures.map(({ at, code, detail, status }) => ({ at, code, says: detail, status })),
    nextReadingAt: delivery.state === 'publishing' ? delivery.nextAttemptAt : null,
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
    const { code, detail, status } = detailsOf(event);
    if (!failing.has(event.kind) || typeof code !== 'string' || ownReasons.has(code)) return [];
    return [
      {
        at: event.at,
        code,
        says: typeof detail === 'string' ? detail : '',
        status: typeof status === 'number' ? status : null,
      },
    ];
  });
  // A last try is written down twice: as an attempt, and as what it led to.
  const told = tries.filter(({ at, code }, index) => {
    const next = tries[index + 1];
    return next === undefined || next.at !== at || next.code !== code;
  });
  const last = told.at(-1);
  if (last === undefined) return null;
  return {
    ...last,
    status: statusOf(deps, delivery, tries, last),
    attempts: delivery.attempts,
    tries: told.slice(0, -1),
  };
}

/** The HTTP status that the last answer came with, from the record of calls; null where nothing was answered. */
function statusOf(
  deps: PostsDeps,
  delivery: Delivery,
  tries: readonly { readonly at: number; readonly code: string; readonly status: number | null }[],
  answer: { readonly at: number; readonly code: string },
): number | null {
  const noted = tries.findLast(({ at, status }) => at === answer.at && status !== null);
  if (noted !== undefined) return noted.status;
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
