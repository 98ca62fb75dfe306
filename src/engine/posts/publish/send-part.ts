import type { AccountHttp } from '../../http/call.ts';
import type { Platform } from '../../platforms/platform.ts';
import type { Job } from '../../queue/job.ts';
import type { Outcome } from '../../queue/outcome.ts';
import type { PartRow } from '../ledger/delivery-row.ts';
import { markNotSent, markSending, markSent } from '../ledger/parts.ts';
import { record } from '../ledger/transitions.ts';
import { outcomeOf } from '../../queue/failure-outcome.ts';
import type { PublishDeps } from './publish-deps.ts';
import { readsOf } from './settle.ts';
import type { Target } from './target.ts';

export type Sent =
  | { readonly ok: true; readonly remoteId: string }
  | { readonly ok: false; readonly outcome: Outcome };

/**
 * Sends one part: `sending` is on disk before the request leaves, `sent` after the answer. A lost or unclear answer
 * leaves `sending`, which only settling ends. No other function of the app makes a post.
 */
export async function sendPart(
  deps: PublishDeps,
  job: Job,
  part: PartRow,
  to: {
    target: Target;
    platform: Platform;
    http: AccountHttp;
    inReplyTo: string | null;
    mediaIds: readonly string[];
  },
): Promise<Sent> {
  const { ledger, ports } = deps;
  const sendingAt = markSending(ledger, job, part, to.inReplyTo);
  const result = await to.platform.api.publish(to.http, {
    account: to.target.ref,
    text: part.text,
    mediaIds: to.mediaIds,
    media: [],
    key: null,
    handle: null,
    inReplyTo: to.inReplyTo,
  });
  if (result.ok) {
    if ('askAt' in result.data) return { ok: false, outcome: askLater(result.data.askAt) };
    markSent(ledger, part, result.data, { actor: 'publisher', how: 'answered' });
    return { ok: true, remoteId: result.data.remoteId };
  }
  const { failure } = result;
  const key = { workspaceId: part.workspaceId, id: part.deliveryId };
  // A refused duplicate may be our own earlier send whose answer was lost and that the user asked to repeat.
  if (failure.reach === 'unclear' || (failure.code === 'duplicate' && wasUnclear(deps, part))) {
    record(ledger, key, {
      kind: 'unclear',
      actor: 'publisher',
      details: { part: part.position, code: failure.code, detail: failure.detail },
    });
    const at = sendingAt + (readsOf(to.platform)[0] ?? 0);
    return { ok: false, outcome: { kind: 'later', at, code: 'settling', detail: failure.detail } };
  }
  ledger.db.write(() => {
    markNotSent(ledger, part, failure.code, 'publisher');
    record(ledger, key, {
      kind: 'attempt_failed',
      actor: 'publisher',
      details: { part: part.position, code: failure.code, detail: failure.detail, status: failure.status },
    });
  });
  return { ok: false, outcome: outcomeOf(failure, ports.clock.now()) };
}

function askLater(at: number): Outcome {
  return { kind: 'later', at, code: 'settling', detail: 'The network is working on the post.' };
}

function wasUnclear(deps: PublishDeps, part: PartRow): boolean {
  return (
    deps.ledger.db
      .sql(
        `SELECT 1 FROM delivery_event WHERE workspace_id = :workspaceId AND delivery_id = :deliveryId AND kind IN ('unclear', 'looked') AND details ->> '$.part' = :position`,
      )
      .get({ workspaceId: part.workspaceId, deliveryId: part.deliveryId, position: part.position }) !==
    undefined
  );
}
