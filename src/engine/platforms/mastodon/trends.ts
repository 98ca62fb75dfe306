import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import type { Trend } from '../reading.ts';
import { read } from './wire/calls.ts';

const mostTags = 15;
const mostLinks = 5;
/** Days of a trend's history that are added up: today and the day before. */
const days = 2;

const history = z
  .array(z.object({ uses: z.coerce.number().int().nonnegative().catch(0) }))
  .nullish()
  .catch(null);
const tags = z.array(z.object({ name: z.string().min(1), url: z.string().nullish().catch(null), history }));
const links = z.array(z.object({ title: z.string().catch(''), url: z.string(), history }));

/** What rises on the account's own server: hashtags and links (`GET /api/v1/trends/tags`, `/links`). One list for everywhere. */
export const trends: NonNullable<PlatformApi['trends']> = async (http) => {
  const tagged = await read(http, 'trends.tags', '/api/v1/trends/tags', tags, { limit: String(mostTags) });
  if (!tagged.ok) return tagged;
  const linked = await read(http, 'trends.links', '/api/v1/trends/links', links, {
    limit: String(mostLinks),
  });
  // Links are a help beside the hashtags; a server without them still has these.
  const found = linked.ok ? linked.data : [];
  return {
    ...tagged,
    data: [
      ...tagged.data.map(({ name, url, history: uses }): Trend => ({
        topic: `#${name.replace(/^#/, '')}`,
        kind: 'hashtag',
        url: url ?? null,
        count: usesOf(uses),
      })),
      ...found.map(({ title, url, history: uses }): Trend => ({
        topic: title === '' ? url : title,
        kind: 'link',
        url,
        count: usesOf(uses),
      })),
    ],
  };
};

const usesOf = (uses: z.infer<typeof history>): number | null =>
  uses === null || uses === undefined || uses.length === 0
    ? null
    : uses.slice(0, days).reduce((sum, day) => sum + day.uses, 0);
