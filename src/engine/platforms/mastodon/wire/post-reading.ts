import type { MetricValues } from '../../../../shared/models/metric.ts';
import type { RemoteMention, RemotePost } from '../../reading.ts';
import { fromHtml } from '../text/from-html.ts';
import type { Status } from './schemas.ts';

/** When a post was made (epoch ms); 0 where the server says nothing readable. */
export const publishedAt = ({ created_at: said }: Pick<Status, 'created_at'>): number => {
  const parsed = Date.parse(said);
  return Number.isNaN(parsed) ? 0 : parsed;
};

export const textOf = ({ content, mentions }: Status): string => fromHtml(content, mentions);

/** Leaves out what was not sent. */
export const present = (
  values: Readonly<Partial<Record<keyof MetricValues, number | null | undefined>>>,
): MetricValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'number'));

/** A post's numbers in our words. Mastodon counts no views. */
export const metricsOf = (post: Status): MetricValues =>
  present({
    likes: post.favourites_count,
    comments: post.replies_count,
    shares: post.reblogs_count,
    quotes: post.quotes_count,
  });

export const ownPostOf = (post: Status): RemotePost => ({
  remoteId: post.id,
  url: post.url ?? post.uri ?? null,
  text: textOf(post),
  publishedAt: publishedAt(post),
  inReplyTo: post.in_reply_to_id ?? null,
  mediaCount: post.media_attachments.length,
  metrics: metricsOf(post),
});

/** Somebody else's post as the rest of the app knows it. */
export const mentionOf = (
  post: Status,
  kind: NonNullable<RemoteMention['kind']>,
  onPost: string | null,
): RemoteMention => ({
  remoteId: post.id,
  kind,
  onPost,
  author: post.account.acct,
  authorName: post.account.display_name === '' ? post.account.username : post.account.display_name,
  text: textOf(post),
  at: publishedAt(post),
  url: post.url ?? post.uri ?? null,
});
