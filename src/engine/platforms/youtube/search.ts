import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import type { RemoteMention } from '../reading.ts';
import { decodeEntities } from '../same-text.ts';
import { budget } from './quotas.ts';
import { videoUrl } from './wire/addresses.ts';
import { reading } from './wire/data-api.ts';
import { instantOf } from './wire/video.ts';

const largestPage = 50;

const found = z.object({
  items: z
    .array(
      z.object({
        id: z.object({ videoId: z.string().optional() }),
        snippet: z.object({
          publishedAt: z.string(),
          channelId: z.string().default(''),
          channelTitle: z.string().default(''),
          title: z.string().default(''),
          description: z.string().default(''),
        }),
      }),
    )
    .default([]),
});

/** Public videos with these words, newest first (search.list), one page: a project has a hundred searches a day. */
export const search: NonNullable<PlatformApi['search']> = async (http, account, { query, limit }) => {
  const result = await http.send({
    ...reading,
    operation: 'posts.search',
    path: '/youtube/v3/search',
    query: {
      part: 'snippet',
      q: query,
      type: 'video',
      order: 'date',
      maxResults: String(Math.min(Math.max(limit, 1), largestPage)),
    },
    quota: budget.search,
    answer: found,
  });
  if (!result.ok) return result;
  const videos = result.data.items.flatMap(({ id: { videoId }, snippet }): readonly RemoteMention[] => {
    if (videoId === undefined) return [];
    return [
      {
        remoteId: videoId,
        kind: 'found',
        onPost: null,
        author: snippet.channelTitle === '' ? snippet.channelId : decodeEntities(snippet.channelTitle),
        authorName: decodeEntities(snippet.channelTitle),
        text: decodeEntities([snippet.title, snippet.description].filter((said) => said !== '').join('\n')),
        at: instantOf(snippet.publishedAt) ?? 0,
        url: videoUrl(account.webOrigin, videoId),
      },
    ];
  });
  return { ...result, data: videos.slice(0, limit) };
};
