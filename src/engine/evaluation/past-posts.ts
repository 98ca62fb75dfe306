import { readTable } from '../imports/table/read-table.ts';
import { instantOf, numberOf } from './cells.ts';
import { EvaluationInputError } from './input-error.ts';

/** What columns may be called; the first is the usual name, and of several in one file the first here is taken. */
const spellings = {
  account: ['account', 'page', 'username', 'account_id'],
  at: ['published_at', 'created_utc', 'created_at', 'date', 'timestamp'],
  type: ['type', 'kind'],
  text: ['text', 'message', 'content'],
  likes: ['likes', 'like', 'reactions', 'favorites', 'favourites'],
  comments: ['comments', 'comment', 'replies'],
  shares: ['shares', 'share', 'retweets', 'reposts'],
} as const;

const counted = ['likes', 'comments', 'shares'] as const;

type Column = keyof typeof spellings;

/** A row that can be judged. */
export interface PastPost {
  readonly cells: readonly string[];
  readonly account: string;
  /** Epoch ms; null where the file has no times. */
  readonly at: number | null;
  /** From 0 up. */
  readonly outcome: number;
}

/** The rows of a file of past posts, in its order. */
export interface PastPosts {
  /** The header as names: lower case, low lines for spaces. */
  readonly names: readonly string[];
  /** Where a column is; -1 where there is none. */
  readonly places: Readonly<Record<Column, number>>;
  /** Where the outcome is: columns that are added up. */
  readonly outcomes: readonly number[];
  /** What the outcome is called in the file. */
  readonly outcome: string;
  readonly posts: readonly PastPost[];
  /** Rows that are not among them: without a time or an outcome that can be read, or with more cells than the header. */
  readonly left: number;
  /** Of `posts`, those that are the same as one before, cell by cell. */
  readonly copies: number;
}

export const nameOf = (head: string): string =>
  head
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_');

const known: ReadonlySet<string> = new Set(Object.values(spellings).flat());

/**
 * Reads a CSV of past posts: `account, published_at, type, text, impressions, likes, comments, shares`. All but an outcome
 * may be missing; without `account` all rows are of one.
 * @param target the column that the outcome is taken from; by the names of the file where it is left out
 * @throws EvaluationInputError where there is no outcome, or no row that can be used.
 */
export function readPastPosts(
  csv: string,
  target?: string | ((names: readonly string[]) => string | undefined),
): PastPosts {
  const { header, lines } = readTable(csv, (head) => known.has(nameOf(head)));
  const names = header.map(nameOf);
  if (names.every((name) => name === ''))
    throw new EvaluationInputError(
      'The file is empty. It needs a line with the names of the columns, and rows.',
    );
  const placeOf = (choices: readonly string[]): number =>
    choices.map((name) => names.indexOf(name)).find((place) => place >= 0) ?? -1;
  const places = Object.fromEntries(
    Object.entries(spellings).map(([column, choices]) => [column, placeOf(choices)]),
  ) as Record<Column, number>;
  const wanted = typeof target === 'function' ? target(names) : target;
  const outcomes = outcomesOf(names, places, wanted);
  const posts = lines.flatMap(({ cells, fault }): PastPost[] => {
    const at = places.at < 0 ? null : instantOf(cells[places.at] ?? '');
    const outcome = sumOf(outcomes.map((place) => cells[place] ?? ''));
    if (fault !== null || outcome === null || (places.at >= 0 && at === null)) return [];
    return [{ cells, at, outcome, account: (cells[places.account] ?? '').trim() }];
  });
  if (posts.length === 0) throw new EvaluationInputError(nothingUsable(names, places, outcomes));
  const outcome = outcomes.map((place) => header[place]?.trim() ?? '').join(' + ');
  const distinct = new Set(posts.map(({ cells }) => cells.join('\u001F'))).size;
  return {
    names,
    places,
    outcomes,
    outcome,
    posts,
    left: lines.length - posts.length,
    copies: posts.length - distinct,
  };
}

/** The sum of counts, empty cells passed over; null where all are empty or one is no number, since the rest is not the sum. */
function sumOf(cells: readonly string[]): number | null {
  const counts = cells.filter((cell) => cell.trim() !== '').map(numberOf);
  if (counts.length === 0 || counts.includes(null)) return null;
  return counts.reduce<number>((sum, count) => sum + Math.max(0, count ?? 0), 0);
}

function outcomesOf(
  names: readonly string[],
  places: Readonly<Record<Column, number>>,
  wanted: string | undefined,
): readonly number[] {
  const found =
    wanted === undefined ? counted.map((column) => places[column]) : [names.indexOf(nameOf(wanted))];
  const outcomes = found.filter((place) => place >= 0);
  if (outcomes.length > 0) return outcomes;
  throw new EvaluationInputError(
    wanted === undefined
      ? 'The file has none of the columns likes, comments and shares. Add one, or name the outcome with --target COLUMN.'
      : `The file has no column "${wanted}". It has: ${names.join(', ')}.`,
  );
}

function nothingUsable(
  names: readonly string[],
  { at }: Readonly<Record<Column, number>>,
  outcomes: readonly number[],
): string {
  const columns = outcomes.map((place) => names[place]).join(', ');
  const time = at < 0 ? '' : ` and a time in ${names[at] ?? ''}, as 2026-01-05T10:00:00Z`;
  return `No row has a number in ${columns}${time}. Look at the rows and at what separates the columns.`;
}
