import type { AccountHttp, CallResult } from '../../http/call.ts';
import { edgeOf, nextCursor, readEdge } from '../meta/edge.ts';
import { graphSeconds } from '../meta/timestamp.ts';
import type { PlatformApi } from '../platform.ts';
import type { RemotePost } from '../reading.ts';
import { graphPath, madeAt, threadFields, threadSchema } from './graph.ts';
import type { Thread } from './graph.ts';

const threadList = edgeOf(threadSchema);

/** Own posts (GET /:id/threads) and own replies (GET /:id/replies, where that was granted), newest first, without reposts. */
export const ownPosts: PlatformApi['ownPosts'] = async (http, account, { since, limit }) => {
  const read = (edge: 'threads' | 'replies'): Promise<CallResult<readonly Thread[]>> =>
    readEdge(http, limit, {
      operation: edge === 'threads' ? 'posts.own' : 'posts.own_replies',
      path: graphPath(account.remoteId, edge),
      query: { fields: threadFields, ...(since !== null && { since: graphSeconds(since) }) },
      answer: threadList,
    });
  const posts = await read('threads');
  if (!posts.ok) return posts;
  const replies = await read('replies');
  if (!replies.ok && replies.failure.code !== 'scope_missing') return replies;
  const seen = new Map(
    [...posts.data, ...(replies.ok ? replies.data : [])].filter(isOwn).map((post) => [post.id, post]),
  );
  const data = [...seen.values()]
    .map(postOf)
    .filter(({ publishedAt }) => publishedAt >= Math.floor((since ?? 0) / 1_000) * 1_000)
    .toSorted((one, other) => other.publishedAt - one.publishedAt)
    .slice(0, limit);
  return { ...posts, data };
};

/** A page of own posts on the way back through the past. */
export const history: NonNullable<PlatformApi['history']> = async (http, account, { cursor, limit }) => {
  const result = await readPage(http, account.remoteId, cursor, limit);
  if (!result.ok) return result;
  const { data } = result.data;
  return {
    ...result,
    data: {
      posts: data.filter(isOwn).map(postOf),
      next: data.length === 0 ? null : nextCursor(result.data),
    },
  };
};

const readPage = (http: AccountHttp, accountId: string, cursor: string | null, limit: number) =>
  http.send({
    operation: 'posts.history',
    endpoint: 'api',
    method: 'GET',
    path: graphPath(accountId, 'threads'),
    query: {
      fields: threadFields,
      limit: String(Math.min(Math.max(limit, 1), 100)),
      ...(cursor !== null && { after: cursor }),
    },
    effect: 'read',
    costMicros: 0,
    answer: threadList,
  });

/** The list holds what was passed on of others, too. */
const isOwn = ({ media_type: type }: Thread): boolean => type !== 'REPOST_FACADE';

const postOf = (post: Thread): RemotePost => ({
  remoteId: post.id,
  url: post.permalink ?? null,
  text: post.text ?? '',
  publishedAt: madeAt(post),
  inReplyTo: post.replied_to?.id ?? null,
  ...mediaCountOf(post),
  metrics: {},
});

const mediaCountOf = ({ media_type: type, children }: Thread): { mediaCount?: number } => {
  switch (type ?? '') {
    case 'TEXT_POST':
    case 'TEXT':
      return { mediaCount: 0 };
    case 'IMAGE':
    case 'VIDEO':
      return { mediaCount: 1 };
    case 'CAROUSEL_ALBUM':
    case 'CAROUSEL':
      return children === null || children === undefined ? {} : { mediaCount: children.data.length };
    default:
      return {};
  }
};
