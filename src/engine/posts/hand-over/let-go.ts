import type { Failure } from '../../http/call.ts';
import { clockSlackMs } from '../../platforms/settling.ts';
import { partsOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import { markGivenBack, markPosted } from '../ledger/handed-parts.ts';
import { completeElsewhere, takeBack } from '../ledger/hand-overs.ts';
import type { Actor, Ledger } from '../ledger/ledger.ts';
import { isTaken } from '../ledger/parts.ts';
import type { Destination } from '../publish/destination.ts';
import { confirmLater, measureSoon } from '../publish/notify.ts';

export type LetGo =
  | { readonly ok: true }
  /** `published`: it is out by now, and written down so. `kept`: the network no longer lets go of it. */
  | { readonly ok: false; readonly why: 'published' | 'kept' }
  | { readonly ok: false; readonly why: 'failed'; readonly failure: Failure };

/**
 * Takes a post back from the network that was to publish it by itself; then it waits here again, for its time. One that is
 * gone there before its time counts as taken back: somebody removed it, or the app ended between the network's yes and the
 * ledger's word. Without a new wish of the user's the next look finds that, and the user decides.
 */
export async function letGo(
  ledger: Ledger,
  to: Pick<Destination, 'target' | 'platform' | 'http'>,
  delivery: Pick<DeliveryRow, 'id' | 'workspaceId' | 'accountId'>,
  actor: Actor,
): Promise<LetGo> {
  const { unschedule, scheduled } = to.platform.api;
  const part = partsOf(ledger.db, delivery.workspaceId, delivery.id).find(({ state }) => state === 'handed');
  if (part === undefined || part.scheduledId === null || unschedule === undefined || scheduled === undefined)
    return { ok: false, why: 'kept' };
  const answer = await unschedule(to.http, to.target.ref, part.scheduledId);
  if (!answer.ok) return { ok: false, why: 'failed', failure: answer.failure };
  const there = answer.data.deleted ? null : await scheduled(to.http, to.target.ref, part.scheduledId);
  const isGone = there?.state === 'gone' && ledger.clock.now() < (part.publishAt ?? 0) - clockSlackMs;
  if (there !== null && !isGone) {
    if (there.state !== 'published' || isTaken(ledger, part, there.remoteId))
      return { ok: false, why: 'kept' };
    const { remoteId, url } = there;
    const at = there.publishedAt ?? ledger.clock.now();
    ledger.db.write(() => {
      markPosted(ledger, part, { remoteId, url, at }, { actor: 'publisher', how: 'by_network' });
      completeElsewhere(ledger, delivery, { at, url }, 'publisher');
      measureSoon({ ledger }, delivery);
      confirmLater(ledger, to.platform, delivery);
    });
    return { ok: false, why: 'published' };
  }
  ledger.db.write(() => {
    markGivenBack(ledger, part, 'taken_back', actor);
    takeBack(ledger, delivery, actor);
  });
  return { ok: true };
}
