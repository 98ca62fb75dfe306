import { OcmaError } from '../../../shared/errors.ts';
import type { PostId } from '../../../shared/models/ids.ts';
import type { Caller } from '../../feature.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import { findDelivery } from '../ledger/delivery-row.ts';
import { ClaimLost } from '../ledger/parts.ts';
import { deliveriesOfPost } from '../post-store.ts';
import { ledgerOf } from '../posts-deps.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { findTarget } from '../publish/target.ts';
import { enqueuePublish } from '../schedule.ts';
import { letGo } from './let-go.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

/**
 * Before the user changes a post that the network has: takes it back there, so that what follows happens here alone. One
 * that is not with a network stays as it is.
 * @throws `wrong_state` where it is out by now or the network keeps it, or what asking failed with
 */
export async function takeBackFirst(deps: PostsDeps, caller: Caller, row: DeliveryRow): Promise<void> {
  if (row.state !== 'with_network') return;
  const target = findTarget(deps.db, caller.workspaceId, row.accountId);
  if (target === undefined) throw new OcmaError('not_found', { what: 'account' });
  const platform = deps.platformOf(target.platform);
  const named = { platform: platform.card.title, account: handleOf(target.ref) };
  if (target.state !== 'connected') throw new OcmaError('not_connected', named);
  const to = { target, platform, http: deps.httpOf(target.id) };
  const freed = await letGo(ledgerOf(deps), to, row, caller.actor).catch((error: unknown) => {
    // The publisher heard from the network in the meantime.
    if (error instanceof ClaimLost) throw new OcmaError('wrong_state', { state: 'publishing' });
    throw error;
  });
  if (freed.ok) {
    deps.db.write(() => {
      const now = findDelivery(deps.db, row.workspaceId, row.id);
      if (now?.state === 'scheduled' && now.dueAt !== null) enqueuePublish(deps, now, now.dueAt);
    });
    return;
  }
  switch (freed.why) {
    case 'published':
      throw new OcmaError('wrong_state', { state: 'published' });
    case 'kept':
      throw new OcmaError('kept_by_network', named);
    case 'failed':
      throw new OcmaError(freed.failure.code, named);
  }
}

/** The same for all of a post that its networks have. */
export async function takeBackPost(deps: PostsDeps, caller: Caller, id: PostId): Promise<void> {
  for (const row of deliveriesOfPost(deps, caller.workspaceId, id)) await takeBackFirst(deps, caller, row);
}
