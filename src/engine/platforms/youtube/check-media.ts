import type { MediaFacts, PartProblem } from '../content.ts';
import type { AccountProfile } from '../reading.ts';
import { thumbnailLimits, videoLimits } from './limits.ts';
import { videoOf } from './media.ts';
import { problem } from './problems.ts';

/** The rules for the files of a post: one video, and one picture as its thumbnail. */
export const checkMedia = (
  media: readonly MediaFacts[],
  profile: AccountProfile | null,
): readonly PartProblem[] => {
  const problems: PartProblem[] = [];
  const videos = media.filter(({ kind }) => kind === 'video');
  const images = media.filter(({ kind }) => kind === 'image');
  const video = videoOf(media);
  if (video === undefined) problems.push(problem({ id: 'youtube_no_video', part: 0 }));
  else problems.push(...checkVideo(video, profile));
  if (videos.length > 1) {
    problems.push(problem({ id: 'youtube_many_videos', part: 0, params: { count: videos.length } }));
  }
  if (images.length > 1) {
    problems.push(problem({ id: 'youtube_many_images', part: 0, params: { count: images.length } }));
  }
  if (media.some(({ kind }) => kind === 'gif')) problems.push(problem({ id: 'youtube_gif', part: 0 }));
  return [...problems, ...images.slice(0, 1).flatMap(checkThumbnail)];
};

const checkVideo = (video: MediaFacts, profile: AccountProfile | null): readonly PartProblem[] => {
  const problems: PartProblem[] = [];
  if (!video.mimeType.startsWith('video/')) {
    problems.push(problem({ id: 'youtube_video_type', part: 0, params: { type: video.mimeType } }));
  }
  if (video.bytes > videoLimits.bytes) {
    const params = { size: rounded(video.bytes, 1e9), limit: rounded(videoLimits.bytes, 1e9) };
    problems.push(problem({ id: 'youtube_video_too_large', part: 0, params }));
  }
  return [...problems, ...checkDuration(video, profile)];
};

const checkDuration = (
  { durationMs, width, height }: MediaFacts,
  profile: AccountProfile | null,
): readonly PartProblem[] => {
  if (durationMs === null) return [];
  const params = { minutes: Math.ceil(durationMs / 60_000) };
  if (durationMs > videoLimits.durationMs)
    return [problem({ id: 'youtube_video_too_long', part: 0, params })];
  const longUploads = profile?.facts['longUploads'] ?? 'unknown';
  if (durationMs > videoLimits.unverifiedMs && longUploads !== 'allowed') {
    const severity = longUploads === 'unknown' ? 'warning' : 'error';
    return [problem({ id: 'youtube_video_unverified', part: 0, severity, params })];
  }
  const upright = width !== null && height !== null && height >= width;
  return upright && durationMs <= videoLimits.shortMs
    ? [problem({ id: 'youtube_short', part: 0, severity: 'info' })]
    : [];
};

const checkThumbnail = ({ mimeType, bytes }: MediaFacts): readonly PartProblem[] => {
  const problems: PartProblem[] = [];
  if (!thumbnailLimits.types.some((type) => type === mimeType)) {
    problems.push(problem({ id: 'youtube_thumbnail_type', part: 0, params: { type: mimeType } }));
  }
  if (bytes > thumbnailLimits.bytes) {
    const params = { size: rounded(bytes, 1e6), limit: rounded(thumbnailLimits.bytes, 1e6) };
    problems.push(problem({ id: 'youtube_thumbnail_too_large', part: 0, params }));
  }
  return problems;
};

/** With one decimal, rounded up so that a file over the limit never reads as being at it. */
const rounded = (bytes: number, unit: number): number => Math.ceil((bytes * 10) / unit) / 10;
