import { youtubePeople } from '../people.ts';
import { gathered } from '../metrics/growth.ts';
import type { Video } from '../state.ts';
import type { YouTubeWorld } from '../world.ts';
import { privacyOf, publishedAt, uploadStatusOf, waitsUntil } from './audience.ts';

/** The parts of a video that can be asked for. */
export const videoParts = [
  'id',
  'snippet',
  'status',
  'statistics',
  'contentDetails',
  'processingDetails',
  'player',
] as const;

/** A video as `videos.list` and an upload's answer write it. */
export function videoResource(world: YouTubeWorld, video: Video, wanted: ReadonlySet<string>): object {
  const now = world.now();
  const part = (name: string, make: () => object): object => (wanted.has(name) ? { [name]: make() } : {});
  return {
    kind: 'youtube#video',
    etag: 'practice',
    id: video.id,
    ...part('snippet', () => snippetOf(world, video)),
    ...part('status', () => statusOf(video, now)),
    ...part('statistics', () => statisticsOf(world, video)),
    ...part('contentDetails', () => ({
      duration: durationOf(video.durationMs ?? 0),
      dimension: '2d',
      definition: 'hd',
      caption: 'false',
    })),
    ...part('processingDetails', () => ({
      processingStatus: now < video.readyAt ? 'processing' : video.failure === null ? 'succeeded' : 'failed',
    })),
    ...part('player', () => ({ embedHtml: '' })),
  };
}

function snippetOf(world: YouTubeWorld, video: Video): object {
  const { resource } = video;
  return {
    ...resource.snippet,
    publishedAt: new Date(publishedAt(video)).toISOString(),
    channelId: video.channel,
    channelTitle: youtubePeople.known(video.channel).name,
    thumbnails: { default: { url: thumbnailUrl(world, video.id), width: 120, height: 90 } },
    liveBroadcastContent: 'none',
    localized: { title: resource.snippet.title, description: resource.snippet.description },
  };
}

function statusOf(video: Video, now: number): object {
  const { publishAt: _time, privacyStatus: _asked, selfDeclaredMadeForKids, ...rest } = video.resource.status;
  const waits = waitsUntil(video, now);
  return {
    ...uploadStatusOf(video, now),
    ...rest,
    privacyStatus: privacyOf(video, now),
    ...(waits !== null && { publishAt: new Date(waits).toISOString() }),
    madeForKids: selfDeclaredMadeForKids === true,
    ...(selfDeclaredMadeForKids !== undefined && { selfDeclaredMadeForKids }),
  };
}

function statisticsOf({ state, now }: YouTubeWorld, video: Video): object {
  const { impressions, likes } = gathered(video, now());
  return {
    viewCount: String(impressions),
    likeCount: String(likes),
    favoriteCount: '0',
    commentCount: String(state.commentsUntil(video.id, now())),
  };
}

function thumbnailUrl({ baseUrl }: YouTubeWorld, id: string): string {
  return `${baseUrl()}/youtube/thumbnails/${id}`;
}

/** As ISO 8601 writes durations. */
function durationOf(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `PT${Math.floor(seconds / 60)}M${seconds % 60}S`;
}
