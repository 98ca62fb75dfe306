import type { AccountId } from '../../../shared/models/ids.ts';
import type { HistoryColumn } from '../../../shared/contract/metrics.ts';
import { countOf } from './count.ts';
import { instantOf } from './past-instant.ts';
import type { SlashOrder } from './past-instant.ts';

/** The numbers that a row may tell. */
export const counted = ['impressions', 'likes', 'comments', 'shares', 'clicks'] as const;
type Counted = (typeof counted)[number];

/** A past post out of a file. */
export interface PastPost extends Readonly<Record<Counted, number | null>> {
  readonly accountId: AccountId;
  readonly publishedAt: number;
  readonly text: string;
  readonly type: string | null;
}

/** Why a row cannot be taken; `id` names the sentence in the catalogue. */
export interface RowProblem {
  readonly id: string;
  readonly column: HistoryColumn | null;
  readonly params: Readonly<Record<string, string>>;
}

export type RowReading = { readonly post: PastPost } | { readonly problems: readonly RowProblem[] };

/** What rows are read with. */
export interface RowContext {
  readonly timeZone: string;
  readonly now: number;
  /** How the file writes days with slashes. */
  readonly slashOrder: SlashOrder;
  /** The account that a row is about, by its cells, or why it is not known. */
  readonly accountOf: (
    platform: string,
    name: string,
  ) => { readonly id: AccountId } | { readonly problem: RowProblem };
}

/** Reads one row; a row is taken whole or not at all. */
export function readRow(cell: (column: HistoryColumn) => string, context: RowContext): RowReading {
  const problems: RowProblem[] = [];
  const account = context.accountOf(cell('platform'), cell('account'));
  if ('problem' in account) problems.push(account.problem);
  const date = cell('publishedAt');
  const timeZone = cell('timeZone') || context.timeZone;
  const publishedAt = instantOf(date, timeZone, context.slashOrder);
  if (date === '') problems.push({ id: 'noDate', column: 'publishedAt', params: {} });
  else if (publishedAt === 'unknownZone')
    problems.push({ id: publishedAt, column: 'timeZone', params: { timeZone } });
  else if (publishedAt === 'unreadableDate' || publishedAt === 'ambiguousDate')
    problems.push({ id: publishedAt, column: 'publishedAt', params: { date } });
  else if (publishedAt > context.now)
    problems.push({ id: 'future', column: 'publishedAt', params: { date } });
  const numbers = counted.map((column) => [column, countOf(cell(column))] as const);
  for (const [column, number] of numbers) {
    if (number === undefined) problems.push({ id: 'notNumber', column, params: { value: cell(column) } });
  }
  if (numbers.every(([, number]) => number === null))
    problems.push({ id: 'noNumbers', column: null, params: {} });
  if (problems.length > 0 || 'problem' in account || typeof publishedAt === 'string') return { problems };
  const values = Object.fromEntries(numbers) as Record<Counted, number | null>;
  return {
    post: {
      accountId: account.id,
      publishedAt,
      text: cell('text'),
      type: cell('type').toLowerCase() || null,
      ...values,
    },
  };
}
