import { z } from 'zod';
import type { MetricValues } from '../../../shared/models/metric.ts';
import { edgeOf } from '../meta/edge.ts';
import { graphTime } from '../meta/timestamp.ts';
import type { AccountRef } from '../publishing.ts';
import type { RemotePost } from '../reading.ts';
import { postUrl, wholePostId } from './addresses.ts';

const total = z
  .object({ summary: z.object({ total_count: z.int().nonnegative() }) })
  .nullish()
  .catch(null);

const attachment = z.object({
  media_type: z.string().catch(''),
  subattachments: z
    .object({ data: z.array(z.unknown()) })
    .nullish()
    .catch(null),
});

/** A post of a Page as Graph gives it. */
export const postSchema = z.object({
  id: z.string().min(1),
  message: z.string().catch(''),
  created_time: z.string().nullish().catch(null),
  permalink_url: z.string().nullish().catch(null),
  attachments: z
    .object({ data: z.array(attachment) })
    .nullish()
    .catch(null),
  shares: z.object({ count: z.int().nonnegative() }).nullish().catch(null),
  reactions: total,
  comments: total,
});
export type WirePost = z.infer<typeof postSchema>;

export const postList = edgeOf(postSchema);

/** The numbers that every post has, whatever permission for insights was given. */
export const countFields =
  'shares,reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0)';

export const postFields = `id,message,created_time,permalink_url,attachments{media_type,subattachments.limit(50){media_type}},${countFields}`;

/** What people did with a post. */
export const countsOf = ({ reactions, comments, shares }: WirePost): MetricValues => ({
  ...(reactions && { likes: reactions.summary.total_count }),
  ...(comments && { comments: comments.summary.total_count }),
  // Graph leaves shares out where there are none.
  shares: shares?.count ?? 0,
});

/** Pictures and videos of a post; undefined where Graph does not tell. */
export const mediaCountOf = ({ attachments }: WirePost): number | undefined => {
  if (!attachments) return 0;
  const counts = attachments.data.map(({ media_type: type, subattachments }) => {
    if (type === 'album') return subattachments?.data.length;
    return ['photo', 'video', 'gif'].includes(type) ? 1 : 0;
  });
  return counts.reduce<number | undefined>(
    (sum, count) => (sum === undefined || count === undefined ? undefined : sum + count),
    0,
  );
};

export const hasVideo = ({ attachments }: WirePost): boolean =>
  attachments?.data.some(({ media_type: type }) => type === 'video') === true;

/** A post as the app knows posts. */
export const remotePostOf = (account: AccountRef, post: WirePost): RemotePost => {
  const remoteId = wholePostId(account, post.id);
  const mediaCount = mediaCountOf(post);
  return {
    remoteId,
    url: postUrl(account, remoteId, post.permalink_url),
    text: post.message,
    publishedAt: graphTime(post.created_time) ?? 0,
    inReplyTo: null,
    ...(mediaCount !== undefined && { mediaCount }),
    metrics: countsOf(post),
  };
};
