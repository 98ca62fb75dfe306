import type { AccountHttp, Failure } from '../../http/call.ts';
import type { Job } from '../../queue/job.ts';
import type { Outcome } from '../../queue/outcome.ts';
import type { PartRow } from '../ledger/delivery-row.ts';
import { isTaken, keepHandle, markNotSent, markSending, markSent } from '../ledger/parts.ts';
import { record } from '../ledger/transitions.ts';
import { keepHandOver } from '../hand-over/keep.ts';
import { outcomeOf } from '../../queue/failure-outcome.ts';
import { keyOf, partToPublish } from './destination.ts';
import type { Destination } from './destination.ts';
import { failureEvidence } from './evidence.ts';
import type { PublishDeps } from './publish-deps.ts';
import { firstLookAt } from './settle.ts';
import { wasProvedAbsent } from './settle/history.ts';
import { stagePart } from './stage-part.ts';
import { noMedia } from './upload-media.ts';

export type Sent =
  | { readonly ok: true; readonly remoteId: string }
  | { readonly ok: false; readonly outcome: Outcome };

/**
 * Sends one part: what is staged and `sending` are on disk before the request leaves, `sent` after the answer. A lost or
 * unclear answer leaves `sending`, which only settling ends. Besides a repeat that settles (`settle/repeat.ts`) no other
 * function of the app makes a post.
 */
export async function sendPart(
  deps: PublishDeps,
  job: Job,
  part: PartRow,
  to: Destination,
  send: {
    readonly inReplyTo: string | null;
    readonly mediaIds: readonly string[];
    /** The delivery becomes `publishing` with this part. */
    readonly begins: boolean;
    /** Epoch ms at which the network shall publish it by itself; null: at once. */
    readonly publishAt: number | null;
  },
  run: { readonly signal: AbortSignal; readonly onTheWire: () => void },
): Promise<Sent> {
  const { ledger, ports } = deps;
  const key = keyOf(deps, to.platform, part);
  const { inReplyTo, mediaIds, begins, publishAt } = send;
  const prepared = await partToPublish(deps, to, part, { inReplyTo, mediaIds, key, publishAt });
  if (!prepared.ok) return { ok: false, outcome: noMedia[prepared.why] };
  const unstaged = prepared.part;
  const staged = await stagePart(deps, to, part, unstaged, run.signal);
  if (!staged.ready) return { ok: false, outcome: staged.outcome };
  const unready = await to.http.prepare();
  if (unready !== null) return { ok: false, outcome: outcomeOf(unready, ports.clock.now()) };
  const grant = await markSending(ledger, job, part, { inReplyTo, key, begins });
  if (!grant.ok) return { ok: false, outcome: notNow(grant) };
  const http = telling(to.http, run.onTheWire);
  const result = await to.platform.api.publish(http, { ...unstaged, handle: staged.handle });
  if (!result.ok) return { ok: false, outcome: notSent(deps, to, part, grant.at, result.failure) };
  if ('askAt' in result.data) {
    const { staged: answered } = result.data;
    if (answered !== undefined) keepHandle(ledger, part, { ...answered, ready: true });
    return { ok: false, outcome: asking(result.data.askAt, 'The network is working on the post.') };
  }
  if (!('remoteId' in result.data)) {
    const scheduledId = 'scheduledId' in result.data ? result.data.scheduledId : null;
    return { ok: false, outcome: keepHandOver(ledger, part, scheduledId) };
  }
  const { remoteId } = result.data;
  if (isTaken(ledger, part, remoteId)) {
    const failure: Failure = {
      code: 'unknown_outcome',
      reach: 'unclear',
      retryAt: null,
      detail: 'The network answered with the address of another post.',
      status: result.status,
    };
    return { ok: false, outcome: notSent(deps, to, part, ports.clock.now(), failure) };
  }
  const { data } = result;
  await ledger.db.writeTogether(() => markSent(ledger, part, data, { actor: 'publisher', how: 'answered' }));
  return { ok: true, remoteId };
}

/** The same way out, which says when a request leaves: its cost is put aside on the way, so that is not when it is asked for. */
function telling(http: AccountHttp, leaves: () => void): AccountHttp {
  return {
    endpoints: http.endpoints,
    prepare: () => http.prepare(),
    send: (call, options) => http.send(call, { ...options, leaves }),
  };
}

function notNow(grant: { why: 'cancelled' } | { why: 'not_its_turn'; until: number }): Outcome {
  return grant.why === 'cancelled'
    ? { kind: 'done' }
    : {
        kind: 'later',
        at: grant.until,
        code: 'in_order',
        detail: 'An earlier post of this account goes first.',
      };
}

/** What follows from an answer that is not a yes: the part stays `sending` where it may be out, else it waits again. */
function notSent(
  deps: PublishDeps,
  to: Destination,
  part: PartRow,
  sendingAt: number,
  failure: Failure,
): Outcome {
  const { ledger, ports } = deps;
  const key = { workspaceId: part.workspaceId, id: part.deliveryId };
  const details = failureEvidence(part, failure);
  const outcome = outcomeOf(failure, ports.clock.now());
  if (failure.reach === 'unclear' || mayBeEarlier(deps, part, failure, outcome)) {
    record(ledger, key, { kind: 'unclear', actor: 'publisher', details });
    return asking(firstLookAt(to.platform.settle, sendingAt), failure.detail);
  }
  ledger.db.write(() => {
    markNotSent(ledger, part, failure.code, 'publisher');
    record(ledger, key, { kind: 'attempt_failed', actor: 'publisher', details });
  });
  return outcome;
}

/**
 * Whether a clear no may come from an earlier send of the same part: a duplicate after one that was sent again on the
 * user's word, or a final no under a key or handle that an earlier request may have used up.
 */
function mayBeEarlier(deps: PublishDeps, part: PartRow, failure: Failure, outcome: Outcome): boolean {
  if (failure.code === 'duplicate' && part.doubtedSince !== null) return true;
  return outcome.kind === 'rejected' && wasProvedAbsent(deps.ledger, part);
}

function asking(at: number, detail: string): Outcome {
  return { kind: 'later', at, code: 'settling', detail };
}
