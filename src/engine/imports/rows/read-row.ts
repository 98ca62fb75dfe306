import type { AccountId } from '../../../shared/models/ids.ts';
import type { PostOptions } from '../../../shared/models/publish-option.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { Cells } from '../table/columns.ts';
import type { TableLine } from '../table/read-table.ts';
import { accountsOf } from './accounts.ts';
import type { ImportAccount } from './accounts.ts';
import { checkAtAccounts } from './check.ts';
import { mediaOf } from './media.ts';
import type { LibraryEntry, RowMedia } from './media.ts';
import { optionsOf } from './options.ts';
import { createRemarks } from './remark.ts';
import type { Remarks } from './remark.ts';
import { labelsOf, textOf } from './text.ts';
import { timeOf } from './when.ts';
import type { RowTime } from './when.ts';

/** A row as far as it can be understood by itself. */
export interface ImportRow {
  readonly line: number;
  readonly cells: Cells;
  readonly text: string;
  readonly labels: readonly string[];
  readonly media: readonly RowMedia[];
  readonly accounts: readonly ImportAccount[];
  /** What is chosen for each network. */
  readonly options: PostOptions;
  /** The zone of its own, or the file's. */
  readonly timeZone: string;
  readonly time: RowTime | null;
  /** What publishing costs at each account, in micro-dollars. */
  readonly costs: ReadonlyMap<AccountId, number>;
  readonly remarks: Remarks;
}

/** What all rows of a file share. */
export interface RowContext {
  readonly deps: Pick<ImportDeps, 'words' | 'inspectFile'>;
  readonly accounts: readonly ImportAccount[];
  readonly chosenAccounts: readonly AccountId[];
  readonly chosenOptions: PostOptions;
  readonly hasMediaHost: boolean;
  readonly library: readonly LibraryEntry[];
  readonly timeZone: string;
  readonly now: number;
}

export async function readRow(context: RowContext, tableLine: TableLine, cells: Cells): Promise<ImportRow> {
  const { deps } = context;
  const { line, fault } = tableLine;
  const remarks = createRemarks(deps.words, line);
  const unread = { labels: [], media: [], accounts: [], options: context.chosenOptions, costs: new Map() };
  const row = { line, cells, text: cells.text, ...unread };
  const timeZone = cells.timeZone === '' ? context.timeZone : cells.timeZone;
  if (fault !== null) {
    remarks.problem(fault, null);
    return { ...row, timeZone, time: null, remarks };
  }
  const text = textOf(cells, remarks);
  const labels = labelsOf(cells.labels, remarks);
  const media = await mediaOf(cells, context.library, deps.inspectFile, remarks);
  const time = timeOf(cells, context.timeZone, context.now, remarks);
  const accounts = accountsOf(cells.accounts, context.accounts, context.chosenAccounts, remarks);
  const parts = [{ text, media: media.map(({ facts }) => facts) }];
  const options = optionsOf(context.chosenOptions, cells.firstComment, accounts, remarks);
  const checked = { parts, options, hasMediaHost: context.hasMediaHost };
  // What cannot be read at all needs no word on a network's rules.
  const costs = remarks.problems.length === 0 ? checkAtAccounts(checked, accounts, remarks) : row.costs;
  return { ...row, text, labels, media, accounts, options, timeZone, time, costs, remarks };
}
