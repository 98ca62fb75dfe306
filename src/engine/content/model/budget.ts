import type { WorkspaceId } from '../../../shared/models/ids.ts';
import { modelPlatform, monthOf, readModelSpending, settle } from '../../http/spending.ts';
import type { ContentDeps } from '../answering/content-deps.ts';

type BudgetDeps = Pick<ContentDeps, 'db' | 'ports' | 'newId' | 'openAiSettings'>;

/** What the language model has cost the installation in the running month (UTC), with what is put aside, in micro-dollars. */
export function spentOnModel({ db, ports }: Pick<ContentDeps, 'db' | 'ports'>): number {
  return readModelSpending(db, monthOf(ports.clock.now()));
}

/** Whether the month's budget allows a question that may cost so much. */
export function budgetAllows(deps: BudgetDeps, micros: number): boolean {
  return micros === 0 || spentOnModel(deps) + micros <= deps.openAiSettings().monthlyBudgetMicros;
}

/** Money put aside for a question. */
export interface Reserved {
  /** Says what the question has cost in the end. */
  settle(micros: number): void;
}

/** Puts aside what a question may cost at the most, before it is asked; null where the month's budget would be passed. */
export function reserveForModel(
  deps: BudgetDeps,
  workspaceId: WorkspaceId,
  operation: string,
  micros: number,
): Reserved | null {
  const { db, ports, newId } = deps;
  const id = newId('exp');
  const now = ports.clock.now();
  if (micros === 0) return { settle: () => undefined };
  const isReserved = db.write(() => {
    if (!budgetAllows(deps, micros)) return false;
    db.sql(
      `INSERT INTO spending (id, workspace_id, account_id, platform, operation, month, micros, state, at)
       VALUES (:id, :workspaceId, NULL, :platform, :operation, :month, :micros, 'reserved', :now)`,
    ).run({ id, workspaceId, platform: modelPlatform, operation, month: monthOf(now), micros, now });
    return true;
  });
  return isReserved ? { settle: (spent) => settle(db, workspaceId, id, spent) } : null;
}
