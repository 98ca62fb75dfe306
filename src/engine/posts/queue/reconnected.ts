import type { AccountId, DeliveryId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { WallTime } from '../../../shared/models/time.ts';
import type { Caller } from '../../feature.ts';
import { wallTimeAt } from '../../time/wall-time.ts';
import { catchUpOf } from '../ledger/delivery-row.ts';
import type { DeliveryRow } from '../ledger/delivery-row.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { scheduleDelivery } from '../schedule.ts';
import { timedPost } from '../timed-post.ts';
import { createNextSlot, zoneOf } from '../slots.ts';
import { inChunks } from './delivery-rows.ts';
import { signInCodes } from './problem-actions.ts';
import { createSpacing } from './spacing.ts';

/** Resumes for every account, at the start of the app: it may have been closed right after the user signed in. */
export async function resumeAllReconnected(deps: PostsDeps): Promise<void> {
  const accounts = deps.db
    .sql<{ id: AccountId; workspaceId: WorkspaceId }>(
      `SELECT id, workspace_id AS workspaceId FROM account WHERE state = 'connected' ORDER BY created_at, id`,
    )
    .all();
  for (const account of accounts) await resumeReconnected(deps, account);
}

/**
 * After an account has been connected again: what stopped because it was signed out goes out by itself where its time
 * is still ahead, or not longer past than its catch-up rule allows, in the order of the times and a minute apart. The
 * rest stays, for the user to decide on. Returns how many go out.
 */
export async function resumeReconnected(
  deps: PostsDeps,
  account: { readonly id: AccountId; readonly workspaceId: WorkspaceId },
): Promise<number> {
  const caller: Caller = { workspaceId: account.workspaceId, actor: 'reconnected' };
  const ids = deps.db
    .sql<{
      id: DeliveryId;
    }>(`SELECT d.id FROM delivery d JOIN post p ON p.id = d.post_id JOIN account a ON a.id = d.account_id
      WHERE d.workspace_id = :workspaceId AND d.account_id = :accountId AND a.state = 'connected' AND d.state = 'failed'
        AND d.problem ->> '$.at' <= a.connected_at AND d.problem_code IN (SELECT value FROM json_each(:codes)) AND p.deleted_at IS NULL ORDER BY d.due_at, d.id`)
    .all({
      workspaceId: account.workspaceId,
      accountId: account.id,
      codes: JSON.stringify(signInCodes),
    })
    .map((row) => row.id);
  if (ids.length === 0) return 0;
  const place = createPlaces(deps, caller);
  const resumed = await inChunks(deps, caller, ids, undefined, (row) => {
    const when = row.state === 'failed' ? place(row) : null;
    if (when === null) return false;
    scheduleDelivery(deps, caller, row, when);
    return true;
  });
  return resumed.length;
}

/** When a post may go out by its own rule; null where the user is to say. */
function createPlaces(deps: PostsDeps, caller: Caller): (row: DeliveryRow) => WallTime | null {
  const now = deps.ports.clock.now();
  const zone = zoneOf(deps, caller.workspaceId);
  const next = createSpacing(deps, caller.workspaceId);
  const nextSlot = createNextSlot(deps, caller.workspaceId, deps.timeRules(caller.workspaceId, []));
  return (row) => {
    if (row.dueAt === null || row.dueLocal === null || row.dueZone === null) return null;
    if (row.dueAt > now)
      return { instant: row.dueAt, local: row.dueLocal, timeZone: row.dueZone, note: row.dueNote };
    const rule = catchUpOf(row);
    switch (rule.rule) {
      case 'publish_within':
        return now - row.dueAt <= rule.minutes * 60_000 ? wallTimeAt(next(row.accountId), zone) : null;
      case 'next_slot':
        return nextSlot([timedPost(deps, row)]);
      case 'ask':
        return null;
    }
  };
}
