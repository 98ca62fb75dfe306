import { Temporal } from 'temporal-polyfill';
import { isOcmaError } from '../../../shared/errors.ts';
import type { AccountId } from '../../../shared/models/ids.ts';
import type { HistoryColumn } from '../../../shared/contract/metrics.ts';
import { resolveWallTime } from '../../time/wall-time.ts';

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
  const publishedAt = instantOf(date, cell('timeZone') || context.timeZone);
  if (date === '') problems.push({ id: 'noDate', column: 'publishedAt', params: {} });
  else if (publishedAt === null)
    problems.push({ id: 'unreadableDate', column: 'publishedAt', params: { date } });
  else if (publishedAt > context.now)
    problems.push({ id: 'future', column: 'publishedAt', params: { date } });
  const numbers = counted.map((column) => [column, numberOf(cell(column))] as const);
  for (const [column, number] of numbers) {
    if (number === undefined) problems.push({ id: 'notNumber', column, params: { value: cell(column) } });
  }
  if (numbers.every(([, number]) => number === null))
    problems.push({ id: 'noNumbers', column: null, params: {} });
  if (problems.length > 0 || 'problem' in account || publishedAt === null) return { problems };
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

/** Null for an empty cell, undefined for one that holds no count. Separators of thousands are taken. */
function numberOf(cell: string): number | null | undefined {
  if (cell === '' || cell === '-') return null;
  const bare = /^\d{1,3}([., \u00A0\u202F'’]\d{3})+$/.test(cell) ? cell.replaceAll(/\D/g, '') : cell;
  return /^\d{1,15}(\.0+)?$/.test(bare) ? Number(bare) : undefined;
}

const local = /^(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const withOffset =
  /^(\d{4}-\d{2}-\d{2})[T ]+(\d{1,2})(:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|[+-]\d{2}:?\d{2})$/i;

/** A date with an offset is an instant; one without is the zone's wall clock, a bare day its noon. Null if unreadable. */
function instantOf(date: string, timeZone: string): number | null {
  const absolute = withOffset.exec(date);
  const wall = local.exec(date);
  try {
    if (absolute !== null) {
      const [, day, hour = '', rest, offset = 'Z'] = absolute;
      const iso = `${day}T${hour.padStart(2, '0')}${rest}${offset.replace(/^utc$/i, 'Z')}`;
      return Temporal.Instant.from(iso).epochMilliseconds;
    }
    if (wall === null) return null;
    const [, day, hour = '12', minute = '00', second = '00'] = wall;
    return resolveWallTime(`${day}T${hour.padStart(2, '0')}:${minute}:${second}`, timeZone).instant;
  } catch (error) {
    if (isOcmaError(error) || error instanceof RangeError) return null;
    throw error;
  }
}
