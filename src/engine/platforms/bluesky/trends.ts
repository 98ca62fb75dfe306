import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import type { Trend } from '../reading.ts';
import { query } from './wire/xrpc.ts';

const most = 20;
const answer = z.object({
  trends: z.array(
    z.object({
      topic: z.string().catch(''),
      displayName: z.string().catch(''),
      link: z.string().catch(''),
      postCount: z.int().nonnegative().nullish().catch(null),
    }),
  ),
});

/** What Bluesky reports as rising (`app.bsky.unspecced.getTrends`, which Bluesky may change at any time). One list for everywhere. */
export const trends: NonNullable<PlatformApi['trends']> = async (http) => {
  const result = await query(http, 'trends.list', 'app.bsky.unspecced.getTrends', {
    query: { limit: String(most) },
    answer,
  });
  if (!result.ok) return result;
  const found = result.data.trends.flatMap(({ topic, displayName, link, postCount }): Trend[] => {
    const named = displayName === '' ? topic : displayName;
    return named === ''
      ? []
      : [
          {
            topic: named,
            kind: 'topic',
            url: pageOf(link, http.endpoints.authorize),
            count: postCount ?? null,
          },
        ];
  });
  return { ...result, data: found };
};

/** The link is a path of Bluesky's pages, or a whole address. */
const pageOf = (link: string, pages: string): string | null =>
  link !== '' && URL.canParse(link, pages) ? new URL(link, pages).href : null;
