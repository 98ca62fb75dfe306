import type { PlatformApi } from '../platform.ts';
import { remove } from './remove.ts';
import { videoUrl } from './wire/addresses.ts';
import { readVideos } from './wire/uploads.ts';
import { instantOf, publishTimeOf, refusalOf } from './wire/video.ts';

/** What became of a video that YouTube was to publish by itself. */
export const scheduled: NonNullable<PlatformApi['scheduled']> = async (http, account, scheduledId) => {
  const result = await readVideos(http, [scheduledId], 'snippet,status');
  if (!result.ok) return { state: 'failed', failure: result.failure };
  const [video] = result.data;
  if (video === undefined) return { state: 'gone' };
  const refused = refusalOf(video.status);
  if (refused !== null) {
    const detail = `YouTube did not process the video: ${refused}.`;
    return {
      state: 'failed',
      failure: { code: 'media_invalid', reach: 'refused', retryAt: null, detail, status: 200 },
    };
  }
  const publishAt = publishTimeOf(video.status);
  if (publishAt !== null) return { state: 'waiting', publishAt };
  // Private without a time: somebody took the time away in YouTube Studio, and it will not be published.
  if (video.status?.privacyStatus === 'private') return { state: 'gone' };
  return {
    state: 'published',
    remoteId: video.id,
    url: videoUrl(account.webOrigin, video.id),
    publishedAt: instantOf(video.snippet?.publishedAt),
  };
};

/** Deletes a video that is still waiting for its time. One that is out stays. */
export const unschedule: NonNullable<PlatformApi['unschedule']> = async (http, account, scheduledId) => {
  const result = await readVideos(http, [scheduledId], 'status');
  if (!result.ok) return result;
  const waits = result.data[0]?.status?.privacyStatus === 'private';
  return waits ? await remove(http, account, scheduledId) : { ...result, data: { deleted: false } };
};
