import { edgeOf, readEdge } from '../meta/edge.ts';
import type { PlatformApi } from '../platform.ts';
import type { RemoteMention } from '../reading.ts';
import type { CallResult } from '../../http/call.ts';
import { foreignFields, graphPath, madeAt, threadSchema } from './graph.ts';
import type { Thread } from './graph.ts';

const threadList = edgeOf(threadSchema);

/** Posts that mention the account, newest first (GET /:id/mentions). */
export const mentions: NonNullable<PlatformApi['mentions']> = async (http, account, { sinceId, limit }) => {
  const result = await readEdge(http, limit, {
    operation: 'posts.mentions',
    path: graphPath(account.remoteId, 'mentions'),
    query: { fields: foreignFields },
    answer: threadList,
  });
  if (!result.ok) return result;
  const known = sinceId === null ? -1 : result.data.findIndex(({ id }) => id === sinceId);
  const fresh = known < 0 ? result.data : result.data.slice(0, known);
  return { ...result, data: fresh.map((post) => mentionOf(post, 'mention', null)) };
};

/** What was written under own posts, at any depth, newest first (GET /:id/conversation). A post that is gone fails nothing. */
export const comments: NonNullable<PlatformApi['comments']> = async (
  http,
  account,
  { posts, since, limit },
) => {
  const found: RemoteMention[] = [];
  let last: CallResult<readonly Thread[]> | null = null;
  for (const { remoteId } of posts) {
    const result = await readEdge(http, limit, {
      operation: 'comments.list',
      path: graphPath(remoteId, 'conversation'),
      query: { fields: foreignFields, reverse: 'true' },
      answer: threadList,
    });
    if (!result.ok && ['content_rejected', 'media_invalid'].includes(result.failure.code)) continue;
    if (!result.ok) return result;
    last = result;
    found.push(
      ...result.data
        .filter((post) => post.username !== account.username && madeAt(post) >= (since ?? 0))
        .map((post) => mentionOf(post, 'reply', remoteId)),
    );
  }
  const data = found.toSorted((one, other) => other.at - one.at).slice(0, limit);
  return last === null || !last.ok
    ? { ok: true, data, status: 200, fromCache: true, readAt: since ?? 0 }
    : { ...last, data };
};

/** Posts that hold these words, newest first (GET /keyword_search). Without a review by Meta it finds own posts only. */
export const search: NonNullable<PlatformApi['search']> = async (http, _account, { query, limit }) => {
  const result = await readEdge(http, limit, {
    operation: 'posts.search',
    path: graphPath('keyword_search'),
    query: { q: query, search_type: 'RECENT', fields: foreignFields },
    answer: threadList,
  });
  return result.ok ? { ...result, data: result.data.map((post) => mentionOf(post, 'found', null)) } : result;
};

const mentionOf = (
  post: Thread,
  kind: 'mention' | 'reply' | 'found',
  onPost: string | null,
): RemoteMention => ({
  remoteId: post.id,
  kind,
  onPost,
  author: post.username ?? '',
  authorName: post.username ?? '',
  text: post.text ?? '',
  at: madeAt(post),
  url: post.permalink ?? null,
});
