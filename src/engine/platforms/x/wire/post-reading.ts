import type { MetricValues } from '../../../../shared/models/metric.ts';
import { decodeEntities } from '../../same-text.ts';
import type { UrlEntity, WirePost } from './post-schema.ts';

/** The instant that X's ids count from (2010-11-04, epoch ms); the id's upper 42 bits are milliseconds since. */
const idEpoch = 1_288_834_974_657n;

/** When a post was made: as X says, else from its id, which holds the time. */
export const publishedAt = ({ id, created_at: said }: WirePost): number => {
  const parsed = typeof said === 'string' ? Date.parse(said) : Number.NaN;
  if (!Number.isNaN(parsed)) return parsed;
  return madeAt(id) ?? 0;
};

/** The post it answers; null where it answers none. */
export const inReplyTo = (post: WirePost): string | null =>
  (post.referenced_posts ?? post.referenced_tweets ?? []).find(({ type }) => type === 'replied_to')?.id ??
  null;

/** How many pictures and videos it shows; left out where X does not say. */
export const mediaCountOf = ({ attachments }: WirePost): { mediaCount?: number } => {
  const keys = attachments?.media_keys;
  return keys === null || keys === undefined ? {} : { mediaCount: keys.length };
};

/** When X made a post, by its id; null where it is none of X's. */
export const madeAt = (id: string): number | null =>
  /^\d{1,19}$/.test(id) ? Number((BigInt(id) >> 22n) + idEpoch) : null;

/**
 * A post's text as its author wrote it: the long text where there is one, X's own short links replaced by where they
 * lead, HTML entities decoded, and the link that X appends for media left out.
 */
export const writtenText = (post: WirePost): string => {
  const long = post.note_tweet ?? post.note_post;
  const urls = [...(long?.entities?.urls ?? []), ...(post.entities?.urls ?? [])];
  const targets = new Map(urls.map((url) => [url.url, targetOf(url, post.id)]));
  return decodeEntities(long?.text ?? post.text)
    .replaceAll(/https?:\/\/t\.co\/\w+/g, (short) => targets.get(short) ?? short)
    .trimEnd();
};

const targetOf = (url: UrlEntity, postId: string): string => {
  const target = url.expanded_url ?? url.url;
  const isOwnMedia =
    typeof url.media_key === 'string' || new RegExp(`/status/${postId}/(?:photo|video)/\\d+$`).test(target);
  return isOwnMedia ? '' : target;
};

/** A post's numbers in our words; those that X did not send are left out. */
export const postMetricsOf = (post: WirePost): MetricValues => {
  const shown = post.public_metrics;
  const own = post.non_public_metrics;
  return present({
    impressions: shown?.impression_count ?? own?.impression_count,
    likes: shown?.like_count,
    comments: shown?.reply_count,
    shares: shown?.repost_count ?? shown?.retweet_count,
    quotes: shown?.quote_count,
    saves: shown?.bookmark_count,
    clicks: own?.url_link_clicks,
    profile_clicks: own?.user_profile_clicks,
    engagements: own?.engagements,
  });
};

/** Leaves out what X did not send. */
export const present = (
  values: Readonly<Partial<Record<keyof MetricValues, number | null | undefined>>>,
): MetricValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'number'));
