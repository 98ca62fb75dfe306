import type { AccountHttp, CallResult } from '../../http/call.ts';
import { newestOwnPosts } from '../newest-own-posts.ts';
import type { PlatformApi } from '../platform.ts';
import type { AccountRef } from '../publishing.ts';
import type { HistoryPage } from '../reading.ts';
import { read } from './wire/calls.ts';
import { ownPostOf } from './wire/post-reading.ts';
import { statuses } from './wire/schemas.ts';

const largestPage = 40;

/** One page of own posts and replies without boosts, newest first; the cursor is the id of the last one. */
const readPage = async (
  http: AccountHttp,
  account: AccountRef,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<CallResult<HistoryPage>> => {
  const size = Math.min(Math.max(limit, 1), largestPage);
  const path = `/api/v1/accounts/${encodeURIComponent(account.remoteId)}/statuses`;
  const result = await read(http, 'posts.list', path, statuses, {
    exclude_reblogs: 'true',
    limit: String(size),
    ...(cursor !== null && { max_id: cursor }),
  });
  if (!result.ok) return result;
  // A page may be shorter than asked for, because boosts were left out: only an empty one is the end.
  return { ...result, data: { posts: result.data.map(ownPostOf), next: result.data.at(-1)?.id ?? null } };
};

/** Own posts since an instant, newest first. */
export const ownPosts = newestOwnPosts(readPage);

/** The way back through the account's past. */
export const history: NonNullable<PlatformApi['history']> = readPage;
