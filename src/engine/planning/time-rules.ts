import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import { createBoard, dayMs, isWithin } from './plan/board.ts';
import type { Board } from './plan/board.ts';
import { createLocalDays } from './plan/local-days.ts';
import { categoryByLabel } from './categories/category-of.ts';
import type { PlanningDeps } from './planning-deps.ts';
import { planAccounts } from './read/plan-accounts.ts';
import { takenTimes } from './read/taken-times.ts';
import { readPlanningRules } from './rules-store.ts';
import { zoneOfWorkspace } from './zone.ts';

/** How far around an instant posts are read: what rules look at lies within a week of it. */
const aroundMs = 8 * dayMs;

/**
 * Tells which instants the rules of a workspace allow for posts at these accounts: quiet hours, gaps, caps a day and a
 * week, and the networks' own. Without accounts only quiet hours count.
 */
export function createTimeRules(
  deps: Pick<PlanningDeps, 'db' | 'ports' | 'platformOf' | 'expectedPosts'>,
): (workspaceId: WorkspaceId, accountIds: readonly AccountId[]) => (instant: number) => boolean {
  return (workspaceId, accountIds) => {
    const rules = readPlanningRules(deps.db, workspaceId);
    const timeZone = zoneOfWorkspace(deps.db, workspaceId);
    const days = createLocalDays(timeZone);
    if (accountIds.length === 0) {
      const { quietHours } = rules;
      return (instant) => quietHours === null || !isWithin(days.at(instant).minute, quietHours);
    }
    const from = deps.ports.clock.now() - aroundMs;
    const readUntil = (until: number): Board =>
      createBoard(
        {
          now: Number.NEGATIVE_INFINITY,
          from: Number.NEGATIVE_INFINITY,
          to: Number.POSITIVE_INFINITY,
          timeZone,
          rules,
          accounts: planAccounts(deps, workspaceId),
          categories: [],
          slots: [],
          taken: takenTimes(deps, workspaceId, { from, until }, categoryByLabel([])),
        },
        days,
      );
    let board: { readonly until: number; readonly rules: Board } | undefined;
    return (instant) => {
      if (board === undefined || instant + aroundMs > board.until) {
        // Twice as far each time, since most find a time soon and few look months ahead.
        const until = instant + aroundMs + Math.max(aroundMs, instant - from);
        board = { until, rules: readUntil(until) };
      }
      const { objection } = board.rules;
      return accountIds.every((accountId) => {
        const piece = { postId: '', accountId, textKey: null, categoryId: null, sameTextDays: 0 };
        return objection(piece, instant) === null;
      });
    };
  };
}
