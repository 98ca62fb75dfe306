import type { PlatformApi } from '../platform.ts';
import { formatOf } from '../post-format.ts';
import { readPublicPages } from '../public-post-pages.ts';
import type { PublicPost } from '../reading.ts';
import { metricsOf, publishedAt, textOf, urlOf } from './wire/post-reading.ts';
import { feed } from './wire/schemas.ts';
import type { PostView } from './wire/schemas.ts';
import { query } from './wire/xrpc.ts';

const largestPage = 100;
const mostPages = 10;

/** Somebody's posts without reposts and answers, newest first (`app.bsky.feed.getAuthorFeed`). */
export const publicPosts: NonNullable<PlatformApi['publicPosts']> = (http, _account, { remoteId }, wanted) =>
  readPublicPages(wanted, mostPages, async (cursor) => {
    const result = await query(http, 'posts.list', 'app.bsky.feed.getAuthorFeed', {
      query: {
        actor: remoteId,
        filter: 'posts_no_replies',
        includePins: 'false',
        limit: String(Math.min(wanted.limit, largestPage)),
        ...(cursor !== null && { cursor }),
      },
      answer: feed,
    });
    if (!result.ok) return result;
    const posts = result.data.feed
      .filter(({ post, reason }) => reason === undefined && post.author.did === remoteId)
      .map(({ post }) => publicPostOf(post, http.endpoints.authorize));
    // When something was reposted is not told: a page of nothing else says only that the list goes on.
    const oldestAt = posts.at(-1)?.publishedAt ?? Number.POSITIVE_INFINITY;
    const isEmpty = result.data.feed.length === 0;
    return {
      ...result,
      data: { posts, oldestAt: isEmpty ? null : oldestAt, next: result.data.cursor ?? null },
    };
  });

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
