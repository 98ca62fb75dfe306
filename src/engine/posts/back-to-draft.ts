import { OcmaError } from '../../shared/errors.ts';
import type { AccountId, PostId } from '../../shared/models/ids.ts';
import type { Caller } from '../feature.ts';
import { cancelWaiting } from '../queue/store.ts';
import { moveToBin } from './bin.ts';
import { takeBackFirst } from './hand-over/take-back.ts';
import { partsOf } from './ledger/delivery-row.ts';
import type { DeliveryRow } from './ledger/delivery-row.ts';
import { unschedule } from './ledger/times.ts';
import { deliveriesOfPost, getPostRow, updatePost } from './post-store.ts';
import { ledgerOf } from './posts-deps.ts';
import type { PostsDeps } from './posts-deps.ts';
import { publishKind } from './publish/publish-kind.ts';

/**
 * Makes drafts of deliveries that wait or have stopped; others stay. Joins the transaction that is open.
 * @throws `wrong_state` where one of them is on its way
 */
export function unscheduleDeliveries(
  deps: PostsDeps,
  caller: Caller,
  deliveries: readonly DeliveryRow[],
): void {
  const now = deps.ports.clock.now();
  for (const delivery of deliveries) {
    if (
      delivery.state === 'scheduled' &&
      !cancelWaiting(deps.db, caller.workspaceId, publishKind, delivery.id, now)
    )
      throw new OcmaError('wrong_state', { state: 'publishing' });
    const isHanded = partsOf(deps.db, caller.workspaceId, delivery.id).some(
      ({ state }) => state === 'handed',
    );
    if (['scheduled', 'failed', 'missed', 'needs_you'].includes(delivery.state) && !isHanded)
      unschedule(ledgerOf(deps), delivery, caller.actor);
  }
}

/**
 * Takes back what a plan has scheduled: drafts again at these accounts, or into the bin where the plan made the post.
 * @throws `wrong_state` where some of it is on its way or out, and what asking a network failed with
 */
export async function backToDraft(
  deps: PostsDeps,
  caller: Caller,
  post: {
    readonly postId: PostId;
    readonly accountIds: readonly AccountId[];
    readonly made: boolean;
    readonly withoutLabel: string | null;
  },
): Promise<void> {
  const { id } = getPostRow(deps, caller.workspaceId, post.postId);
  const chosen = (): DeliveryRow[] =>
    deliveriesOfPost(deps, caller.workspaceId, id).filter(({ accountId }) =>
      post.accountIds.includes(accountId),
    );
  for (const delivery of chosen()) await takeBackFirst(deps, caller, delivery);
  deps.db.write(() => {
    const deliveries = chosen();
    const begun = deliveries.find(({ state }) => state !== 'scheduled' && state !== 'draft');
    if (begun !== undefined) throw new OcmaError('wrong_state', { state: begun.state });
    unscheduleDeliveries(deps, caller, deliveries);
    const row = getPostRow(deps, caller.workspaceId, id);
    const labels = JSON.parse(row.labels) as string[];
    if (post.made) moveToBin(deps, caller, id);
    else if (post.withoutLabel !== null && labels.includes(post.withoutLabel))
      updatePost(deps, caller, id, {
        version: row.version,
        labels: labels.filter((label) => label !== post.withoutLabel),
      });
    deps.changed({ topic: 'post', workspaceId: caller.workspaceId, id });
  });
}
