import type { AccountHttp, CallResult } from '../../http/call.ts';
import { edgeOf, nextCursor, readEdge } from '../meta/edge.ts';
import { graphSeconds, graphTime } from '../meta/timestamp.ts';
import type { PlatformApi } from '../platform.ts';
import { present } from '../meta/present.ts';
import type { AccountRef } from '../publishing.ts';
import type { RemotePost } from '../reading.ts';
import { graphPath, mediumFields, mediumSchema } from './graph.ts';
import type { Medium } from './graph.ts';

const mediaList = edgeOf(mediumSchema);

/**
 * Own posts and reels (GET /:id/media) and the stories of the last day (GET /:id/stories), newest first. The list tells likes
 * and comments alone; it leaves them out, so that all numbers are read together.
 */
export const ownPosts: PlatformApi['ownPosts'] = async (http, account, { since, limit }) => {
  const feed = await readEdge(http, limit, {
    operation: 'posts.own',
    path: graphPath(account.remoteId, 'media'),
    query: { fields: mediumFields, ...(since !== null && { since: graphSeconds(since) }) },
    answer: mediaList,
  });
  if (!feed.ok) return feed;
  const stories = await readStories(http, account, limit);
  if (!stories.ok) return stories;
  const seen = new Map(
    [...feed.data, ...stories.data].map((medium) => [medium.id, { ...postOf(medium), metrics: {} }]),
  );
  const posts = [...seen.values()]
    .filter(({ publishedAt }) => publishedAt >= Math.floor((since ?? 0) / 1_000) * 1_000)
    .toSorted((one, other) => other.publishedAt - one.publishedAt)
    .slice(0, limit);
  return { ...feed, data: posts };
};

const readStories = (
  http: AccountHttp,
  account: AccountRef,
  limit: number,
): Promise<CallResult<readonly Medium[]>> =>
  readEdge(http, limit, {
    operation: 'posts.stories',
    path: graphPath(account.remoteId, 'stories'),
    query: { fields: mediumFields },
    answer: mediaList,
  });

/** A page of own posts and reels. Stories are gone after a day and have no past. */
export const history: NonNullable<PlatformApi['history']> = async (http, account, { cursor, limit }) => {
  const result = await http.send({
    operation: 'posts.history',
    endpoint: 'api',
    method: 'GET',
    path: graphPath(account.remoteId, 'media'),
    query: {
      fields: mediumFields,
      limit: String(Math.min(Math.max(limit, 1), 100)),
      ...(cursor !== null && { after: cursor }),
    },
    effect: 'read',
    costMicros: 0,
    answer: mediaList,
  });
  if (!result.ok) return result;
  return {
    ...result,
    data: {
      posts: result.data.data.map(postOf),
      next: result.data.data.length === 0 ? null : nextCursor(result.data),
    },
  };
};

const postOf = (medium: Medium): RemotePost => ({
  remoteId: medium.id,
  url: medium.permalink ?? null,
  text: medium.caption ?? '',
  publishedAt: graphTime(medium.timestamp) ?? 0,
  inReplyTo: null,
  mediaCount: medium.children?.data.length ?? 1,
  metrics: present({ likes: medium.like_count, comments: medium.comments_count }),
});
