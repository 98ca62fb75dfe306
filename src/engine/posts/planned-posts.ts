import type { PostId } from '../../shared/models/ids.ts';
import type { Caller, PlannedPost, PlannedPosts } from '../feature.ts';
import { cancelWaiting } from '../queue/store.ts';
import { moveToBin, restorePost } from './bin.ts';
import type { DeliveryRow } from './ledger/delivery-row.ts';
import { assertOwnMedia } from './own-media.ts';
import { deliveriesOfPost, getPostRow, insertPost, updatePost } from './post-store.ts';
import type { PostsDeps } from './posts-deps.ts';
import { preflightOf } from './preflight/preflight.ts';
import { publishKind } from './publish/publish-kind.ts';
import { scheduleDelivery } from './schedule.ts';

/** States of a delivery that nothing has come of yet. */
const quiet: ReadonlySet<DeliveryRow['state']> = new Set(['draft', 'scheduled', 'cancelled']);

export function createPlannedPosts(deps: PostsDeps): PlannedPosts {
  const { db } = deps;

  const hasBegun = (caller: Caller, deliveries: readonly DeliveryRow[]): boolean =>
    deliveries.some(
      (delivery) =>
        !quiet.has(delivery.state) ||
        db
          .sql(
            `SELECT 1 FROM job WHERE workspace_id = :workspaceId AND kind = :kind AND subject_id = :id AND state = 'running'`,
          )
          .get({ workspaceId: caller.workspaceId, kind: publishKind, id: delivery.id }) !== undefined,
    );
  const scheduleAll = (caller: Caller, id: PostId, post: PlannedPost): void => {
    const chosen = new Set(post.accountIds);
    for (const delivery of deliveriesOfPost(deps, caller.workspaceId, id)) {
      if (!chosen.has(delivery.accountId)) continue;
      const costMicros = post.costs.get(delivery.accountId) ?? 0;
      scheduleDelivery(deps, caller, delivery, post.when, { costMicros, catchUp: post.catchUp });
    }
  };

  return {
    assertMedia: (caller, parts) => assertOwnMedia(deps, caller.workspaceId, parts),
    check(caller, content) {
      const { lines, costs } = preflightOf(deps, caller, { ...content, postId: undefined });
      return { lines, costs: new Map(costs.map((cost) => [cost.accountId, cost.costMicros])) };
    },
    plan(caller, post) {
      const id = insertPost(deps, caller, { ...post, source: caller.actor === 'api' ? 'api' : 'app' });
      scheduleAll(caller, id, post);
      return id;
    },
    change(caller, id, post) {
      if (hasBegun(caller, deliveriesOfPost(deps, caller.workspaceId, id))) return false;
      const { version } = getPostRow(deps, caller.workspaceId, id);
      updatePost(deps, caller, id, { ...post, version });
      scheduleAll(caller, id, post);
      return true;
    },
    takeBack(caller, id) {
      getPostRow(deps, caller.workspaceId, id);
      const deliveries = deliveriesOfPost(deps, caller.workspaceId, id);
      if (hasBegun(caller, deliveries)) return false;
      const now = deps.ports.clock.now();
      for (const delivery of deliveries) {
        if (delivery.state === 'scheduled')
          cancelWaiting(db, caller.workspaceId, publishKind, delivery.id, now);
      }
      moveToBin(deps, caller, id);
      return true;
    },
    bringBack: (caller, id) => restorePost(deps, caller, id),
  };
}
