import { readTable } from '../imports/table/read-table.ts';
import type { TimedPost } from '../timing/model/post-value.ts';
import { EvaluationInputError } from './input-error.ts';

/** What columns may be called; the first is the usual name. */
const names = {
  account: ['account', 'page', 'username', 'account_id'],
  at: ['published_at', 'created_utc', 'created_at', 'date'],
  type: ['type', 'kind'],
  likes: ['likes', 'reactions', 'favorites'],
  comments: ['comments', 'replies'],
  shares: ['shares', 'retweets', 'reposts'],
} as const;

/** Posts by account, oldest first, and the lines that could not be used. */
export interface PostTable {
  readonly accounts: ReadonlyMap<string, readonly TimedPost[]>;
  readonly left: number;
}

/**
 * Reads a CSV of past posts: `account, published_at, type, text, impressions, likes, comments, shares`. Without `account`
 * all are of one; without `type` all are of one kind. A time without a zone is UTC.
 * @param target another column that the value of a post is taken from
 * @throws EvaluationInputError where there is no time or no outcome.
 */
export function readPosts(csv: string, target?: string): PostTable {
  const { header, lines } = readTable(csv);
  const heads = header.map((head) => head.trim().toLowerCase());
  const place = (choices: readonly string[]): number => heads.findIndex((head) => choices.includes(head));
  const at = place(names.at);
  if (at < 0)
    throw new EvaluationInputError('The file has no column published_at. Add the time of each post.');
  const wanted = target?.trim().toLowerCase();
  const outcomes = (wanted === undefined ? [names.likes, names.comments, names.shares] : [[wanted]])
    .map(place)
    .filter((column) => column >= 0);
  if (outcomes.length === 0) {
    throw new EvaluationInputError(
      wanted === undefined
        ? 'The file has none of the columns likes, comments and shares. Add one, or name another with --target.'
        : `The file has no column "${wanted}". It has: ${heads.join(', ')}.`,
    );
  }
  const [account, type] = [place(names.account), place(names.type)];
  const accounts = new Map<string, TimedPost[]>();
  let left = 0;
  for (const { cells } of lines) {
    const time = instantOf(cells[at] ?? '');
    const counts = outcomes.map((column) => Number(cells[column]?.trim() || Number.NaN));
    if (time === null || counts.every((count) => !Number.isFinite(count))) {
      left += 1;
      continue;
    }
    const name = account < 0 ? '' : (cells[account] ?? '').trim();
    const posts = accounts.get(name) ?? [];
    if (posts.length === 0) accounts.set(name, posts);
    posts.push({
      at: time,
      type: type < 0 ? '' : (cells[type] ?? '').trim().toLowerCase(),
      reactions: counts.reduce((sum, count) => sum + (Number.isFinite(count) ? Math.max(0, count) : 0), 0),
    });
  }
  for (const posts of accounts.values()) posts.sort((one, other) => one.at - other.at);
  return { accounts, left };
}

const localTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;

function instantOf(cell: string): number | null {
  const given = cell.trim();
  // Without a zone the machine's own would be taken, and the figures would differ from machine to machine.
  const instant = Date.parse(localTime.test(given) ? `${given.replace(' ', 'T')}Z` : given);
  return Number.isFinite(instant) ? instant : null;
}
