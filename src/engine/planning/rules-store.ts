import { planningRules } from '../../shared/models/planning.ts';
import type { PlanningRules } from '../../shared/models/planning.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { Caller } from '../feature.ts';
import type { PlanningDeps } from './planning-deps.ts';

/** What holds until the user says otherwise: posts are kept apart a little, and nothing is capped. */
const defaultPlanningRules: PlanningRules = {
  quietHours: null,
  accountGapMinutes: 30,
  staggerMinutes: 15,
  accountPerDay: null,
  accountPerWeek: null,
  sameTextDays: 30,
};

export function readPlanningRules(db: Database, workspaceId: WorkspaceId): PlanningRules {
  const row = db
    .sql<{ rules: string }>(`SELECT rules FROM planning_rules WHERE workspace_id = :workspaceId`)
    .get({ workspaceId });
  if (row === undefined) return defaultPlanningRules;
  return planningRules.parse({
    ...defaultPlanningRules,
    ...planningRules.partial().parse(JSON.parse(row.rules)),
  });
}

/** What is not given stays. */
export function changePlanningRules(
  deps: PlanningDeps,
  caller: Caller,
  given: { readonly [Name in keyof PlanningRules]?: PlanningRules[Name] | undefined },
): void {
  const { db } = deps;
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  db.write(() => {
    const rules = planningRules.parse({ ...readPlanningRules(db, caller.workspaceId), ...known });
    db.sql(`INSERT INTO planning_rules (workspace_id, rules, actor, updated_at) VALUES (:workspaceId, :rules, :actor, :now)
      ON CONFLICT (workspace_id) DO UPDATE SET rules = excluded.rules, actor = excluded.actor, updated_at = excluded.updated_at`).run(
      {
        workspaceId: caller.workspaceId,
        rules: JSON.stringify(rules),
        actor: caller.actor,
        now: deps.ports.clock.now(),
      },
    );
    deps.changed({ topic: 'planning', workspaceId: caller.workspaceId, id: null });
  });
}
