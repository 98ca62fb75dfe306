import { setImmediate } from 'node:timers/promises';
import type { planningContract } from '../../shared/contract/planning.ts';
import { isOcmaError } from '../../shared/errors.ts';
import type { AccountId, PostId } from '../../shared/models/ids.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { Caller } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { assertTimeZone, resolveWallTime } from '../time/wall-time.ts';
import { assertOwn } from './check-plan.ts';
import type { PlanningDeps } from './planning-deps.ts';

type Procedures = typeof planningContract;
type Item = ProcedureInput<Procedures['apply']>['items'][number];

/** What went wrong with a post, in words. */
interface Told {
  readonly postId: PostId;
  readonly code: string;
  readonly message: string;
  readonly fix: string | null;
}

/** Posts scheduled together before others get their turn to write. */
const chunk = 20;

/** @throws `time_zone_unknown`, `not_found` for what is another workspace's; all else is told post by post */
export async function applyPlan(
  deps: PlanningDeps,
  caller: Caller,
  input: ProcedureInput<Procedures['apply']>,
) {
  assertTimeZone(input.timeZone);
  assertOwn(deps, caller, input.items);
  const scheduled: { postId: PostId; madeFrom: PostId | null; accountIds: AccountId[]; labelled: boolean }[] =
    [];
  const failed: (Told & Pick<Item, 'kind'>)[] = [];
  const posts = [...Map.groupBy(input.items, ({ kind, postId }) => `${kind} ${postId}`).values()];
  for (const [index, items] of posts.entries()) {
    if (index % chunk === chunk - 1) await setImmediate();
    const [first] = items;
    if (first === undefined) continue;
    try {
      const times = new Map(
        items.map((item): [AccountId, WallTime] => [
          item.accountId,
          resolveWallTime(item.local, input.timeZone),
        ]),
      );
      const asCopy = first.kind === 'repeat';
      const { postId, labelled } = deps.scheduleAtTimes(caller, {
        postId: first.postId,
        version: first.version,
        asCopy,
        times,
        label: input.label ?? null,
      });
      scheduled.push({
        postId,
        madeFrom: asCopy ? first.postId : null,
        accountIds: [...times.keys()],
        labelled,
      });
    } catch (error) {
      failed.push({ kind: first.kind, ...toldOf(deps, first.postId, error) });
    }
  }
  return { scheduled, failed };
}

/** @throws `not_found` for what is another workspace's; all else is told post by post */
export async function undoPlan(
  deps: PlanningDeps,
  caller: Caller,
  input: ProcedureInput<Procedures['undo']>,
): Promise<{ undone: number; failed: Told[] }> {
  const items = input.scheduled.flatMap(({ postId, accountIds }) =>
    accountIds.map((accountId) => ({ postId, accountId })),
  );
  assertOwn(deps, caller, items);
  const failed: Told[] = [];
  for (const { postId, accountIds, made, labelled } of input.scheduled) {
    try {
      await deps.backToDraft(caller, {
        postId,
        accountIds,
        made,
        withoutLabel: labelled ? (input.label ?? null) : null,
      });
    } catch (error) {
      failed.push(toldOf(deps, postId, error));
    }
  }
  return { undone: input.scheduled.length - failed.length, failed };
}

/** A failure in the catalogue's words; what nobody expected goes on up. */
function toldOf(deps: PlanningDeps, postId: PostId, error: unknown): Told {
  if (!isOcmaError(error)) throw error;
  const { code, params } = error;
  return {
    postId,
    code,
    message: deps.words(`errors.${code}.message`, params),
    fix: deps.words(`errors.${code}.fix`, params) || null,
  };
}
