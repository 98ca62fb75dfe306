import { OcmaError } from '../../shared/errors.ts';
import type { PostId } from '../../shared/models/ids.ts';
import type { Caller } from '../feature.ts';
import { cancelWaiting } from '../queue/store.ts';
import { deliveriesOfPost, getPostRow } from './post-store.ts';
import type { PostsDeps } from './posts-deps.ts';
import { publishKind } from './publish/publish-kind.ts';
import { enqueuePublish } from './schedule.ts';

/** Into the bin, with its times: `restorePost` puts everything back. @throws `wrong_state` while it is on its way, `not_found` */
export function removePost(deps: PostsDeps, caller: Caller, id: PostId): Record<string, never> {
  const now = deps.ports.clock.now();
  deps.db.write(() => {
    getPostRow(deps, caller.workspaceId, id);
    for (const delivery of deliveriesOfPost(deps, caller.workspaceId, id)) {
      if (delivery.state === 'publishing' || delivery.state === 'with_network')
        throw new OcmaError('wrong_state', { state: delivery.state });
      if (
        delivery.state === 'scheduled' &&
        !cancelWaiting(deps.db, caller.workspaceId, publishKind, delivery.id, now)
      ) {
        throw new OcmaError('wrong_state', { state: 'publishing' });
      }
    }
    moveToBin(deps, caller, id);
  });
  return {};
}

/** Out of the bin again; what is scheduled in it waits for its time anew. One that is not in the bin stays as it is. */
export function restorePost(deps: PostsDeps, caller: Caller, id: PostId): void {
  deps.db.write(() => {
    const { changes } = deps.db
      .sql(
        `UPDATE post SET deleted_at = NULL WHERE workspace_id = :workspaceId AND id = :id AND deleted_at IS NOT NULL`,
      )
      .run({ workspaceId: caller.workspaceId, id });
    if (changes === 0) return;
    for (const delivery of deliveriesOfPost(deps, caller.workspaceId, id)) {
      if (delivery.state === 'scheduled' && delivery.dueAt !== null)
        enqueuePublish(deps, delivery, delivery.dueAt);
    }
    deps.changed({ topic: 'post', workspaceId: caller.workspaceId, id });
  });
}

/** Marks a post as removed, and nothing else; joins the caller's transaction. */
export function moveToBin(deps: PostsDeps, { workspaceId }: Caller, id: PostId): void {
  deps.db
    .sql(`UPDATE post SET deleted_at = :now WHERE workspace_id = :workspaceId AND id = :id`)
    .run({ workspaceId, id, now: deps.ports.clock.now() });
  deps.changed({ topic: 'post', workspaceId, id });
}
