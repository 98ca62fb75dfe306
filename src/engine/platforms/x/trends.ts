import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import type { Trend } from '../reading.ts';
import { prices } from './prices.ts';
import { woeidOf } from './woeids.ts';

/** Each trend read is paid for, so no more are asked for than are shown. */
export const mostTrends = 10;

const answer = z.object({
  data: z
    .array(
      z.object({
        trend_name: z.string().min(1),
        tweet_count: z.int().nonnegative().nullish().catch(null),
        post_count: z.int().nonnegative().nullish().catch(null),
      }),
    )
    .nullish(),
});

/** What X reports as rising in a country or in the world (GET /2/trends/by/woeid/:woeid). */
export const trends: NonNullable<PlatformApi['trends']> = async (http, _account, place) => {
  const result = await http.send({
    operation: 'trends.list',
    endpoint: 'api',
    method: 'GET',
    path: `/2/trends/by/woeid/${woeidOf(place)}`,
    query: { max_trends: String(mostTrends), 'trend.fields': 'trend_name,tweet_count' },
    effect: 'read',
    costMicros: mostTrends * prices.trendRead,
    chargedMicros: ({ data }) => (data?.length ?? 0) * prices.trendRead,
    answer,
  });
  if (!result.ok) return result;
  const found = (result.data.data ?? []).map(({ trend_name: topic, ...counts }): Trend => ({
    topic,
    kind: topic.startsWith('#') ? 'hashtag' : 'topic',
    url: new URL(`/search?q=${encodeURIComponent(topic)}`, http.endpoints.authorize).href,
    count: counts.post_count ?? counts.tweet_count ?? null,
  }));
  return { ...result, data: found };
};
