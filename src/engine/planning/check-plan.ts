import type { planningContract } from '../../shared/contract/planning.ts';
import type { AccountId, PostId } from '../../shared/models/ids.ts';
import type { PlanItem } from '../../shared/models/planning.ts';
import type { WallTime } from '../../shared/models/time.ts';
import type { Caller } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { resolveWallTime } from '../time/wall-time.ts';
import { createBoard, dayMs } from './plan/board.ts';
import type { Piece } from './plan/board.ts';
import { createLocalDays } from './plan/local-days.ts';
import { planGround } from './plan-ground.ts';
import type { PlanningDeps } from './planning-deps.ts';
import { assertAccount, assertPost, subjectsNamed } from './read/plan-subjects.ts';
import { sentenceOf } from './sentences.ts';

type Input = ProcedureInput<(typeof planningContract)['check']>;
type Checked = Pick<PlanItem, 'kind' | 'postId' | 'accountId' | 'when' | 'warnings'>;

/** Each item as the rules see it beside all the others and what is taken. @throws `not_found` for what is another workspace's */
export async function checkPlan(deps: PlanningDeps, caller: Caller, input: Input): Promise<Checked[]> {
  const { workspaceId } = caller;
  assertOwn(deps, caller, input.items);
  const times = input.items.map((item): WallTime => resolveWallTime(item.local, input.timeZone));
  const instants = times.map(({ instant }) => instant);
  if (instants.length === 0) return [];
  const stretch = { from: Math.min(...instants) - dayMs, to: Math.max(...instants) + dayMs };
  const { request, categoryOf } = await planGround(deps, workspaceId, stretch, false);
  const subjects = subjectsNamed(
    deps.db,
    workspaceId,
    input.items.map(({ postId }) => postId),
    categoryOf,
  );
  const days = createLocalDays(request.timeZone);
  const categories = new Map(request.categories.map((category) => [category.id, category]));
  const pieces = input.items.map((item): Piece => {
    const subject = subjects.get(item.postId);
    const category = subject?.categoryId ? categories.get(subject.categoryId) : undefined;
    return {
      postId: item.kind === 'repeat' ? `again ${item.postId}` : item.postId,
      accountId: item.accountId,
      textKey: subject?.texts.get(item.accountId) ?? null,
      categoryId: subject?.categoryId ?? null,
      sameTextDays: category?.evergreen === true ? category.minDaysBetween : 0,
    };
  });
  // Drafts that are replanned while they wait stand in nobody's way at their former time.
  const planned = new Set(input.items.map(({ postId, accountId }) => `${postId} ${accountId}`));
  const taken = request.taken.filter(
    ({ postId, accountId, at }) => at <= request.now || !planned.has(`${postId} ${accountId ?? ''}`),
  );
  const board = createBoard({ ...request, taken }, days);
  for (const [index, piece] of pieces.entries()) board.put(piece, instants[index] ?? 0);
  return input.items.map((item, index) => {
    const piece = pieces[index];
    const when = times[index] ?? resolveWallTime(item.local, input.timeZone);
    return {
      kind: item.kind,
      postId: item.postId,
      accountId: item.accountId,
      when,
      warnings:
        piece === undefined
          ? []
          : board.objections(piece, when.instant).map(({ said }) => sentenceOf(deps.words, said)),
    };
  });
}

/** @throws `not_found` for posts and accounts of others */
export function assertOwn(
  { db }: PlanningDeps,
  { workspaceId }: Caller,
  items: readonly { readonly postId: PostId; readonly accountId: AccountId }[],
): void {
  for (const id of new Set(items.map(({ postId }) => postId))) assertPost(db, workspaceId, id);
  for (const id of new Set(items.map(({ accountId }) => accountId))) assertAccount(db, workspaceId, id);
}
