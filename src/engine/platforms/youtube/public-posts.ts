import type { PlatformApi } from '../platform.ts';
import type { PublicPost } from '../reading.ts';
import { videoUrl } from './wire/addresses.ts';
import { statisticsOf } from './wire/statistics.ts';
import { largestPage, readUploads } from './wire/uploads.ts';
import { instantOf } from './wire/video.ts';
import type { Video } from './wire/video.ts';

const mostPages = 4;

/** A channel's public videos, newest first: two units for each fifty, and none of the hundred searches a day. */
export const publicPosts: NonNullable<PlatformApi['publicPosts']> = async (
  http,
  { webOrigin },
  { remoteId },
  { since, limit },
) => {
  const found: PublicPost[] = [];
  let cursor: string | null = null;
  for (let number = 1; ; number += 1) {
    const page: Awaited<ReturnType<typeof readUploads>> = await readUploads(
      http,
      { remoteId, facts: {} },
      { cursor, size: Math.min(Math.max(limit - found.length, 1), largestPage) },
    );
    if (!page.ok) return page;
    const { videos, oldestAt, next } = page.data;
    const open = videos.filter(({ status }) => (status?.privacyStatus ?? 'public') === 'public');
    found.push(
      ...open.map((video) => publicPostOf(video, webOrigin)).filter((post) => post.publishedAt >= since),
    );
    cursor = next;
    const ended = cursor === null || oldestAt === null || oldestAt < since;
    if (ended || found.length >= limit || number === mostPages)
      return { ...page, data: found.slice(0, limit) };
  }
};

const publicPostOf = ({ id, snippet, statistics }: Video, webOrigin: string): PublicPost => ({
  remoteId: id,
  url: videoUrl(webOrigin, id),
  text: snippet?.title ?? '',
  publishedAt: instantOf(snippet?.publishedAt) ?? 0,
  format: 'video',
  metrics: statisticsOf(statistics),
});
