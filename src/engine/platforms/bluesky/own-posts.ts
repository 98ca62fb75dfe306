import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { AccountRef } from '../publishing.ts';
import type { HistoryPage, RemotePost } from '../reading.ts';
import { ownPostOf } from './wire/post-reading.ts';
import { feed } from './wire/schemas.ts';
import { query } from './wire/xrpc.ts';

const largestPage = 100;
/** Own posts among a page of reposts alone are looked for this far. */
const mostPages = 20;

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
export const ownPosts: PlatformApi['ownPosts'] = async (http, account, { since, limit }) => {
  const found: RemotePost[] = [];
  let cursor: string | null = null;
  for (let page = 1; ; page += 1) {
    const result = await readPage(http, account, { cursor, limit: limit - found.length });
    if (!result.ok) return result;
    const { posts, next } = result.data;
    const young = posts.filter(({ publishedAt }) => since === null || publishedAt >= since);
    found.push(...young);
    cursor = next;
    if (next === null || found.length >= limit || young.length < posts.length || page === mostPages) {
      return { ...result, data: found.slice(0, limit) };
    }
  }
};

/** The way back through the account's past; the cursor is Bluesky's own. */
export const history: NonNullable<PlatformApi['history']> = readPage;
