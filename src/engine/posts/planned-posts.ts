import type { CatchUp } from '../../shared/models/delivery.ts';
import type { AccountId, PostId } from '../../shared/models/ids.ts';
import type { PostPart } from '../../shared/models/post.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { Caller } from '../feature.ts';
import { cancelWaiting } from '../queue/store.ts';
import { assertOwnMedia } from './own-media.ts';
import type { DeliveryRow } from './ledger/delivery-row.ts';
import { deliveriesOfPost, getPostRow, insertPost, updatePost } from './post-store.ts';
import type { PostsDeps } from './posts-deps.ts';
import { preflightOf } from './preflight/preflight.ts';
import type { PreflightLine } from './preflight/line.ts';
import { publishKind } from './publish/publish-job.ts';
import { enqueuePublish, scheduleDelivery } from './schedule.ts';

/** A post as another feature wants it to go out. */
export interface PlannedPost {
  readonly parts: readonly PostPart[];
  readonly accountIds: readonly AccountId[];
  readonly labels: readonly string[];
  readonly when: WallTime;
  readonly catchUp: CatchUp;
  /** What publishing costs at each account, in micro-dollars. */
  readonly costs: ReadonlyMap<AccountId, number>;
}

/** What may happen to posts whose time another feature plans. All but the first two join the transaction that is open. */
export interface PlannedPosts {
  /** Throws `not_found` for media of others, or that are gone. */
  assertMedia(caller: Caller, parts: readonly PostPart[]): void;
  /** What stands in the way of a content, and what it costs. Throws `not_found` for accounts of others. */
  check(
    caller: Caller,
    content: Pick<PlannedPost, 'parts' | 'accountIds'> & { when: WallTime | null },
  ): { lines: readonly PreflightLine[]; costs: ReadonlyMap<AccountId, number> };
  plan(caller: Caller, post: PlannedPost): PostId;
  /** False, and nothing changed, where some of it has begun, is out, or waits for the user's decision. */
  change(caller: Caller, id: PostId, post: PlannedPost): boolean;
  /** Into the bin, with its times; false as with `change`. Throws `not_found` for a post of others, or in the bin. */
  takeBack(caller: Caller, id: PostId): boolean;
  /** Out of the bin again; what is scheduled in it waits for its time anew. */
  bringBack(caller: Caller, id: PostId): void;
}

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
  const setDeleted = (caller: Caller, id: PostId, at: number | null): void => {
    db.sql(`UPDATE post SET deleted_at = :at WHERE workspace_id = :workspaceId AND id = :id`).run({
      workspaceId: caller.workspaceId,
      id,
      at,
    });
    deps.changed({ topic: 'post', workspaceId: caller.workspaceId, id });
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
      setDeleted(caller, id, now);
      return true;
    },
    bringBack(caller, id) {
      setDeleted(caller, id, null);
      for (const delivery of deliveriesOfPost(deps, caller.workspaceId, id)) {
        if (delivery.state === 'scheduled' && delivery.dueAt !== null)
          enqueuePublish(deps, delivery, delivery.dueAt);
      }
    },
  };
}
