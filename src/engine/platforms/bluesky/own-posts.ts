import type { AccountHttp, CallResult } from '../../http/call.ts';
import { newestOwnPosts } from '../newest-own-posts.ts';
import type { PlatformApi } from '../platform.ts';
import type { AccountRef } from '../publishing.ts';
import type { HistoryPage } from '../reading.ts';
import { ownPostOf } from './wire/post-reading.ts';
import { feed } from './wire/schemas.ts';
import { query } from './wire/xrpc.ts';

const largestPage = 100;

/** One page of an account's own posts and replies, without its reposts, newest first (`app.bsky.feed.getAuthorFeed`). */
const readPage = async (
  http: AccountHttp,
  account: AccountRef,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<CallResult<HistoryPage>> => {
  const result = await query(http, 'posts.list', 'app.bsky.feed.getAuthorFeed', {
    query: {
      actor: account.remoteId,
      filter: 'posts_with_replies',
      includePins: 'false',
      limit: String(Math.min(Math.max(limit, 1), largestPage)),
      ...(cursor !== null && { cursor }),
    },
    answer: feed,
  });
  if (!result.ok) return result;
  const own = result.data.feed
    .filter(({ post, reason }) => reason === undefined && post.author.did === account.remoteId)
    .map(({ post }) => ownPostOf(post, account.remoteId, http.endpoints.authorize));
  return { ...result, data: { posts: own, next: result.data.cursor ?? null } };
};

/** Own posts since an instant, newest first. */
export const ownPosts = newestOwnPosts(readPage);

/** The way back through the account's past; the cursor is Bluesky's own. */
export const history: NonNullable<PlatformApi['history']> = readPage;
