import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { PostsDeps } from '../posts-deps.ts';

/** Posts that are sent late or again keep this distance on their account, in milliseconds. */
export const spacingMs = 60_000;

/** Hands out times for posts of one account after the other. */
export type NextTime = (accountId: AccountId) => number;

/**
 * Times from now on at which posts that come late or again may go out: never less than a minute from another post of
 * the same account, be it one that went out just now, one that waits, or one that was given a time here before.
 */
export function createSpacing(deps: PostsDeps, workspaceId: WorkspaceId): NextTime {
  const now = deps.ports.clock.now();
  const lanes = new Map<AccountId, { readonly taken: readonly number[]; at: number; next: number }>();
  return (accountId) => {
    const lane = lanes.get(accountId) ?? {
      taken: takenTimes(deps, workspaceId, accountId),
      at: 0,
      next: now,
    };
    lanes.set(accountId, lane);
    for (;;) {
      const neighbour = lane.taken[lane.at];
      if (neighbour === undefined || neighbour >= lane.next + spacingMs) break;
      lane.next = Math.max(lane.next, neighbour + spacingMs);
      lane.at += 1;
    }
    const time = lane.next;
    lane.next = time + spacingMs;
    return time;
  };
}

/** When the account's posts around now and ahead go out or went out, in order. */
function takenTimes(deps: PostsDeps, workspaceId: WorkspaceId, accountId: AccountId): number[] {
  const from = deps.ports.clock.now() - spacingMs;
  return deps.db
    .sql<{ at: number }>(`SELECT d.due_at AS at FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE d.workspace_id = :workspaceId AND d.account_id = :accountId AND d.state IN ('scheduled', 'publishing', 'with_network')
        AND d.due_at > :from AND p.deleted_at IS NULL
      UNION ALL SELECT max(x.sent_at) AS at FROM delivery_part x
      WHERE x.workspace_id = :workspaceId AND x.account_id = :accountId AND x.sent_at > :from HAVING max(x.sent_at) IS NOT NULL
      ORDER BY at`)
    .all({ workspaceId, accountId, from })
    .map((row) => row.at);
}
