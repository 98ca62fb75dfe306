import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { historyColumns } from '../../../shared/contract/metrics.ts';
import type {
  HistoryColumn,
  HistoryColumns,
  HistoryImport,
  metricsContract,
} from '../../../shared/contract/metrics.ts';
import { OcmaError } from '../../../shared/errors.ts';
import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { Caller } from '../../feature.ts';
import type { ProcedureInput } from '../../procedure-input.ts';
import { listAccounts } from '../measured-account.ts';
import type { MeasuredAccount } from '../measured-account.ts';
import type { HistoryImportDeps } from '../metrics-deps.ts';
import { isKnownColumn, suggestColumns } from './columns.ts';
import { readRow } from './read-row.ts';
import type { PastPost, RowContext, RowProblem } from './read-row.ts';

type Request = ProcedureInput<(typeof metricsContract)['importHistory']>;

const rowsATransaction = 150;
const mostProblemsShown = 500;

/**
 * Takes past posts out of a CSV file. A dry run says what would happen and changes nothing; the run itself takes the good
 * rows where `skipProblems` says so, else all or none. Rows that are here already are passed over.
 */
export async function importHistory(
  deps: HistoryImportDeps,
  caller: Caller,
  input: Request,
): Promise<HistoryImport> {
  const { db, words } = deps;
  const table = deps.readTable(input.csv, isKnownColumn);
  const columns = columnsFor(deps, caller.workspaceId, table.header, input.columns);
  const context = rowContext(deps, caller.workspaceId, input);
  const places = new Map(
    Object.entries(columns).map(([column, name]) => [column, table.header.indexOf(name)] as const),
  );
  const problems: HistoryImport['problems'][number][] = [];
  const add = (line: number, { id, column, params }: RowProblem): void => {
    problems.push({
      line,
      column: column === null ? null : (columns[column] ?? column),
      message: words(`historyImport.${id}.text`, params),
      fix: words(`historyImport.${id}.fix`, params),
    });
  };
  if (columns.publishedAt === undefined) add(1, { id: 'noDateColumn', column: null, params: {} });

  const good = new Map<string, PastPost>();
  let repeated = 0;
  let bad = 0;
  for (const { line, cells, fault } of columns.publishedAt === undefined ? [] : table.lines) {
    const cell = (column: HistoryColumn): string => (cells[places.get(column) ?? -1] ?? '').trim();
    const reading =
      fault === null ? readRow(cell, context) : { problems: [{ id: fault, column: null, params: {} }] };
    if ('problems' in reading) {
      bad += 1;
      for (const problem of reading.problems) add(line, problem);
      continue;
    }
    const key = keyOf(reading.post);
    if (good.has(key)) repeated += 1;
    good.set(key, reading.post);
  }
  const known = knownKeys(deps, caller.workspaceId);
  const fresh = [...good].filter(([key, { accountId }]) => !known.has(`${accountId} ${key}`));
  const answer = {
    headers: [...table.header],
    columns,
    rows: table.lines.length,
    ready: fresh.length,
    already: good.size - fresh.length + repeated,
    bad,
    problems: problems.slice(0, mostProblemsShown),
  };
  if (input.dryRun) return { ...answer, imported: 0, importedAt: null, dryRun: true };
  const [first] = problems;
  if (first !== undefined && (!input.skipProblems || columns.publishedAt === undefined)) {
    throw new OcmaError(
      'content_invalid',
      { reason: first.message },
      { details: problems.slice(0, mostProblemsShown) },
    );
  }
  const at = deps.ports.clock.now();
  let imported = 0;
  for (let from = 0; from < fresh.length; from += rowsATransaction) {
    imported += db.write(() =>
      fresh
        .slice(from, from + rowsATransaction)
        .reduce((sum, [key, post]) => sum + insert(deps, caller.workspaceId, key, post, at), 0),
    );
    await setImmediate();
  }
  db.write(() => {
    db.sql(
      `INSERT INTO history_columns (workspace_id, header, columns) VALUES (:workspaceId, :header, :columns)
       ON CONFLICT (workspace_id, header) DO UPDATE SET columns = excluded.columns`,
    ).run({
      workspaceId: caller.workspaceId,
      header: headerKey(table.header),
      columns: JSON.stringify(columns),
    });
    deps.changed({ topic: 'metrics', workspaceId: caller.workspaceId, id: null });
    deps.historyGrew();
  });
  return { ...answer, imported, importedAt: imported > 0 ? at : null, dryRun: false };
}

/** Takes back what one import brought, in pieces, and has what rests on it learned anew. */
export async function undoImport(
  deps: HistoryImportDeps,
  caller: Caller,
  importedAt: number,
): Promise<{ removed: number }> {
  const { db } = deps;
  const remove = (): number =>
    db.write(
      () =>
        db
          .sql(
            `DELETE FROM imported_post WHERE id IN
             (SELECT id FROM imported_post WHERE workspace_id = :workspaceId AND imported_at = :importedAt LIMIT :limit)`,
          )
          .run({ workspaceId: caller.workspaceId, importedAt, limit: rowsATransaction }).changes,
    );
  let removed = 0;
  for (let some = remove(); some > 0; some = remove()) {
    removed += some;
    await setImmediate();
  }
  db.write(() => {
    deps.changed({ topic: 'metrics', workspaceId: caller.workspaceId, id: null });
    if (removed > 0) deps.historyGrew();
  });
  return { removed };
}

/** The user's own choice, else what was chosen for such a file before, else what the names suggest. */
function columnsFor(
  { db }: HistoryImportDeps,
  workspaceId: WorkspaceId,
  header: readonly string[],
  given: HistoryColumns | undefined,
): HistoryColumns {
  const saved = db
    .sql<{ columns: string }>(
      'SELECT columns FROM history_columns WHERE workspace_id = :workspaceId AND header = :header',
    )
    .get({ workspaceId, header: headerKey(header) });
  const chosen =
    given ?? (saved === undefined ? suggestColumns(header) : historyColumns.parse(JSON.parse(saved.columns)));
  const missing = Object.values(chosen).find((name) => !header.includes(name));
  if (missing !== undefined) throw new OcmaError('invalid_input', { what: `columns: ${missing}` });
  return chosen;
}

function rowContext(deps: HistoryImportDeps, workspaceId: WorkspaceId, input: Request): RowContext {
  const accounts = listAccounts(deps.db, workspaceId);
  const chosen = accounts.find(({ id }) => id === input.accountId);
  if (input.accountId !== undefined && chosen === undefined)
    throw new OcmaError('not_found', { what: 'account' });
  const only = (found: readonly MeasuredAccount[], params: Readonly<Record<string, string>>) => {
    const [first, ...others] = found;
    if (first !== undefined && others.length === 0) return { id: first.id };
    const id = first === undefined ? 'noAccount' : 'severalAccounts';
    return { problem: { id, column: 'account' as const, params } };
  };
  return {
    now: deps.ports.clock.now(),
    timeZone: input.timeZone ?? deps.zoneOf(workspaceId),
    accountOf(platform, name) {
      if (chosen !== undefined) return { id: chosen.id };
      const network = platform.trim().toLowerCase() === 'twitter' ? 'x' : platform.trim().toLowerCase();
      const username = name.replace(/^@/, '').toLowerCase();
      const fitting = accounts.filter(
        (account) =>
          (network === '' || account.platform === network) &&
          (username === '' || account.username.toLowerCase() === username),
      );
      return only(fitting, { platform: platform || name || '?' });
    },
  };
}

function insert(
  { db, newId }: HistoryImportDeps,
  workspaceId: WorkspaceId,
  key: string,
  post: PastPost,
  at: number,
): number {
  return db
    .sql(
      `INSERT OR IGNORE INTO imported_post (id, workspace_id, account_id, source_key, published_at, text, type, impressions, likes, comments, shares, clicks, imported_at)
       VALUES (:id, :workspaceId, :accountId, :key, :publishedAt, :text, :type, :impressions, :likes, :comments, :shares, :clicks, :at)`,
    )
    .run({ ...post, id: newId('past'), workspaceId, key, at }).changes;
}

function knownKeys({ db }: HistoryImportDeps, workspaceId: WorkspaceId): ReadonlySet<string> {
  const rows = db
    .sql<{ accountId: AccountId; key: string }>(
      'SELECT account_id AS accountId, source_key AS key FROM imported_post WHERE workspace_id = :workspaceId',
    )
    .all({ workspaceId });
  return new Set(rows.map(({ accountId, key }) => `${accountId} ${key}`));
}

/** The same post of the same minute is the same row, whatever its numbers have become. */
function keyOf({ accountId, publishedAt, text }: PastPost): string {
  return createHash('sha256')
    .update(JSON.stringify([accountId, publishedAt, text]))
    .digest('hex')
    .slice(0, 32);
}

const headerKey = (header: readonly string[]): string =>
  z.array(z.string()).parse(header).join('\u001F').toLowerCase();
