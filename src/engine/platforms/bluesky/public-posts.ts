import type { z } from 'zod';
import type { CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import { formatOf } from '../post-format.ts';
import type { PublicPost } from '../reading.ts';
import { metricsOf, publishedAt, textOf, urlOf } from './wire/post-reading.ts';
import { feed } from './wire/schemas.ts';
import type { PostView } from './wire/schemas.ts';
import { query } from './wire/xrpc.ts';

const largestPage = 100;
const mostPages = 10;

/** Somebody's posts without reposts and answers, newest first (`app.bsky.feed.getAuthorFeed`). */
export const publicPosts: NonNullable<PlatformApi['publicPosts']> = async (
  http,
  _account,
  { remoteId },
  { since, limit },
) => {
  const found: PublicPost[] = [];
  let cursor: string | null = null;
  for (let number = 1; ; number += 1) {
    const result: CallResult<z.infer<typeof feed>> = await query(
      http,
      'posts.list',
      'app.bsky.feed.getAuthorFeed',
      {
        query: {
          actor: remoteId,
          filter: 'posts_no_replies',
          includePins: 'false',
          limit: String(Math.min(Math.max(limit - found.length, 1), largestPage)),
          ...(cursor !== null && { cursor }),
        },
        answer: feed,
      },
    );
    if (!result.ok) return result;
    const own = result.data.feed
      .filter(({ post, reason }) => reason === undefined && post.author.did === remoteId)
      .map(({ post }) => publicPostOf(post, http.endpoints.authorize));
    const young = own.filter((post) => post.publishedAt >= since);
    found.push(...young);
    cursor = result.data.cursor ?? null;
    const ended = cursor === null || young.length < own.length;
    if (ended || found.length >= limit || number === mostPages)
      return { ...result, data: found.slice(0, limit) };
  }
};

const publicPostOf = (post: PostView, pages: string): PublicPost => {
  const text = textOf(post.record);
  const embeds = embedsOf(post.record.embed);
  return {
    remoteId: post.uri,
    url: urlOf(post, pages),
    text,
    publishedAt: publishedAt(post.record.createdAt, post.indexedAt, post.uri),
    format: formatOf({
      video: embeds.includes('app.bsky.embed.video'),
      picture: embeds.includes('app.bsky.embed.images') || embeds.includes('app.bsky.embed.gallery'),
      link: embeds.includes('app.bsky.embed.external') || /https?:\/\/\S/.test(text),
    }),
    metrics: metricsOf(post),
  };
};

/** The kinds of what is shown with a post; a quote may have media beside it. */
const embedsOf = (embed: PostView['record']['embed']): readonly string[] => {
  if (embed === undefined) return [];
  const { media } = embed;
  const inner =
    typeof media === 'object' && media !== null && '$type' in media && typeof media.$type === 'string'
      ? [media.$type]
      : [];
  return [embed.$type, ...inner];
};
