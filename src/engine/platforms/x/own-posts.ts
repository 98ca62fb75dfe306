import type { PlatformApi } from '../platform.ts';
import type { AccountRef } from '../publishing.ts';
import type { RemotePost } from '../reading.ts';
import { prices } from './prices.ts';
import { postUrl } from './wire/addresses.ts';
import { inReplyTo, mediaCountOf, postMetricsOf, publishedAt, writtenText } from './wire/post-reading.ts';
import { readPage, readPages } from './wire/pages.ts';
import type { PostList } from './wire/post-schema.ts';

type ListedPost = NonNullable<PostList['data']>[number];

const fields = 'attachments,created_at,entities,note_tweet,public_metrics,referenced_tweets';

/** Own posts with replies and without reposts, newest first (GET /2/users/:id/tweets). */
export const ownPosts: PlatformApi['ownPosts'] = async (http, account, { since, limit }) => {
  const pages = await readPages(http, limit, {
    operation: 'posts.own',
    path: `/2/users/${encodeURIComponent(account.remoteId)}/tweets`,
    priceMicros: prices.postRead,
    query: {
      exclude: 'retweets',
      'tweet.fields': fields,
      ...(since !== null && { start_time: new Date(since).toISOString() }),
    },
  });
  if (!pages.ok) return pages;
  const posts = pages.data
    .flatMap(({ data }) => data ?? [])
    .slice(0, limit)
    .map((post) => remotePost(account, post));
  return { ...pages, data: posts };
};

/** The next page of the same list; X gives the newest 3,200. */
export const history: NonNullable<PlatformApi['history']> = async (http, account, { cursor, limit }) => {
  const page = await readPage(http, limit, cursor, {
    operation: 'posts.own',
    path: `/2/users/${encodeURIComponent(account.remoteId)}/tweets`,
    priceMicros: prices.postRead,
    query: { exclude: 'retweets', 'tweet.fields': fields },
  });
  if (!page.ok) return page;
  const { data, meta } = page.data;
  const posts = (data ?? []).map((post) => remotePost(account, post));
  return { ...page, data: { posts, next: meta?.next_token ?? null } };
};

const remotePost = ({ webOrigin, username }: AccountRef, post: ListedPost): RemotePost => ({
  remoteId: post.id,
  url: postUrl(webOrigin, username, post.id),
  text: writtenText(post),
  publishedAt: publishedAt(post),
  inReplyTo: inReplyTo(post),
  ...mediaCountOf(post),
  metrics: postMetricsOf(post),
});
