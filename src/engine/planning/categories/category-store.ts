import { OcmaError } from '../../../shared/errors.ts';
import type { CategoryId, WorkspaceId } from '../../../shared/models/ids.ts';
import { category } from '../../../shared/models/planning.ts';
import type { Category, CategoryContent } from '../../../shared/models/planning.ts';
import type { Database } from '../../db/database.ts';
import type { Caller } from '../../feature.ts';
import type { PlanningDeps } from '../planning-deps.ts';

interface Row extends Omit<Category, 'evergreen'> {
  evergreen: 0 | 1;
}

const columns = `id, name, color, evergreen, min_days_between AS minDaysBetween, weekly_target AS weeklyTarget, version`;
const read = (row: Row): Category => category.parse({ ...row, evergreen: row.evergreen === 1 });

/** By name. */
export function listCategories(db: Database, workspaceId: WorkspaceId): Category[] {
  return db
    .sql<Row>(
      `SELECT ${columns} FROM category WHERE workspace_id = :workspaceId ORDER BY name COLLATE NOCASE, id LIMIT 200`,
    )
    .all({ workspaceId })
    .map(read);
}

/** @throws `not_found` also for one of another workspace */
export function getCategory(db: Database, workspaceId: WorkspaceId, id: string): Category {
  const row = db
    .sql<Row>(`SELECT ${columns} FROM category WHERE workspace_id = :workspaceId AND id = :id`)
    .get({ workspaceId, id });
  if (row === undefined) throw new OcmaError('not_found', { what: 'category' });
  return read(row);
}

/** @throws `invalid_input` for a name that another category has */
export function createCategory(deps: PlanningDeps, caller: Caller, content: CategoryContent): CategoryId {
  const id = deps.newId('cat') as CategoryId;
  deps.db.write(() => {
    assertFreeName(deps, caller, content.name, null);
    deps.db
      .sql(`INSERT INTO category (id, workspace_id, name, color, evergreen, min_days_between, weekly_target, actor, created_at, updated_at)
        VALUES (:id, :workspaceId, :name, :color, :evergreen, :minDaysBetween, :weeklyTarget, :actor, :now, :now)`)
      .run({ ...columnsOf(deps, caller, content), id });
    tellChanged(deps, caller);
  });
  return id;
}

/** @throws `stale_version`, `invalid_input` for a name that another category has */
export function updateCategory(
  deps: PlanningDeps,
  caller: Caller,
  id: CategoryId,
  version: number,
  given: { readonly [Name in keyof CategoryContent]?: CategoryContent[Name] | undefined },
): void {
  deps.db.write(() => {
    const before = getCategory(deps.db, caller.workspaceId, id);
    if (before.version !== version)
      throw new OcmaError('stale_version', {}, { details: { version: before.version } });
    const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const content: CategoryContent = { ...before, ...known };
    assertFreeName(deps, caller, content.name, id);
    deps.db
      .sql(`UPDATE category SET name = :name, color = :color, evergreen = :evergreen, min_days_between = :minDaysBetween, weekly_target = :weeklyTarget,
          actor = :actor, updated_at = :now, version = version + 1 WHERE workspace_id = :workspaceId AND id = :id`)
      .run({ ...columnsOf(deps, caller, content), id });
    tellChanged(deps, caller);
  });
}

export function removeCategory(deps: PlanningDeps, caller: Caller, id: CategoryId): void {
  deps.db.write(() => {
    getCategory(deps.db, caller.workspaceId, id);
    deps.db
      .sql(`DELETE FROM category WHERE workspace_id = :workspaceId AND id = :id`)
      .run({ workspaceId: caller.workspaceId, id });
    tellChanged(deps, caller);
  });
}

function assertFreeName(deps: PlanningDeps, caller: Caller, name: string, own: CategoryId | null): void {
  const other = deps.db
    .sql(
      `SELECT 1 FROM category WHERE workspace_id = :workspaceId AND name = :name COLLATE NOCASE AND id IS NOT :own`,
    )
    .get({ workspaceId: caller.workspaceId, name, own });
  if (other !== undefined) throw new OcmaError('invalid_input', { what: name });
}

function columnsOf(deps: PlanningDeps, caller: Caller, content: CategoryContent) {
  const { name, color, evergreen, minDaysBetween, weeklyTarget } = content;
  return {
    workspaceId: caller.workspaceId,
    name,
    color,
    evergreen: evergreen ? 1 : 0,
    minDaysBetween,
    weeklyTarget,
    actor: caller.actor,
    now: deps.ports.clock.now(),
  };
}

function tellChanged(deps: PlanningDeps, { workspaceId }: Caller): void {
  deps.changed({ topic: 'planning', workspaceId, id: null });
}
