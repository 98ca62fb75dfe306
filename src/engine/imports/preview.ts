import { createHash } from 'node:crypto';
import type { ImportPreview, ImportRequest } from '../../shared/contract/imports.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import { monthOf } from '../http/spending.ts';
import type { ImportDeps } from './import-deps.ts';
import { committedMicros, isWithinCap } from './month-costs.ts';
import type { ImportPlan, PlannedRow } from './plan.ts';

const mostSamples = 100;
const excerptLength = 120;

/** A plan as the user sees it before anything is imported. */
export function previewOf(
  deps: Pick<ImportDeps, 'db' | 'ports' | 'settingsOf'>,
  workspaceId: WorkspaceId,
  request: ImportRequest,
  plan: ImportPlan,
): ImportPreview {
  const now = deps.ports.clock.now();
  const { monthlyCapMicros: capMicros } = deps.settingsOf(workspaceId);
  const ready = plan.rows.filter(({ status }) => status === 'ready');
  const costsAt = ready.map(({ costMicros, times }) => ({ costMicros, at: times?.when.instant ?? null }));
  const instants = ready.flatMap(instantsOf);
  const preview = {
    rows: plan.lines,
    ready: ready.length,
    already: plan.rows.filter(({ status }) => status === 'already').length,
    problems: [...plan.problems],
    warnings: [...plan.warnings],
    costMicros: costsAt.reduce((sum, { costMicros }) => sum + costMicros, 0),
    capMicros,
    spentMicros: committedMicros(deps.db, workspaceId, monthOf(now)),
    withinCap: isWithinCap(deps.db, workspaceId, costsAt, capMicros, now),
    firstAt: instants.length === 0 ? null : instants.reduce((left, right) => Math.min(left, right)),
    lastAt: instants.length === 0 ? null : instants.reduce((left, right) => Math.max(left, right)),
    samples: plan.rows.slice(0, mostSamples).map(({ line, text, times, accounts, costMicros, status }) => ({
      line,
      excerpt: text.slice(0, excerptLength),
      at: times?.when.instant ?? null,
      accounts: accounts.map(({ username }) => username),
      costMicros,
      status,
    })),
  };
  return { token: tokenOf(workspaceId, request, plan, preview), ...preview };
}

/**
 * Changes with everything that the user saw or chose: the file, the options, what each row would become, and the cap.
 * What was spent is left out, since a post that goes out meanwhile only moves money from scheduled to spent.
 */
function tokenOf(
  workspaceId: WorkspaceId,
  request: ImportRequest,
  { rows, problems, warnings }: ImportPlan,
  { capMicros, withinCap }: Pick<ImportPreview, 'capMicros' | 'withinCap'>,
): string {
  const { csv, accountIds, timeZone, undated, skipProblems, options } = request;
  const becomes = rows.map((row) => [row.sourceKey, row.status, instantsOf(row), row.costMicros]);
  return createHash('sha256')
    .update(csv)
    .update(
      JSON.stringify([
        workspaceId,
        [accountIds, timeZone ?? null, undated, skipProblems, options],
        [becomes, problems, warnings, capMicros, withinCap],
      ]),
    )
    .digest('hex');
}

/** When a row goes out, at any of its accounts; none for a draft. */
const instantsOf = ({ times }: PlannedRow): number[] =>
  times === null ? [] : [...new Set([times.when, ...times.at.values()].map(({ instant }) => instant))];
