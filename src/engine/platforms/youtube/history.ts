import type { PlatformApi } from '../platform.ts';
import { postOf, readUploads } from './wire/uploads.ts';

/** The next page of videos that others can see, back through the channel's past, with their numbers. */
export const history: NonNullable<PlatformApi['history']> = async (http, account, { cursor, limit }) => {
  const page = await readUploads(http, account, { cursor, size: limit });
  if (!page.ok) return page;
  const { videos, next } = page.data;
  const shown = videos.filter(({ status }) => status?.privacyStatus !== 'private');
  return { ...page, data: { posts: shown.map((video) => postOf(video, account)), next } };
};
