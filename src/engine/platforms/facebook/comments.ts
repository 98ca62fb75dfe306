import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { RemoteMention } from '../reading.ts';
import { edgeOf, readEdge } from '../meta/edge.ts';
import { graphSeconds, graphTime } from '../meta/timestamp.ts';
import { facebook as words } from './words.ts';

const comment = z.object({
  id: z.string().min(1),
  message: z.string().catch(''),
  created_time: z.string(),
  permalink_url: z.string().nullish().catch(null),
  from: z
    .object({ id: z.string(), name: z.string().catch('') })
    .nullish()
    .catch(null),
  parent: z.object({ id: z.string() }).nullish().catch(null),
});
const commentList = edgeOf(comment);

export type WireComment = z.infer<typeof comment> & { readonly at: number };

/** Comments under a post and their answers, newest first (GET /{post}/comments). */
export const readComments = async (
  http: AccountHttp,
  postId: string,
  { since, limit }: { readonly since: number | null; readonly limit: number },
): Promise<CallResult<readonly WireComment[]>> => {
  const result = await readEdge(http, limit, {
    operation: 'comments.list',
    path: `/${encodeURIComponent(postId)}/comments`,
    query: {
      filter: 'stream',
      order: 'reverse_chronological',
      fields: 'id,message,from{id,name},created_time,permalink_url,parent{id}',
      ...(since !== null && { since: graphSeconds(since) }),
    },
    answer: commentList,
  });
  if (!result.ok) return result;
  const read = result.data.map((seen) => ({ ...seen, at: graphTime(seen.created_time) ?? 0 }));
  return { ...result, data: read.filter(({ at }) => since === null || at >= since) };
};

/** What others say under own posts. A post that is gone is passed over. */
export const comments: NonNullable<PlatformApi['comments']> = async (
  http,
  account,
  { posts, since, limit },
) => {
  const found: RemoteMention[] = [];
  let last: CallResult<unknown> = { ok: true, data: null, status: 200, fromCache: false, readAt: 0 };
  for (const { remoteId } of posts) {
    const result = await readComments(http, remoteId, { since, limit });
    if (!result.ok && result.failure.code === 'content_rejected') continue;
    if (!result.ok) return result;
    last = result;
    found.push(
      ...result.data
        .filter(({ from }) => from?.id !== account.remoteId)
        .map((seen): RemoteMention => ({
          remoteId: seen.id,
          kind: seen.parent ? 'reply' : 'comment',
          onPost: remoteId,
          author: seen.from?.id ?? '',
          authorName: seen.from?.name || words.notes.somebody,
          text: seen.message,
          at: seen.at,
          url: seen.permalink_url ?? null,
        })),
    );
  }
  found.sort((one, other) => other.at - one.at);
  return { ...last, ok: true, data: found.slice(0, limit) };
};
