import { historyColumns } from '../../../shared/contract/metrics.ts';
import type { HistoryColumns } from '../../../shared/contract/metrics.ts';
import { OcmaError } from '../../../shared/errors.ts';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { Database } from '../../db/database.ts';
import { suggestColumns } from './columns.ts';

/**
 * Which column holds what: the user's own choice, else what was chosen for a file with such a first line before, else what
 * the names suggest. Throws `invalid_input` for a column that the file does not have.
 */
export function columnsFor(
  db: Database,
  workspaceId: WorkspaceId,
  header: readonly string[],
  given: HistoryColumns | undefined,
): HistoryColumns {
  const chosen = given ?? savedColumns(db, workspaceId, header) ?? suggestColumns(header);
  const missing = Object.values(chosen).find((name) => !header.includes(name));
  if (missing !== undefined) throw new OcmaError('invalid_input', { what: `columns: ${missing}` });
  return chosen;
}

/** Keeps the choice for the next file with such a first line; joins the caller's transaction. */
export function saveColumns(
  db: Database,
  workspaceId: WorkspaceId,
  header: readonly string[],
  columns: HistoryColumns,
): void {
  db.sql(
    `INSERT INTO history_columns (workspace_id, header, columns) VALUES (:workspaceId, :header, :columns)
     ON CONFLICT (workspace_id, header) DO UPDATE SET columns = excluded.columns`,
  ).run({ workspaceId, header: headerKey(header), columns: JSON.stringify(columns) });
}

function savedColumns(
  db: Database,
  workspaceId: WorkspaceId,
  header: readonly string[],
): HistoryColumns | undefined {
  const row = db
    .sql<{ columns: string }>(
      'SELECT columns FROM history_columns WHERE workspace_id = :workspaceId AND header = :header',
    )
    .get({ workspaceId, header: headerKey(header) });
  return row && historyColumns.parse(JSON.parse(row.columns));
}

const headerKey = (header: readonly string[]): string => header.join('\u001F');
