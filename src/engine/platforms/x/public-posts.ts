import type { PlatformApi } from '../platform.ts';
import { formatOf } from '../post-format.ts';
import { upTo } from '../public-post-pages.ts';
import type { PublicPost } from '../reading.ts';
import { prices } from './prices.ts';
import { postUrl } from './wire/addresses.ts';
import { inReplyTo, mediaCountOf, postMetricsOf, publishedAt, writtenText } from './wire/post-reading.ts';
import { readPages } from './wire/pages.ts';
import type { WirePost } from './wire/post-schema.ts';

/** Somebody's posts without answers and reposts, newest first (GET /2/users/:id/tweets). Each post read is paid for. */
export const publicPosts: NonNullable<PlatformApi['publicPosts']> = async (
  http,
  { webOrigin },
  { remoteId, handle },
  { since, limit },
) => {
  const pages = await readPages(http, limit, {
    operation: 'posts.public',
    path: `/2/users/${encodeURIComponent(remoteId)}/tweets`,
    priceMicros: prices.postRead,
    query: {
      exclude: 'replies,retweets',
      'tweet.fields': 'attachments,created_at,entities,note_tweet,public_metrics,referenced_tweets',
      start_time: new Date(since).toISOString(),
    },
  });
  if (!pages.ok) return pages;
  const read = pages.data.flatMap(({ data }) => data ?? []);
  const posts = read
    .filter((post) => inReplyTo(post) === null)
    .map((post) => publicPostOf(post, webOrigin, handle));
  const oldest = read.at(-1);
  const isWhole = pages.data.at(-1)?.meta?.next_token === undefined || oldest === undefined;
  return { ...pages, data: upTo(limit, posts, isWhole ? since : publishedAt(oldest)) };
};

const publicPostOf = (post: WirePost, webOrigin: string, handle: string): PublicPost => {
  const text = writtenText(post);
  const keys = post.attachments?.media_keys ?? [];
  return {
    remoteId: post.id,
    url: postUrl(webOrigin, handle, post.id),
    text,
    publishedAt: publishedAt(post),
    format: formatOf({
      // A key begins with the kind of its medium: 3 is a picture, 7 a film, 13 one of an advertisement, 16 a moving picture.
      video: keys.some((key) => /^(?:7|13|16)_/.test(key)),
      picture: (mediaCountOf(post).mediaCount ?? 0) > 0,
      link: /https?:\/\/\S/.test(text),
    }),
    metrics: postMetricsOf(post),
  };
};
