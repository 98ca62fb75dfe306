import type { PlatformApi } from '../platform.ts';
import type { RemotePost } from '../reading.ts';
import { prices } from './prices.ts';
import { postUrl } from './wire/addresses.ts';
import { inReplyTo, mediaCountOf, postMetricsOf, publishedAt, writtenText } from './wire/post-reading.ts';
import { readPages } from './wire/pages.ts';

/** Own posts with replies and without reposts, newest first (GET /2/users/:id/tweets). */
export const ownPosts: PlatformApi['ownPosts'] = async (http, account, { since, limit }) => {
  const pages = await readPages(http, limit, {
    operation: 'posts.own',
    path: `/2/users/${encodeURIComponent(account.remoteId)}/tweets`,
    priceMicros: prices.postRead,
    query: {
      exclude: 'retweets',
      'tweet.fields': 'attachments,created_at,entities,note_tweet,public_metrics,referenced_tweets',
      ...(since !== null && { start_time: new Date(since).toISOString() }),
    },
  });
  if (!pages.ok) return pages;
  const posts = pages.data
    .flatMap(({ data }) => data ?? [])
    .slice(0, limit)
    .map((post): RemotePost => ({
      remoteId: post.id,
      url: postUrl(account.webOrigin, account.username, post.id),
      text: writtenText(post),
      publishedAt: publishedAt(post),
      inReplyTo: inReplyTo(post),
      ...mediaCountOf(post),
      metrics: postMetricsOf(post),
    }));
  return { ...pages, data: posts };
};
