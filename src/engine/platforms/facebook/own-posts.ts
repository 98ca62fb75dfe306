import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import { nextCursor, readEdge } from '../meta/edge.ts';
import type { Edge } from '../meta/edge.ts';
import { graphSeconds } from '../meta/timestamp.ts';
import type { AccountRef } from '../publishing.ts';
import { postFields, postList, remotePostOf } from './post-schema.ts';
import type { WirePost } from './post-schema.ts';

const pathOf = ({ remoteId }: AccountRef): string => `/${encodeURIComponent(remoteId)}/published_posts`;

/** A Page's own posts, newest first (GET /{page}/published_posts). */
export const ownPosts: PlatformApi['ownPosts'] = async (http, account, { since, limit }) => {
  const result = await readEdge(http, limit, {
    operation: 'posts.list',
    path: pathOf(account),
    query: { fields: postFields, ...(since !== null && { since: graphSeconds(since) }) },
    answer: postList,
  });
  if (!result.ok) return result;
  const posts = result.data.map((post) => remotePostOf(account, post));
  return {
    ...result,
    data: posts.filter(({ publishedAt }) => since === null || publishedAt >= since),
  };
};

/** Graph gives at most so many posts a page, with their numbers. */
const largestPage = 50;

/** The next page back through a Page's past. Graph gives about 600 posts a year. */
export const history: NonNullable<PlatformApi['history']> = async (http, account, { cursor, limit }) => {
  const result = await page(http, account, cursor, Math.min(limit, largestPage));
  if (!result.ok) return result;
  const posts = result.data.data.map((post) => remotePostOf(account, post));
  return { ...result, data: { posts, next: posts.length === 0 ? null : nextCursor(result.data) } };
};

const page = (
  http: AccountHttp,
  account: AccountRef,
  cursor: string | null,
  size: number,
): Promise<CallResult<Edge<WirePost>>> =>
  http.send({
    operation: 'posts.list',
    endpoint: 'api',
    method: 'GET',
    path: pathOf(account),
    query: { fields: postFields, limit: String(size), ...(cursor !== null && { after: cursor }) },
    effect: 'read',
    costMicros: 0,
    answer: postList,
  });
