import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import { formatOf } from '../post-format.ts';
import { readPublicPages } from '../public-post-pages.ts';
import type { PublicPost } from '../reading.ts';
import { read } from './wire/calls.ts';
import { metricsOf, publishedAt, textOf } from './wire/post-reading.ts';
import { status } from './wire/schemas.ts';

const largestPage = 40;
const mostPages = 10;
const page = z.array(
  status.extend({
    media_attachments: z.array(z.object({ type: z.string().catch('') })).catch([]),
    card: z.unknown().optional(),
  }),
);
type Listed = z.infer<typeof page>[number];

/** Somebody's posts without boosts and answers to others, newest first (`GET /api/v1/accounts/:id/statuses`). */
export const publicPosts: NonNullable<PlatformApi['publicPosts']> = (http, _account, { remoteId }, wanted) =>
  readPublicPages(wanted, mostPages, async (before) => {
    const path = `/api/v1/accounts/${encodeURIComponent(remoteId)}/statuses`;
    const result = await read(http, 'posts.list', path, page, {
      exclude_reblogs: 'true',
      exclude_replies: 'true',
      limit: String(Math.min(wanted.limit, largestPage)),
      ...(before !== null && { max_id: before }),
    });
    if (!result.ok) return result;
    const last = result.data.at(-1);
    const posts = result.data.filter(({ in_reply_to_id: parent }) => !parent).map(publicPostOf);
    return {
      ...result,
      data: { posts, oldestAt: last === undefined ? null : publishedAt(last), next: last?.id ?? null },
    };
  });

const publicPostOf = (post: Listed): PublicPost => {
  const text = textOf(post);
  const types = post.media_attachments.map(({ type }) => type);
  return {
    // The id is the server's own; the address is the same wherever it is read.
    remoteId: post.uri ?? post.id,
    url: post.url ?? post.uri ?? null,
    text,
    publishedAt: publishedAt(post),
    format: formatOf({
      video: types.some((type) => type === 'video' || type === 'gifv'),
      picture: types.includes('image'),
      link: /https?:\/\/\S/.test(text),
    }),
    metrics: metricsOf(post),
  };
};
