import type { FailureCode } from '../../http/call.ts';
import { clockSlackMs } from '../../platforms/settling.ts';
import type { Outcome } from '../../queue/outcome.ts';
import { partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow, PartRow } from '../ledger/delivery-row.ts';
import { markGivenBack, markLost, markPosted } from '../ledger/handed-parts.ts';
import { completeElsewhere, doubtElsewhere, failElsewhere } from '../ledger/hand-overs.ts';
import { isTaken } from '../ledger/parts.ts';
import type { Destination } from '../publish/destination.ts';
import { confirmLater, measureSoon, notify } from '../publish/notify.ts';
import type { PublishDeps } from '../publish/publish-deps.ts';
import { openSend } from '../publish/settle.ts';
import { readList } from '../publish/settle/list-and-match.ts';
import { keepLooked } from '../publish/settle/looked.ts';
import { finishCancel } from '../publish/request-cancel.ts';
import { looksAfterMs } from './keep.ts';
import { letGo } from './let-go.ts';

/** Where the question fails it is asked again after this time, in milliseconds. */
const againMs = 15 * 60_000;
const longestMs = 6 * 60 * 60_000;
/** How long the account's list is looked at for a post that the network no longer names, in milliseconds after its time. */
const lookedForMs = 15 * 60_000;
const listAgainMs = 2 * 60_000;

/** Failures that speak of the post; all others are failures of the question. */
const ofThePost: readonly FailureCode[] = ['content_rejected', 'media_invalid', 'duplicate'];

/**
 * Asks what became of a post that the network publishes by itself: at the start of the app, at its time, and a little
 * after. Nothing is sent.
 */
export async function checkWithNetwork(
  deps: PublishDeps,
  to: Destination,
  delivery: DeliveryRow,
  signal: AbortSignal,
): Promise<Outcome> {
  const { ledger, ports } = deps;
  const part = partsOf(ledger.db, delivery.workspaceId, delivery.id).find(({ state }) => state === 'handed');
  const { scheduled } = to.platform.api;
  if (part === undefined || part.scheduledId === null || scheduled === undefined) return { kind: 'done' };
  if (to.target.state !== 'connected') return again(ports.clock.now() + againMs);
  const isCancelled = delivery.cancelRequestedAt !== null;
  if (isCancelled && (await finishCancelThere(deps, to, delivery))) return { kind: 'done' };
  const answer = await scheduled(to.http, to.target.ref, part.scheduledId);
  const now = ports.clock.now();
  switch (answer.state) {
    case 'waiting':
      return again(isCancelled ? now + againMs : nextLook(answer.publishAt ?? delivery.dueAt ?? now, now));
    case 'published':
      if (isTaken(ledger, part, answer.remoteId)) return await lookInList(deps, to, delivery, part, signal);
      return isOut(deps, to, delivery, part, {
        remoteId: answer.remoteId,
        url: answer.url,
        at: answer.publishedAt ?? now,
      });
    case 'gone':
      return await lookInList(deps, to, delivery, part, signal);
    case 'failed': {
      const { code, detail, reach } = answer.failure;
      if (!ofThePost.includes(code) || reach !== 'refused') return again(now + againMs);
      return refused(deps, delivery, part, { code, detail });
    }
  }
}

/** Asked soon after its time, then ever more rarely. */
function nextLook(publishAt: number, now: number): number {
  if (now < publishAt) return publishAt + looksAfterMs;
  return now + Math.min(longestMs, Math.max(2 * looksAfterMs, now - publishAt));
}

function again(at: number): Outcome {
  return { kind: 'again', at };
}

function isOut(
  { ledger }: Pick<PublishDeps, 'ledger'>,
  { platform }: Destination,
  delivery: DeliveryRow,
  part: PartRow,
  found: { remoteId: string | null; url: string | null; at: number },
): Outcome {
  ledger.db.write(() => {
    markPosted(ledger, part, found, { actor: 'publisher', how: 'by_network' });
    completeElsewhere(ledger, delivery, { at: found.at, url: found.url }, 'publisher');
    measureSoon({ ledger }, delivery);
    confirmLater(ledger, platform, delivery);
    notify({ ledger }, delivery, 'published', part.text);
  });
  return { kind: 'done' };
}

function refused(
  { ledger }: Pick<PublishDeps, 'ledger'>,
  delivery: DeliveryRow,
  part: PartRow,
  why: { code: string; detail: string },
): Outcome {
  ledger.db.write(() => {
    markGivenBack(ledger, part, why.code, 'publisher');
    failElsewhere(ledger, delivery, { ...why, at: ledger.clock.now() });
    notify({ ledger }, delivery, 'failed', part.text, why.code);
  });
  return { kind: 'done' };
}

/**
 * The network no longer names it. Before its time that means that it was taken away there. After it the post may be out
 * under another name: the account's list can prove that; if it does not, nobody knows.
 */
async function lookInList(
  deps: PublishDeps,
  to: Destination,
  delivery: DeliveryRow,
  part: PartRow,
  signal: AbortSignal,
): Promise<Outcome> {
  const { ledger, ports } = deps;
  const due = part.publishAt ?? delivery.dueAt ?? 0;
  if (ports.clock.now() < due - clockSlackMs)
    return refused(deps, delivery, part, { code: 'gone_at_network', detail: '' });
  const send = openSend(deps, to, part, signal);
  const verdict = await readList(send);
  const now = ports.clock.now();
  if (verdict.kind === 'present')
    return isOut(deps, to, delivery, part, { remoteId: verdict.remoteId, url: verdict.url, at: now });
  ledger.db.write(() => keepLooked(send, verdict));
  if (now < due + lookedForMs) return again(now + listAgainMs);
  if ('failure' in verdict && verdict.failure !== undefined && now < due + 24 * 3_600_000)
    return again(now + againMs);
  ledger.db.write(() => {
    markLost(ledger, part);
    doubtElsewhere(ledger, delivery, { code: 'unknown_outcome', detail: '', at: now });
    notify(deps, delivery, 'unknown', part.text);
  });
  return { kind: 'done' };
}

/**
 * A cancellation that was asked for while it was on its way to the network: it is taken back there first. False where the
 * network does not let go of it, or cannot be asked; what it says of the post decides then.
 */
async function finishCancelThere(
  { ledger }: Pick<PublishDeps, 'ledger'>,
  to: Destination,
  delivery: DeliveryRow,
): Promise<boolean> {
  const freed = await letGo(ledger, to, delivery, delivery.cancelRequestedBy ?? 'user');
  if (!freed.ok) return freed.why === 'published';
  ledger.db.write(() => {
    finishCancel(ledger, { ...delivery, state: 'scheduled' });
  });
  return true;
}
