import { setImmediate } from 'node:timers/promises';
import type { ImportRequest } from '../../shared/contract/imports.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { ChosenTimes } from '../feature.ts';
import { namedOptions } from '../platforms/options/post-options.ts';
import { assertTimeZone } from '../time/wall-time.ts';
import type { ImportDeps } from './import-deps.ts';
import { readAccounts } from './rows/accounts.ts';
import { readLibrary } from './rows/media.ts';
import { readRow } from './rows/read-row.ts';
import type { ImportRow, RowContext } from './rows/read-row.ts';
import { createRemarks } from './rows/remark.ts';
import type { Remark } from './rows/remark.ts';
import { createSourceKeys } from './rows/source-key.ts';
import { cellsOf, columnOf, columnsOf } from './table/columns.ts';
import type { Columns } from './table/columns.ts';
import { readTable } from './table/read-table.ts';
import type { Table } from './table/read-table.ts';
import { findKeys } from './known-keys.ts';
import { timesOfRows } from './row-times.ts';

/** A row with what an import would do with it. */
export interface PlannedRow extends ImportRow {
  readonly sourceKey: string;
  readonly status: 'ready' | 'already' | 'problem';
  /** Null: it becomes a draft. */
  readonly times: ChosenTimes | null;
  /** At all its accounts together, in micro-dollars. */
  readonly costMicros: number;
}

/** What an import of a file would do. */
export interface ImportPlan {
  /** Rows of the file, also where none of them could be looked at. */
  readonly lines: number;
  readonly rows: readonly PlannedRow[];
  readonly problems: readonly Remark[];
  readonly warnings: readonly Remark[];
}

/** Rows read before others get a turn: the thread that plans also serves the window. */
const rowsATurn = 100;
const mostRows = 5_000;

/**
 * Reads a file and decides what an import of it would do; changes nothing.
 * @throws `time_zone_unknown`, `not_found` for an account that is not of this workspace, `time_passed`
 */
export async function planImport(
  deps: ImportDeps,
  workspaceId: WorkspaceId,
  request: ImportRequest,
): Promise<ImportPlan> {
  const context = contextOf(deps, workspaceId, request);
  const table = readTable(request.csv, (name) => columnOf(name) !== undefined);
  const columns = columnsOf(table.header);
  const ofFile = createRemarks(deps.words, 1);
  remarkOnTable(table, columns, ofFile);
  if (ofFile.problems.length > 0) return { ...ofFile, lines: table.lines.length, rows: [] };

  const keys = createSourceKeys(workspaceId);
  const rows: { row: ImportRow; sourceKey: string }[] = [];
  for (const [index, line] of table.lines.entries()) {
    const cells = cellsOf(columns, line.cells);
    const row = await readRow(context, line, cells);
    const accountIds = row.accounts.map(({ id }) => id);
    rows.push({ row, sourceKey: keys.keyOf(cells, accountIds) });
    if (index % rowsATurn === rowsATurn - 1) await setImmediate();
  }
  remarkOnRepeats(rows.map(({ row }) => row));
  const planned = withTimes(deps, workspaceId, request, context, rows);
  return {
    lines: table.lines.length,
    rows: planned,
    problems: [...ofFile.problems, ...planned.flatMap(({ remarks }) => remarks.problems)],
    warnings: [...ofFile.warnings, ...planned.flatMap(({ remarks }) => remarks.warnings)],
  };
}

function contextOf(deps: ImportDeps, workspaceId: WorkspaceId, request: ImportRequest): RowContext {
  const accounts = readAccounts(deps.db, deps.platformOf, workspaceId);
  if (request.accountIds.some((chosen) => accounts.every(({ id }) => id !== chosen))) {
    throw new OcmaError('not_found', { what: 'account' });
  }
  if (request.timeZone !== undefined) assertTimeZone(request.timeZone);
  const workspace = deps.db
    .sql<{ timeZone: string }>(`SELECT time_zone AS timeZone FROM workspace WHERE id = :workspaceId`)
    .get({ workspaceId });
  return {
    deps,
    accounts,
    chosenAccounts: request.accountIds,
    chosenOptions: namedOptions(deps.platformOf, request.options),
    hasMediaHost: deps.hasMediaHost(workspaceId),
    library: readLibrary(deps.db, workspaceId),
    timeZone: request.timeZone ?? workspace?.timeZone ?? 'UTC',
    now: deps.ports.clock.now(),
  };
}

function remarkOnTable(
  { header, lines }: Table,
  { positions, extra, repeated }: Columns,
  remarks: ReturnType<typeof createRemarks>,
): void {
  if (!positions.has('text')) {
    const found = header.map((name) => name.trim()).filter((name) => name !== '');
    remarks.problem('noTextColumn', 'text', { found: found.join(', ').slice(0, 200) });
  }
  for (const name of repeated) remarks.problem('repeatedColumn', name, { name });
  for (const name of extra) remarks.warning('extraColumn', name, { name });
  if (lines.length > mostRows) remarks.problem('tooManyRows', null, { rows: lines.length, most: mostRows });
}

/** Networks refuse the same text twice from one account. */
function remarkOnRepeats(rows: readonly ImportRow[]): void {
  const first = new Map<string, number>();
  for (const { text, accounts, line, remarks } of rows) {
    if (text === '' || remarks.problems.length > 0) continue;
    for (const { id } of accounts) {
      const said = `${id} ${text}`;
      const before = first.get(said);
      if (before === undefined) first.set(said, line);
      else remarks.warning('sameText', 'text', { line: before });
    }
  }
}

function withTimes(
  deps: ImportDeps,
  workspaceId: WorkspaceId,
  request: ImportRequest,
  context: RowContext,
  rows: readonly { row: ImportRow; sourceKey: string }[],
): PlannedRow[] {
  const known = findKeys(
    deps.db,
    workspaceId,
    rows.map(({ sourceKey }) => sourceKey),
  );
  const isNew = ({ row, sourceKey }: { row: ImportRow; sourceKey: string }): boolean =>
    !known.has(sourceKey) && row.remarks.problems.length === 0;
  const times = timesOfRows(
    deps,
    workspaceId,
    request.undated,
    rows.filter(isNew).map(({ row }) => row),
    context.now,
  );
  return rows.map(({ row, sourceKey }) => {
    const already = known.get(sourceKey);
    if (already?.inBin === true) row.remarks.warning('inBin', null);
    const problem = row.remarks.problems.length > 0;
    return {
      ...row,
      sourceKey,
      status: already !== undefined ? 'already' : problem ? 'problem' : 'ready',
      times: times.get(row) ?? null,
      costMicros: [...row.costs.values()].reduce((sum, cost) => sum + cost, 0),
    };
  });
}
