import type { MediaFacts, PartProblem } from '../content.ts';
import {
  imageLimits,
  mostAltText,
  pictureCodecs,
  soundCodecs,
  videoLimits,
  videoShape,
  videoTypes,
} from './limits.ts';
import type { Choices } from './options.ts';
import { problem } from './problems.ts';
import type { ProblemId } from './problems.ts';

interface Finding {
  readonly id: ProblemId;
  readonly severity?: PartProblem['severity'];
  readonly params?: PartProblem['params'];
}

/** The rules for pictures and videos. What is not known of a medium is left to Instagram. */
export const checkMedia = (media: readonly MediaFacts[], { format }: Choices): readonly PartProblem[] => {
  const shape = shapeOf(media[0]);
  return media.flatMap((medium, index) =>
    [
      ...findings(medium, format),
      ...(media.length > 1 && index > 0 ? croppedFindings(medium, shape) : []),
    ].map(({ id, severity = 'error', params = {} }) =>
      problem({ id, part: 0, severity, params: { number: index + 1, ...params } }),
    ),
  );
};

const findings = (medium: MediaFacts, format: Choices['format']): readonly Finding[] => {
  switch (medium.kind) {
    case 'gif':
      return [{ id: 'instagram_gif' }];
    case 'image':
      return [...imageFindings(medium), ...(format === 'feed' ? feedImageFindings(medium) : [])];
    case 'video':
      return videoFindings(medium, format);
  }
};

const imageFindings = ({ mimeType, bytes }: MediaFacts): readonly Finding[] => {
  const found: Finding[] = [];
  if (mimeType !== 'image/jpeg') found.push({ id: 'instagram_image_type', params: { type: mimeType } });
  if (bytes > imageLimits.bytes)
    found.push({
      id: 'instagram_image_too_large',
      params: { size: megabytes(bytes), limit: megabytes(imageLimits.bytes) },
    });
  return found;
};

const feedImageFindings = (medium: MediaFacts): readonly Finding[] => {
  const { altText, width, height } = medium;
  const found: Finding[] = [];
  const shape = shapeOf(medium);
  if (shape !== null && (shape < imageLimits.narrowest || shape > imageLimits.flattest))
    found.push({ id: 'instagram_image_shape', params: { width: width ?? 0, height: height ?? 0 } });
  if (width !== null && width < imageLimits.width)
    found.push({ id: 'instagram_image_small', severity: 'info', params: { width } });
  if (altText.length > mostAltText)
    found.push({
      id: 'instagram_alt_text_too_long',
      params: { length: altText.length, limit: mostAltText },
    });
  return found;
};

/** Shapes that differ by less than this look alike. */
const alike = 0.03;

const croppedFindings = (medium: MediaFacts, first: number | null): readonly Finding[] => {
  const shape = shapeOf(medium);
  return shape !== null && first !== null && Math.abs(shape - first) > alike
    ? [{ id: 'instagram_carousel_crop', severity: 'info' }]
    : [];
};

const videoFindings = (medium: MediaFacts, format: Choices['format']): readonly Finding[] => {
  const { mimeType, bytes, width, height, durationMs, frameRate, videoCodec, audioCodec } = medium;
  const limits = format === 'story' ? videoLimits.story : videoLimits.reel;
  const { leastSeconds, mostSeconds } = limits;
  const shape = shapeOf(medium);
  const found: Finding[] = [];
  if (!videoTypes.includes(mimeType)) found.push({ id: 'instagram_video_type', params: { type: mimeType } });
  const codec = unfitCodec(videoCodec, pictureCodecs) ?? unfitCodec(audioCodec, soundCodecs);
  if (codec !== null) found.push({ id: 'instagram_video_codec', params: { codec } });
  if (durationMs !== null && (durationMs < leastSeconds * 1_000 || durationMs > mostSeconds * 1_000)) {
    const seconds = Math.round(durationMs / 100) / 10;
    found.push({
      id: 'instagram_video_length',
      params: { seconds, least: leastSeconds, most: mostSeconds },
    });
  }
  if (bytes > limits.bytes)
    found.push({
      id: 'instagram_video_too_large',
      params: { size: megabytes(bytes), limit: megabytes(limits.bytes) },
    });
  if (width !== null && width > videoShape.width)
    found.push({ id: 'instagram_video_wide', params: { width, limit: videoShape.width } });
  if (shape !== null && (shape < videoShape.narrowest || shape > videoShape.flattest))
    found.push({ id: 'instagram_video_shape', params: { width: width ?? 0, height: height ?? 0 } });
  if (
    frameRate !== null &&
    (frameRate < videoShape.leastFrames - 0.1 || frameRate > videoShape.mostFrames + 0.1)
  )
    found.push({ id: 'instagram_video_frames', params: { rate: Math.round(frameRate * 10) / 10 } });
  return found;
};

const unfitCodec = (codec: string | null, fit: readonly string[]): string | null =>
  codec === null || fit.includes(codec) ? null : codec;

const shapeOf = (medium: MediaFacts | undefined): number | null =>
  medium === undefined || medium.width === null || medium.height === null || medium.height === 0
    ? null
    : medium.width / medium.height;

/** Megabytes with one decimal, rounded up so that a file over the limit never reads as being at it. */
const megabytes = (bytes: number): number => Math.ceil(bytes / 100_000) / 10;
