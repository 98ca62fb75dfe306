import type { planningContract } from '../../shared/contract/planning.ts';
import type { CategoryId } from '../../shared/models/ids.ts';
import type { Category, PlanningRules } from '../../shared/models/planning.ts';
import type { Caller } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { applyPlan, undoPlan } from './apply.ts';
import {
  createCategory,
  getCategory,
  listCategories,
  removeCategory,
  updateCategory,
} from './categories/category-store.ts';
import { checkPlan } from './check-plan.ts';
import type { PlanningDeps } from './planning-deps.ts';
import { propose } from './propose.ts';
import { changePlanningRules, readPlanningRules } from './rules-store.ts';

type Procedures = typeof planningContract;

/** The procedures of `planning`. */
export function createPlanningHandlers(deps: PlanningDeps) {
  const { db } = deps;
  return {
    rules: (caller: Caller, _input: object): PlanningRules => readPlanningRules(db, caller.workspaceId),
    updateRules(caller: Caller, input: ProcedureInput<Procedures['updateRules']>): PlanningRules {
      const { workspaceId: _, ...given } = input;
      changePlanningRules(deps, caller, given);
      return readPlanningRules(db, caller.workspaceId);
    },
    categories: (caller: Caller, _input: object): Category[] => listCategories(db, caller.workspaceId),
    createCategory(caller: Caller, input: ProcedureInput<Procedures['createCategory']>): Category {
      return getCategory(db, caller.workspaceId, createCategory(deps, caller, input));
    },
    updateCategory(caller: Caller, input: ProcedureInput<Procedures['updateCategory']>): Category {
      const { id, version, workspaceId: _, ...given } = input;
      updateCategory(deps, caller, id, version, given);
      return getCategory(db, caller.workspaceId, id);
    },
    removeCategory(caller: Caller, input: { id: CategoryId }): Record<string, never> {
      removeCategory(deps, caller, input.id);
      return {};
    },
    propose: (caller: Caller, input: ProcedureInput<Procedures['propose']>) => propose(deps, caller, input),
    check: (caller: Caller, input: ProcedureInput<Procedures['check']>) => checkPlan(deps, caller, input),
    apply: (caller: Caller, input: ProcedureInput<Procedures['apply']>) => applyPlan(deps, caller, input),
    undo: (caller: Caller, input: ProcedureInput<Procedures['undo']>) => undoPlan(deps, caller, input),
  };
}
