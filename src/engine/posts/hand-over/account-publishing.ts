import type { AccountPublishing } from '../../../shared/contract/queue.ts';
import { OcmaError } from '../../../shared/errors.ts';
import type { PublishMode } from '../../../shared/models/delivery.ts';
import type { AccountId, DeliveryId } from '../../../shared/models/ids.ts';
import type { Caller } from '../../feature.ts';
import { findDelivery } from '../ledger/delivery-row.ts';
import type { PostsDeps } from '../posts-deps.ts';
import { enqueuePublish } from '../schedule.ts';
import { schedulesByItself } from './plan.ts';
import { takeBackFirst } from './take-back.ts';

/** How the posts of an account go out. @throws `not_found` also for an account of another workspace */
export function readPublishing(deps: PostsDeps, caller: Caller, accountId: AccountId): AccountPublishing {
  const row = deps.db
    .sql<{ mode: PublishMode; native: 0 | 1; platform: string }>(
      `SELECT publish_mode AS mode, native_schedule AS native, platform FROM account WHERE workspace_id = :workspaceId AND id = :accountId`,
    )
    .get({ workspaceId: caller.workspaceId, accountId });
  if (row === undefined) throw new OcmaError('not_found', { what: 'account' });
  return {
    mode: row.mode,
    nativeSchedule: row.native === 1,
    canScheduleNatively: schedulesByItself(deps.platformOf(row.platform)),
  };
}

/**
 * Sets it. Posts that wait are planned anew; those that the network has are taken back first where it shall not have them
 * any more. @throws `invalid_input` where the network does not publish by itself, and what taking back failed with
 */
export async function setPublishing(
  deps: PostsDeps,
  caller: Caller,
  accountId: AccountId,
  change: { readonly mode?: PublishMode | undefined; readonly nativeSchedule?: boolean | undefined },
): Promise<void> {
  const before = readPublishing(deps, caller, accountId);
  const mode = change.mode ?? before.mode;
  const native = change.nativeSchedule ?? before.nativeSchedule;
  if (change.nativeSchedule === true && !before.canScheduleNatively)
    throw new OcmaError('invalid_input', { what: 'nativeSchedule' });
  const { workspaceId } = caller;
  deps.db.write(() => {
    deps.db
      .sql(
        `UPDATE account SET publish_mode = :mode, native_schedule = :native WHERE workspace_id = :workspaceId AND id = :accountId`,
      )
      .run({ workspaceId, accountId, mode, native: native ? 1 : 0 });
    deps.changed({ topic: 'account', workspaceId, id: accountId });
  });
  if (!native || mode === 'remind') {
    for (const row of rowsOf(deps, caller, accountId, 'with_network')) await takeBackFirst(deps, caller, row);
  }
  deps.db.write(() => {
    for (const row of rowsOf(deps, caller, accountId, 'scheduled'))
      if (row.dueAt !== null) enqueuePublish(deps, row, row.dueAt);
  });
}

function rowsOf(
  deps: PostsDeps,
  { workspaceId }: Caller,
  accountId: AccountId,
  state: 'scheduled' | 'with_network',
) {
  return deps.db
    .sql<{ id: DeliveryId }>(`SELECT d.id FROM delivery d JOIN post p ON p.id = d.post_id
      WHERE d.workspace_id = :workspaceId AND d.account_id = :accountId AND d.state = :state AND p.deleted_at IS NULL ORDER BY d.due_at, d.id`)
    .all({ workspaceId, accountId, state })
    .map(({ id }) => findDelivery(deps.db, workspaceId, id))
    .filter((row) => row !== undefined);
}
