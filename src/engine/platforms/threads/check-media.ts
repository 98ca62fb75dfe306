import type { MediaFacts, PartProblem } from '../content.ts';
import { imageLimits, mostAltText, mostItems, videoLimits } from './limits.ts';
import { problem } from './problems.ts';
import type { ProblemId } from './problems.ts';

interface Finding {
  readonly id: ProblemId;
  readonly severity?: PartProblem['severity'];
  readonly params?: PartProblem['params'];
}

/** The rules for one part's pictures and videos. What is not known of a medium is left to Threads. */
export const checkMedia = (
  media: readonly MediaFacts[],
  part: number,
  hasMediaHost: boolean,
): readonly PartProblem[] => [
  ...(media.length > 0 && !hasMediaHost ? [problem({ id: 'threads_media_host', part })] : []),
  ...(media.length > mostItems
    ? [problem({ id: 'threads_too_many_items', part, params: { count: media.length, limit: mostItems } })]
    : []),
  ...media.flatMap((medium, index) =>
    findings(medium).map(({ id, severity = 'error', params = {} }) =>
      problem({ id, part, severity, params: { number: index + 1, ...params } }),
    ),
  ),
];

const findings = (medium: MediaFacts): readonly Finding[] => {
  const found = [...kindFindings(medium)];
  const { length } = medium.altText;
  if (length > mostAltText)
    found.push({ id: 'threads_alt_text_too_long', params: { length, limit: mostAltText } });
  return found;
};

const kindFindings = (medium: MediaFacts): readonly Finding[] => {
  switch (medium.kind) {
    case 'gif':
      return [{ id: 'threads_gif' }];
    case 'image':
      return imageFindings(medium);
    case 'video':
      return videoFindings(medium);
  }
};

const imageFindings = ({ mimeType, bytes, width, height }: MediaFacts): readonly Finding[] => {
  const found: Finding[] = [];
  if (!imageLimits.types.includes(mimeType))
    found.push({ id: 'threads_image_type', params: { type: mimeType } });
  if (bytes > imageLimits.bytes)
    found.push({
      id: 'threads_image_too_large',
      params: { size: megabytes(bytes), limit: megabytes(imageLimits.bytes) },
    });
  if (
    width !== null &&
    height !== null &&
    Math.max(width, height) > imageLimits.longest * Math.min(width, height)
  )
    found.push({ id: 'threads_image_shape', params: { width, height } });
  if (width !== null && width < imageLimits.width)
    found.push({ id: 'threads_image_small', severity: 'info', params: { width } });
  return found;
};

const videoFindings = (medium: MediaFacts): readonly Finding[] => {
  const { mimeType, bytes, width, durationMs, frameRate, videoCodec, audioCodec } = medium;
  const { types, pictureCodecs, soundCodecs, seconds, leastFrames, mostFrames } = videoLimits;
  const found: Finding[] = [];
  if (!types.includes(mimeType)) found.push({ id: 'threads_video_type', params: { type: mimeType } });
  const codec = unfitCodec(videoCodec, pictureCodecs) ?? unfitCodec(audioCodec, soundCodecs);
  if (codec !== null) found.push({ id: 'threads_video_codec', params: { codec } });
  if (durationMs !== null && durationMs > seconds * 1_000)
    found.push({
      id: 'threads_video_length',
      params: { seconds: Math.ceil(durationMs / 1_000), limit: seconds },
    });
  if (bytes > videoLimits.bytes)
    found.push({
      id: 'threads_video_too_large',
      params: { size: megabytes(bytes), limit: megabytes(videoLimits.bytes) },
    });
  if (width !== null && width > videoLimits.width)
    found.push({ id: 'threads_video_wide', params: { width, limit: videoLimits.width } });
  if (frameRate !== null && (frameRate < leastFrames - 0.1 || frameRate > mostFrames + 0.1))
    found.push({ id: 'threads_video_frames', params: { rate: Math.round(frameRate * 10) / 10 } });
  return found;
};

const unfitCodec = (codec: string | null, fit: readonly string[]): string | null =>
  codec === null || fit.includes(codec) ? null : codec;

/** Megabytes with one decimal, rounded up so that a file over the limit never reads as being at it. */
const megabytes = (bytes: number): number => Math.ceil(bytes / 100_000) / 10;
