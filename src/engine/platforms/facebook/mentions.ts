import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import { edgeOf, readEdge } from '../meta/edge.ts';
import { graphTime } from '../meta/timestamp.ts';
import { facebook as words } from './words.ts';

const tagged = edgeOf(
  z.object({
    id: z.string().min(1),
    message: z.string().catch(''),
    created_time: z.string().nullish().catch(null),
    tagged_time: z.string().nullish().catch(null),
    permalink_url: z.string().nullish().catch(null),
    from: z
      .object({ id: z.string(), name: z.string().catch('') })
      .nullish()
      .catch(null),
  }),
);

/** Posts of others that mention the Page, newest first (GET /{page}/tagged). Who wrote them is told only where they allow it. */
export const mentions: NonNullable<PlatformApi['mentions']> = async (http, account, { sinceId, limit }) => {
  const result = await readEdge(http, limit, {
    operation: 'posts.mentions',
    path: `/${encodeURIComponent(account.remoteId)}/tagged`,
    query: { fields: 'id,message,from{id,name},created_time,tagged_time,permalink_url' },
    answer: tagged,
  });
  if (!result.ok) return result;
  const known = result.data.findIndex(({ id }) => id === sinceId);
  const fresh = known === -1 ? result.data : result.data.slice(0, known);
  const read = fresh
    .filter(({ from }) => from?.id !== account.remoteId)
    .map((post) => ({
      remoteId: post.id,
      author: post.from?.id ?? '',
      authorName: post.from?.name || words.notes.somebody,
      text: post.message,
      at: graphTime(post.tagged_time) ?? graphTime(post.created_time) ?? 0,
      url: post.permalink_url ?? null,
    }));
  return { ...result, data: read };
};
