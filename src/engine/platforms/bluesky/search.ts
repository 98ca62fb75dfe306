import type { PlatformApi } from '../platform.ts';
import { publishedAt, textOf, urlOf } from './wire/post-reading.ts';
import { postList } from './wire/schemas.ts';
import { query } from './wire/xrpc.ts';

const largestPage = 100;

/** Public posts that hold these words, newest first (`app.bsky.feed.searchPosts`). */
export const search: NonNullable<PlatformApi['search']> = async (http, _account, { query: words, limit }) => {
  const result = await query(http, 'posts.search', 'app.bsky.feed.searchPosts', {
    query: { q: words, sort: 'latest', limit: String(Math.min(Math.max(limit, 1), largestPage)) },
    answer: postList,
  });
  if (!result.ok) return result;
  const found = result.data.posts.slice(0, limit).map((post) => ({
    remoteId: post.uri,
    kind: 'found' as const,
    author: post.author.handle,
    authorName: post.author.displayName ?? post.author.handle,
    text: textOf(post.record),
    at: publishedAt(post.record.createdAt, post.indexedAt, post.uri),
    url: urlOf(post, http.endpoints.authorize),
  }));
  return { ...result, data: found };
};
