import { z } from 'zod';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import { edgeOf, readEdge } from '../meta/edge.ts';
import { graphTime } from '../meta/timestamp.ts';
import type { PlatformApi } from '../platform.ts';
import type { RemoteMention } from '../reading.ts';
import { graphPath } from './graph.ts';

const comment = z.object({
  id: z.string().min(1),
  text: z.string().catch(''),
  timestamp: z.string().nullish(),
  username: z.string().nullish(),
});

/** A comment with the answers to it. */
const thread = comment.extend({
  replies: z
    .object({ data: z.array(comment) })
    .nullish()
    .catch(null),
});

const fields = 'id,text,timestamp,username,replies{id,text,timestamp,username}';

/** The comments under a post, with the answers to them, newest first. */
export const readComments = async (
  http: AccountHttp,
  mediaId: string,
  limit: number,
): Promise<CallResult<readonly RemoteMention[]>> => {
  const result = await readEdge(http, limit, {
    operation: 'comments.list',
    path: graphPath(mediaId, 'comments'),
    query: { fields },
    answer: edgeOf(thread),
  });
  if (!result.ok) return result;
  const found = result.data.flatMap(({ replies, ...top }) => [
    mentionOf(top, mediaId, 'comment'),
    ...(replies?.data ?? []).map((reply) => mentionOf(reply, mediaId, 'reply')),
  ]);
  return { ...result, data: found.toSorted((one, other) => other.at - one.at) };
};

/** Comments by others under own posts. A post that is gone has none and fails nothing. */
export const comments: NonNullable<PlatformApi['comments']> = async (
  http,
  account,
  { posts, since, limit },
) => {
  const found: RemoteMention[] = [];
  let last: CallResult<readonly RemoteMention[]> | null = null;
  for (const { remoteId } of posts) {
    const result = await readComments(http, remoteId, limit);
    if (!result.ok && result.failure.code === 'content_rejected') continue;
    if (!result.ok) return result;
    last = result;
    found.push(...result.data.filter(({ author, at }) => author !== account.username && at >= (since ?? 0)));
  }
  const data = found.toSorted((one, other) => other.at - one.at).slice(0, limit);
  return last === null || !last.ok
    ? { ok: true, data, status: 200, fromCache: true, readAt: since ?? 0 }
    : { ...last, data };
};

const mentionOf = (
  { id, text, timestamp, username }: z.infer<typeof comment>,
  mediaId: string,
  kind: 'comment' | 'reply',
): RemoteMention => ({
  remoteId: id,
  kind,
  onPost: mediaId,
  author: username ?? '',
  authorName: username ?? '',
  text,
  at: graphTime(timestamp) ?? 0,
  url: null,
});
