import type { TimedPost } from '../timing/model/post-value.ts';
import { EvaluationInputError } from './input-error.ts';
import { readPastPosts } from './past-posts.ts';
import type { PastPosts } from './past-posts.ts';

/** Posts by account, oldest first. */
export interface PostTable extends Pick<PastPosts, 'left' | 'copies'> {
  readonly accounts: ReadonlyMap<string, readonly TimedPost[]>;
}

const dayMs = 86_400_000;

/**
 * Reads a CSV of past posts to judge times by; see `readPastPosts`. Without `type` all are of one kind.
 * @param target another column that the value of a post is taken from
 * @throws EvaluationInputError where there is no outcome, no time, or no hour in any time.
 */
export function readPosts(csv: string, target?: string): PostTable {
  const { places, posts, left, copies } = readPastPosts(csv, target);
  if (places.at < 0)
    throw new EvaluationInputError('The file has no column published_at. Add the time of each post.');
  const accounts = new Map<string, TimedPost[]>();
  for (const { account, at, outcome, cells } of posts) {
    const own = accounts.get(account) ?? [];
    if (own.length === 0) accounts.set(account, own);
    own.push({ at: at ?? 0, type: (cells[places.type] ?? '').trim().toLowerCase(), reactions: outcome });
  }
  if (posts.every(({ at }) => (at ?? 0) % dayMs === 0))
    throw new EvaluationInputError(
      'The times have days but no hours. Add the hour at which each post went out.',
    );
  for (const own of accounts.values()) own.sort((one, other) => one.at - other.at);
  return { accounts, left, copies };
}
