import type { PlatformApi } from '../platform.ts';
import { readPublicPages } from '../public-post-pages.ts';
import type { PublicPost } from '../reading.ts';
import { videoUrl } from './wire/addresses.ts';
import { statisticsOf } from './wire/statistics.ts';
import { largestPage, readUploads } from './wire/uploads.ts';
import { instantOf } from './wire/video.ts';
import type { Video } from './wire/video.ts';

const mostPages = 4;

/** A channel's public videos, newest first: two units for each fifty, and none of the hundred searches a day. */
export const publicPosts: NonNullable<PlatformApi['publicPosts']> = (
  http,
  { webOrigin },
  { remoteId },
  wanted,
) =>
  readPublicPages(wanted, mostPages, async (cursor) => {
    const size = Math.min(wanted.limit, largestPage);
    const page = await readUploads(http, { remoteId, facts: {} }, { cursor, size });
    if (!page.ok) return page;
    const { videos, oldestAt, next } = page.data;
    const open = videos.filter(({ status }) => (status?.privacyStatus ?? 'public') === 'public');
    return { ...page, data: { posts: open.map((video) => publicPostOf(video, webOrigin)), oldestAt, next } };
  });

const publicPostOf = ({ id, snippet, statistics }: Video, webOrigin: string): PublicPost => ({
  remoteId: id,
  url: videoUrl(webOrigin, id),
  text: snippet?.title ?? '',
  publishedAt: instantOf(snippet?.publishedAt) ?? 0,
  format: 'video',
  metrics: statisticsOf(statistics),
});
