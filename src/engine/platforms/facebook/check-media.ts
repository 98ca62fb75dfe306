import type { MediaFacts, PartProblem } from '../content.ts';
import { fineImages, imageLimits, mostAltText, mostImages, videoLimits } from './limits.ts';
import type { Format } from './options.ts';
import { problem } from './problems.ts';
import type { ProblemId } from './problems.ts';

type Finding = {
  readonly id: ProblemId;
  readonly severity?: PartProblem['severity'];
  readonly params?: PartProblem['params'];
};

/** The rules for the media of a post, a reel or a story. */
export const checkMedia = (media: readonly MediaFacts[], format: Format): readonly PartProblem[] =>
  [
    ...mixFindings(media, format),
    ...media.flatMap((medium, index) =>
      findingsOf(medium, format).map((finding) => ({
        ...finding,
        params: { number: index + 1, ...finding.params },
      })),
    ),
  ].map(({ id, severity = 'error', params = {} }) => problem({ id, part: 0, severity, params }));

const mixFindings = (media: readonly MediaFacts[], format: Format): readonly Finding[] => {
  const videos = media.filter(({ kind }) => kind === 'video').length;
  const { length: count } = media;
  if (format === 'reel') return videos === 1 && count === 1 ? [] : [{ id: 'facebook_reel_video' }];
  if (format === 'story') return count === 1 ? [] : [{ id: 'facebook_story_media' }];
  if (videos > 0 && videos < count) return [{ id: 'facebook_media_mix' }];
  if (videos > 1) return [{ id: 'facebook_too_many_videos', params: { count: videos } }];
  if (count <= fineImages) return [];
  const params = { count, limit: fineImages };
  return [{ id: 'facebook_many_images', severity: count > mostImages ? 'error' : 'warning', params }];
};

const findingsOf = (medium: MediaFacts, format: Format): readonly Finding[] =>
  medium.kind === 'video' ? videoFindings(medium, format) : imageFindings(medium);

const imageFindings = ({ kind, mimeType, bytes, altText }: MediaFacts): readonly Finding[] => {
  const found: Finding[] = [];
  const { types, bytes: limit, sureBytes } = imageLimits;
  if (!types.includes(mimeType)) found.push({ id: 'facebook_image_type', params: { type: mimeType } });
  const size = megabytes(bytes);
  if (bytes > limit) {
    found.push({ id: 'facebook_image_too_large', params: { size, limit: megabytes(limit) } });
  } else if (bytes > sureBytes) {
    const params = { size, limit: megabytes(sureBytes) };
    found.push({ id: 'facebook_image_large', severity: 'warning', params });
  }
  if (kind === 'gif') found.push({ id: 'facebook_gif_still', severity: 'warning' });
  if (altText.length > mostAltText) {
    const params = { length: altText.length, limit: mostAltText };
    found.push({ id: 'facebook_alt_text_too_long', severity: 'warning', params });
  }
  return found;
};

const videoFindings = (medium: MediaFacts, format: Format): readonly Finding[] => {
  const { mimeType, bytes, durationMs, altText } = medium;
  const { bytes: limit, longestMs } = videoLimits[format];
  const found: Finding[] = [];
  if (!videoLimits.types.includes(mimeType))
    found.push({ id: 'facebook_video_type', severity: 'warning', params: { type: mimeType } });
  if (bytes > limit) {
    const params = { size: megabytes(bytes), limit: megabytes(limit) };
    found.push({ id: 'facebook_video_too_large', params });
  }
  if (durationMs !== null && durationMs > longestMs) {
    const params = { seconds: Math.ceil(durationMs / 1_000), limit: longestMs / 1_000 };
    found.push({ id: 'facebook_video_too_long', params });
  }
  if (altText.trim() !== '') found.push({ id: 'facebook_video_alt_text', severity: 'info' });
  return format === 'reel' ? [...found, ...reelFindings(medium)] : found;
};

/** How far from 9:16 still counts as upright in its shape. */
const shapeSlack = 0.02;

const reelFindings = ({ durationMs, width, height, frameRate }: MediaFacts): readonly Finding[] => {
  const { reel } = videoLimits;
  const found: Finding[] = [];
  if (durationMs !== null && durationMs < reel.shortestMs) {
    const params = { seconds: Math.floor(durationMs / 1_000), limit: reel.shortestMs / 1_000 };
    found.push({ id: 'facebook_video_too_short', params });
  }
  const { least, most } = reel.frameRate;
  if (frameRate !== null && (frameRate < least - 0.1 || frameRate > most + 0.1)) {
    const params = { rate: Math.round(frameRate), least, most };
    found.push({ id: 'facebook_reel_frame_rate', severity: 'warning', params });
  }
  if (width === null || height === null) return found;
  if (width < reel.width || height < reel.height) {
    const params = { width, height, least: `${reel.width} x ${reel.height}` };
    found.push({ id: 'facebook_reel_too_small', params });
  } else if (Math.abs(width / height - 9 / 16) > shapeSlack) {
    found.push({ id: 'facebook_reel_shape', severity: 'warning', params: { width, height } });
  }
  return found;
};

/** Megabytes with one decimal, rounded up so that a file over the limit never reads as being at it. */
const megabytes = (bytes: number): number => Math.ceil(bytes / 100_000) / 10;
