import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Category, PlanningRules } from '../../shared/models/planning.ts';
import { categoryByLabel } from './categories/category-of.ts';
import type { CategoryOf } from './categories/category-of.ts';
import { listCategories } from './categories/category-store.ts';
import { dayMs } from './plan/board.ts';
import type { PlanAccount, PlanRequest } from './plan/plan-request.ts';
import type { PlanningDeps } from './planning-deps.ts';
import { planAccounts } from './read/plan-accounts.ts';
import { takenTimes } from './read/taken-times.ts';
import { readPlanningRules } from './rules-store.ts';
import { zoneOfWorkspace } from './zone.ts';

/** What caps of a week look at, beyond the stretch that is planned. */
export const aroundDays = 8;
/** How far back texts are compared for networks that take none twice. */
const yearDays = 366;

/** How many days before an instant rules look, those about the words of a post among them. */
export function daysBack(
  rules: PlanningRules,
  categories: readonly Category[],
  accounts: readonly Pick<PlanAccount, 'neverTwice'>[],
): number {
  return Math.max(daysAhead(rules, categories), accounts.some(({ neverTwice }) => neverTwice) ? yearDays : 0);
}

/** How many days after an instant they look: what is planned far ahead would come too soon after it. */
export function daysAhead(rules: PlanningRules, categories: readonly Category[]): number {
  const between = categories.map(({ minDaysBetween }): number => minDaysBetween);
  return Math.max(aroundDays, rules.sameTextDays, ...between);
}

/** A workspace as a plan for a stretch of time sees it. */
export interface PlanGround {
  readonly request: PlanRequest;
  readonly categoryOf: CategoryOf;
}

/** Reads everything that a plan depends on. `withBest`: best hours too, which may take a moment to learn. */
export async function planGround(
  deps: PlanningDeps,
  workspaceId: WorkspaceId,
  stretch: { readonly from: number; readonly to: number },
  withBest: boolean,
): Promise<PlanGround> {
  const timeZone = zoneOfWorkspace(deps.db, workspaceId);
  const rules = readPlanningRules(deps.db, workspaceId);
  const categories = listCategories(deps.db, workspaceId);
  const plain = planAccounts(deps, workspaceId);
  const accounts = await Promise.all(
    plain.map(async (account) => ({
      ...account,
      bestSlots: withBest ? await deps.bestSlots(workspaceId, account.id, timeZone) : [],
    })),
  );
  const categoryOf = categoryByLabel(categories);
  const back = daysBack(rules, categories, accounts);
  const ahead = daysAhead(rules, categories);
  return {
    categoryOf,
    request: {
      now: deps.ports.clock.now(),
      ...stretch,
      timeZone,
      rules,
      accounts,
      categories,
      slots: deps.weeklySlots(workspaceId),
      taken: takenTimes(
        deps,
        workspaceId,
        { from: stretch.from - back * dayMs, until: stretch.to + ahead * dayMs },
        categoryOf,
      ),
    },
  };
}
