import type { MetricValues } from '../../../shared/models/metric.ts';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import { prices } from './prices.ts';
import { postMetricsOf, present } from './wire/post-reading.ts';
import { postListSchema } from './wire/post-schema.ts';
import type { PostList } from './wire/post-schema.ts';

const largestLookup = 100;
/** X tells an author's own numbers for 30 days; an hour less, so that none comes of age on the way. */
const ownNumbersForMs = 30 * 86_400_000 - 3_600_000;

/**
 * Newest numbers of own posts (GET /2/tweets, up to 100 ids a call). Posts younger than 30 days are asked for with
 * their private numbers, older ones without, because X refuses those in part. Unknown and deleted ids are left out.
 */
export const postMetrics: PlatformApi['postMetrics'] = async (http, _account, posts, now) => {
  const isYoung = ({ publishedAt }: { publishedAt: number }): boolean => now - publishedAt < ownNumbersForMs;
  const lookups = [
    ...lookupsOf(posts.filter(isYoung), 'public_metrics,non_public_metrics,attachments'),
    ...lookupsOf(
      posts.filter((post) => !isYoung(post)),
      'public_metrics,attachments',
    ),
  ];
  const found = new Map<string, MetricValues>();
  let last: CallResult<PostList> | null = null;
  for (const lookup of lookups) {
    last = await look(http, lookup);
    if (!last.ok) return last;
    for (const [id, values] of metricsOf(last.data)) found.set(id, values);
  }
  return last === null
    ? { ok: true, data: found, status: 200, fromCache: true, readAt: now }
    : { ...last, data: found };
};

type Lookup = { readonly ids: readonly string[]; readonly fields: string };

const lookupsOf = (posts: readonly { remoteId: string }[], fields: string): readonly Lookup[] => {
  const ids = [...new Set(posts.map(({ remoteId }) => remoteId))];
  const count = Math.ceil(ids.length / largestLookup);
  return Array.from({ length: count }, (_, index) => ({
    ids: ids.slice(index * largestLookup, (index + 1) * largestLookup),
    fields,
  }));
};

const look = (http: AccountHttp, { ids, fields }: Lookup): Promise<CallResult<PostList>> =>
  http.send({
    operation: 'posts.lookup',
    endpoint: 'api',
    method: 'GET',
    path: '/2/tweets',
    query: {
      ids: ids.join(','),
      'tweet.fields': fields,
      expansions: 'attachments.media_keys',
      'media.fields': 'public_metrics',
    },
    effect: 'read',
    costMicros: ids.length * prices.postRead,
    chargedMicros: ({ data }) => (data?.length ?? 0) * prices.postRead,
    answer: postListSchema,
  });

const metricsOf = ({ data, includes }: PostList): readonly (readonly [string, MetricValues])[] => {
  const views = new Map(
    (includes?.media ?? []).map((item) => [item.media_key, item.public_metrics?.view_count]),
  );
  return (data ?? []).map((post) => {
    const seen = (post.attachments?.media_keys ?? [])
      .map((key) => views.get(key))
      .filter((count) => typeof count === 'number');
    const videoViews = seen.length > 0 ? seen.reduce((sum, count) => sum + count, 0) : null;
    return [post.id, { ...postMetricsOf(post), ...present({ video_views: videoViews }) }] as const;
  });
};
