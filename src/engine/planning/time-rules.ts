import type { OpenTimeRules, TimedPost } from '../feature.ts';
import { categoryByLabel } from './categories/category-of.ts';
import type { CategoryOf } from './categories/category-of.ts';
import { listCategories } from './categories/category-store.ts';
import { createBoard, dayMs, isWithin } from './plan/board.ts';
import type { Board, Piece } from './plan/board.ts';
import { createLocalDays } from './plan/local-days.ts';
import type { PlanningDeps } from './planning-deps.ts';
import { aroundDays, daysAhead, daysBack } from './plan-ground.ts';
import { planAccounts } from './read/plan-accounts.ts';
import { assertAccount } from './read/plan-subjects.ts';
import { takenTimes } from './read/taken-times.ts';
import { textKeyOf } from './read/text-key.ts';
import { readPlanningRules } from './rules-store.ts';
import { sentenceOf } from './sentences.ts';
import { zoneOfWorkspace } from './zone.ts';

/** The rules of planning for whoever gives a post a time: slots, imports, series, and the user by hand. */
export function createTimeRules(
  deps: Pick<PlanningDeps, 'db' | 'ports' | 'words' | 'platformOf' | 'expectedPosts'>,
): OpenTimeRules {
  return (workspaceId, moving) => {
    const rules = readPlanningRules(deps.db, workspaceId);
    const days = createLocalDays(zoneOfWorkspace(deps.db, workspaceId));
    const categories = listCategories(deps.db, workspaceId);
    const categoryOf = categoryByLabel(categories);
    const accounts = planAccounts(deps, workspaceId);
    const now = deps.ports.clock.now();
    const near = { back: aroundDays * dayMs, ahead: aroundDays * dayMs };
    /** What is about the words looks further. */
    const far = {
      back: daysBack(rules, categories, accounts) * dayMs,
      ahead: daysAhead(rules, categories) * dayMs,
    };
    for (const { accountId } of moving) assertAccount(deps.db, workspaceId, accountId);
    const leaving = new Set(
      moving.flatMap(({ postId, accountId }) => (postId === '' ? [] : `${postId} ${accountId}`)),
    );
    const took: [Piece, number][] = [];

    const read = (from: number, until: number): Board => {
      const taken = takenTimes(deps, workspaceId, { from, until }, categoryOf).filter(
        ({ postId, accountId, at }) => at <= now || !leaving.has(`${postId} ${accountId ?? ''}`),
      );
      const anyTime = {
        now: Number.NEGATIVE_INFINITY,
        from: Number.NEGATIVE_INFINITY,
        to: Number.POSITIVE_INFINITY,
      };
      const board = createBoard({ ...anyTime, rules, accounts, categories, taken }, days);
      for (const [piece, at] of took) board.put(piece, at);
      return board;
    };
    let known: { readonly from: number; readonly until: number; readonly board: Board } | undefined;
    /** The board as far as an instant asks for it: half as far again each time, since few look months ahead. */
    const boardAt = (at: number, { back, ahead }: typeof near): Board => {
      const from = Math.min(known?.from ?? now, now - back);
      if (known === undefined || from < known.from || at + ahead > known.until) {
        const until = Math.max(known?.until ?? 0, at + ahead + Math.max(near.ahead, (at - now) / 2));
        known = { from, until, board: read(from, until) };
      }
      return known.board;
    };
    const pieceOf = pieceBy(categoryOf, categories);

    return {
      allow(post, at) {
        if (post === null)
          return rules.quietHours === null || !isWithin(days.at(at).minute, rules.quietHours);
        // What is about the words is told, not waited for: without them no rule asks for them.
        return boardAt(at, near).objection({ ...pieceOf(post), textKey: null }, at) === null;
      },
      broken(post, at) {
        const piece = pieceOf(post);
        return boardAt(at, piece.textKey === null ? near : far)
          .objections(piece, at)
          .map(({ rule, said }) => ({ rule, text: sentenceOf(deps.words, said).text }));
      },
      take(post, at) {
        const piece = pieceOf(post);
        took.push([piece, at]);
        known?.board.put(piece, at);
      },
    };
  };
}

function pieceBy(
  categoryOf: CategoryOf,
  categories: ReturnType<typeof listCategories>,
): (post: TimedPost) => Piece {
  const byId = new Map(categories.map((category) => [category.id, category]));
  return ({ postId, accountId, text, labels }) => {
    const categoryId = categoryOf(JSON.stringify(labels));
    const category = categoryId === null ? undefined : byId.get(categoryId);
    const sameTextDays = category?.evergreen === true ? category.minDaysBetween : 0;
    return { postId, accountId, textKey: textKeyOf(text), categoryId, sameTextDays };
  };
}
