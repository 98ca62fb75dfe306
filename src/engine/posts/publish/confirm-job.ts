import type { Confirmation } from '../../platforms/confirming.ts';
import type { JobHandler } from '../../queue/handler.ts';
import { nameSent, refuseLater } from '../ledger/after-publishing.ts';
import { findDelivery, partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow, PartRow } from '../ledger/delivery-row.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { record } from '../ledger/transitions.ts';
import { ledgerOf } from '../posts-deps.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { followUps, measureSoon, notify } from './notify.ts';
import { findTarget } from './target.ts';

/** Where the question fails it is asked again after this time, in milliseconds. */
const againMs = 15 * 60_000;

/**
 * The work of `confirmLater`, one delivery a job: asks whether what was published stands, and writes down its address or
 * that it was refused. Nothing is sent. Where the network never says, the history says so.
 */
export function createConfirmHandler(deps: PostsDeps): JobHandler {
  return {
    kind: followUps.confirm,
    async run(job) {
      const delivery = findDelivery(deps.db, job.workspaceId, job.subjectId);
      if (delivery?.state !== 'published') return { kind: 'done' };
      const target = findTarget(deps.db, delivery.workspaceId, delivery.accountId);
      if (target === undefined) return { kind: 'done' };
      const platform = deps.platformOf(target.platform);
      const { confirms } = platform;
      const { confirm } = platform.api;
      if (confirms === undefined || confirm === undefined) return { kind: 'done' };
      const { clock } = deps.ports;
      const http = deps.httpOf(target.id);
      const asks: number[] = [];
      for (const part of partsOf(deps.db, delivery.workspaceId, delivery.id)) {
        if (part.state !== 'sent' || part.role !== 'post' || part.sentAt === null) continue;
        const { remoteId, handle, sentAt } = part;
        // Out by the user's word alone: there is nothing to ask by.
        if (remoteId === null && handle === null) continue;
        const answer: Confirmation =
          target.state === 'connected'
            ? await confirm(http, { account: target.ref, remoteId, handle, sentAt }, clock)
            : { state: 'open', askAt: clock.now() + againMs };
        const next = keep(deps, delivery, part, answer);
        if (next === 'refused') return { kind: 'done' };
        if (next === null) continue;
        if (next > sentAt + confirms.forMs) leaveOpen(ledgerOf(deps), delivery, part);
        else asks.push(next);
      }
      return asks.length === 0 ? { kind: 'done' } : { kind: 'again', at: Math.min(...asks) };
    },
  };
}

/** Writes an answer down; when to ask again, in epoch ms, or null where nothing more is to be asked of the part. */
function keep(
  deps: PostsDeps,
  delivery: DeliveryRow,
  part: PartRow,
  answer: Confirmation,
): number | null | 'refused' {
  const ledger = ledgerOf(deps);
  const now = ledger.clock.now();
  const name = (named: { readonly remoteId: string; readonly url: string | null }): void =>
    ledger.db.write(() => {
      nameSent(ledger, delivery, part, named);
      measureSoon({ ledger }, delivery);
    });
  switch (answer.state) {
    case 'stands': {
      const { remoteId, url } = answer;
      if (remoteId !== null && part.remoteId === null) name({ remoteId, url });
      return null;
    }
    case 'open':
      if (answer.found !== undefined && part.remoteId === null) name(answer.found);
      return Math.max(answer.askAt, now + 1);
    case 'refused':
      ledger.db.write(() => {
        if (refuseLater(ledger, delivery, part, answer.reason))
          notify({ ledger }, delivery, 'failed', part.text, 'refused_later');
      });
      return 'refused';
    case 'forgotten':
      if (part.remoteId === null) leaveOpen(ledger, delivery, part);
      return null;
    case 'failed':
      return Math.max(answer.failure.retryAt ?? 0, now + againMs);
  }
}

/** The network had its time and has not said its last word. */
function leaveOpen(ledger: Ledger, delivery: DeliveryRow, part: PartRow): void {
  record(ledger, delivery, { kind: 'not_confirmed', actor: 'publisher', details: { part: part.position } });
}
