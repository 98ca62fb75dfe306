import { setImmediate } from 'node:timers/promises';
import type {
  HistoryColumn,
  HistoryColumns,
  HistoryImport,
  metricsContract,
} from '../../../shared/contract/metrics.ts';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { ProcedureInput } from '../../procedure-input.ts';
import type { HistoryImportDeps } from '../metrics-deps.ts';
import { isKnownColumn } from './columns.ts';
import { gatherPosts } from './past-posts.ts';
import type { PastPosts } from './past-posts.ts';
import { slashOrderOf } from './past-instant.ts';
import { readRow } from './read-row.ts';
import type { RowContext, RowProblem } from './read-row.ts';
import { rowAccounts } from './row-accounts.ts';
import { columnsFor } from './saved-columns.ts';

export type HistoryRequest = ProcedureInput<(typeof metricsContract)['importHistory']>;

const mostProblemsShown = 500;
/** So many rows are read before others have their turn. */
const rowsInOneGo = 250;

/** A file as it was understood, before it is compared with what is here. */
export interface HistoryReading {
  readonly found: Pick<HistoryImport, 'headers' | 'columns' | 'rows' | 'bad' | 'problems'>;
  readonly posts: PastPosts;
  /** Good rows that stand in the file once more. */
  readonly repeated: number;
  /** Something is missing for every row; its rows were not read. */
  readonly isBlocked: boolean;
}

/** Reads a file row by row and stores nothing. Ends early, by throwing, when `signal` says so. */
export async function readHistory(
  deps: HistoryImportDeps,
  workspaceId: WorkspaceId,
  input: HistoryRequest,
  signal: AbortSignal | undefined,
): Promise<HistoryReading> {
  const { db, words } = deps;
  const table = deps.readTable(input.csv, isKnownColumn);
  const columns = columnsFor(db, workspaceId, table.header, input.columns);
  const places = new Map(
    Object.entries(columns).map(([column, name]) => [column, table.header.indexOf(name)] as const),
  );
  const datesAt = places.get('publishedAt') ?? -1;
  const context: RowContext = {
    now: deps.ports.clock.now(),
    timeZone: input.timeZone ?? deps.zoneOf(workspaceId),
    slashOrder: slashOrderOf(table.lines.map(({ cells }) => (cells[datesAt] ?? '').trim())),
    accountOf: rowAccounts(deps, workspaceId, input.accountId),
  };
  const problems: HistoryImport['problems'][number][] = [];
  const note = (line: number, { id, column, params }: RowProblem): void => {
    if (problems.length === mostProblemsShown) return;
    problems.push({
      line,
      column: column === null ? null : (columns[column] ?? column),
      message: words(`historyImport.${id}.text`, params),
      fix: words(`historyImport.${id}.fix`, params),
    });
  };
  const blocks = blocksOf(columns, context);
  for (const block of blocks) note(1, block);

  const gathered = gatherPosts();
  let repeated = 0;
  let bad = 0;
  for (const [index, { line, cells, fault }] of (blocks.length > 0 ? [] : table.lines).entries()) {
    if (index % rowsInOneGo === rowsInOneGo - 1) {
      await setImmediate();
      signal?.throwIfAborted();
    }
    const cell = (column: HistoryColumn): string => (cells[places.get(column) ?? -1] ?? '').trim();
    const reading =
      fault === null ? readRow(cell, context) : { problems: [{ id: fault, column: null, params: {} }] };
    if ('post' in reading) {
      if (gathered.add(reading.post) === 'repeated') repeated += 1;
      continue;
    }
    bad += 1;
    for (const problem of reading.problems) note(line, problem);
  }
  return {
    found: { headers: [...table.header], columns, rows: table.lines.length, bad, problems },
    posts: gathered.posts,
    repeated,
    isBlocked: blocks.length > 0,
  };
}

/** What is missing for every row, so that none is worth a look. */
function blocksOf(columns: HistoryColumns, { accountOf }: RowContext): RowProblem[] {
  const account = columns.platform === undefined && columns.account === undefined ? accountOf('', '') : null;
  return [
    ...(columns.publishedAt === undefined ? [{ id: 'noDateColumn', column: null, params: {} }] : []),
    ...(account !== null && 'problem' in account ? [account.problem] : []),
  ];
}
