import type { PlatformApi } from '../platform.ts';
import { reading } from './wire/data-api.ts';
import { videoUrl } from './wire/addresses.ts';
import { videoListSchema } from './wire/video.ts';

const most = 15;

/** The videos that YouTube lists as most popular in a country, the United States where none is named (videos.list, one unit). */
export const trends: NonNullable<PlatformApi['trends']> = async (http, { webOrigin }, place) => {
  const result = await http.send({
    ...reading,
    operation: 'trends.list',
    path: '/youtube/v3/videos',
    query: {
      part: 'snippet,statistics',
      chart: 'mostPopular',
      maxResults: String(most),
      ...(place !== null && { regionCode: place }),
    },
    answer: videoListSchema,
  });
  if (!result.ok) return result;
  const found = result.data.items.map(({ id, snippet, statistics }) => ({
    topic: snippet?.title ?? id,
    kind: 'video' as const,
    url: videoUrl(webOrigin, id),
    count: statistics?.viewCount ?? null,
  }));
  return { ...result, data: found };
};
