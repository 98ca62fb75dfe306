import type { ScheduleChoice } from '../../shared/contract/posts.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { CatchUp } from '../../shared/models/delivery.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { Caller, ChosenTimes, TimedPost } from '../feature.ts';
import { enqueue } from '../queue/store.ts';
import { resolveWallTime, wallTimeAt } from '../time/wall-time.ts';
import { handOverAt } from './hand-over/plan.ts';
import { takeUpDropped } from './ledger/parts.ts';
import { schedule } from './ledger/times.ts';
import { findDelivery, partsOf } from './ledger/delivery-row.ts';
import type { DeliveryRow } from './ledger/delivery-row.ts';
import { ledgerOf } from './posts-deps.ts';
import type { PostsDeps } from './posts-deps.ts';
import { publishKind } from './publish/publish-kind.ts';
import { createSlotTimes } from './slot-times.ts';
import { zoneOf } from './slots.ts';

/** A time chosen this long ago still counts as now, in milliseconds: a form takes a moment to send. */
const slackMs = 60_000;

/**
 * When a post goes out at its accounts by a choice. A time that the user names is that of all; of a slot the first account
 * gets it and the others follow as the planning rules want. @throws `time_passed`, `time_zone_unknown`, and `not_found`
 * where no slot is free.
 */
export function timesOf(
  deps: PostsDeps,
  workspaceId: WorkspaceId,
  choice: ScheduleChoice,
  posts: readonly TimedPost[],
): ChosenTimes {
  const forAll = (when: WallTime): ChosenTimes => ({
    when,
    at: new Map(posts.map(({ accountId }) => [accountId, when])),
  });
  const now = deps.ports.clock.now();
  switch (choice.kind) {
    case 'now':
      return forAll(wallTimeAt(now, zoneOf(deps, workspaceId)));
    case 'next_slot': {
      const times = createSlotTimes(deps, workspaceId, deps.timeRules(workspaceId, posts))(posts);
      if (times === null) throw new OcmaError('not_found', { what: 'free slot' });
      return times;
    }
    case 'at': {
      const when = resolveWallTime(choice.local, choice.timeZone);
      if (when.instant < now - slackMs)
        throw new OcmaError('time_passed', {
          time: `${choice.local.replace('T', ' ')} (${choice.timeZone})`,
        });
      return forAll(when);
    }
  }
}

/**
 * Schedules one delivery and its job in the same transaction. @throws `wrong_state` where it is on its way, out, or was out
 * and taken down: what was said once is said again by a post of its own.
 */
export function scheduleDelivery(
  deps: PostsDeps,
  caller: Caller,
  delivery: DeliveryRow,
  when: WallTime,
  options: { catchUp?: CatchUp; costMicros?: number } = {},
): void {
  deps.db.write(() => {
    const ledger = ledgerOf(deps);
    const before = findDelivery(deps.db, delivery.workspaceId, delivery.id)?.state ?? delivery.state;
    if (partsOf(deps.db, delivery.workspaceId, delivery.id).some(({ state }) => state === 'handed'))
      throw new OcmaError('wrong_state', { state: before });
    if (!schedule(ledger, delivery, when, caller.actor, options) || !takeUpDropped(ledger, delivery))
      throw new OcmaError('wrong_state', { state: before });
    const parts = partsOf(deps.db, delivery.workspaceId, delivery.id);
    if (before === 'cancelled' && parts.every(({ state }) => state === 'sent'))
      throw new OcmaError('wrong_state', { state: before });
    enqueuePublish(deps, delivery, when.instant);
  });
}

/** Puts the delivery's job into the publisher's queue: at its time, or when it is to be handed to its network before. */
export function enqueuePublish(
  deps: PostsDeps,
  delivery: Pick<DeliveryRow, 'workspaceId' | 'id' | 'accountId'>,
  runAt: number,
): void {
  const now = deps.ports.clock.now();
  const handing = handOverAt(deps, delivery.workspaceId, delivery.id, now);
  deps.db
    .sql(
      `UPDATE delivery SET hand_over_at = :handing WHERE workspace_id = :workspaceId AND id = :id AND hand_over_at IS NOT :handing`,
    )
    .run({ workspaceId: delivery.workspaceId, id: delivery.id, handing });
  const platform = deps.db
    .sql<{ platform: string }>(
      `SELECT platform FROM account WHERE workspace_id = :workspaceId AND id = :accountId`,
    )
    .get({ workspaceId: delivery.workspaceId, accountId: delivery.accountId })?.platform;
  enqueue(
    deps.db,
    deps.newId,
    {
      workspaceId: delivery.workspaceId,
      queue: 'publisher',
      kind: publishKind,
      subjectId: delivery.id,
      platform: platform ?? null,
      accountId: delivery.accountId,
      runAt: handing ?? runAt,
    },
    now,
  );
  deps.wake('publisher');
}
