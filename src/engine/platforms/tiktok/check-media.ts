import type { MediaFacts, PartProblem } from '../content.ts';
import { photoLimits, videoLimits } from './media-limits.ts';
import { problem } from './problems.ts';
import type { ProblemId } from './problems.ts';

type Finding = readonly [id: ProblemId, params?: PartProblem['params']];

/** The rules for a video; `longestSeconds` is what TikTok takes from this creator. */
export const checkVideo = (
  video: MediaFacts,
  part: number,
  longestSeconds: number | null,
): readonly PartProblem[] =>
  found(part, [
    ...typeOf(video),
    ...size('tiktok_video_too_large', video, videoLimits.bytes),
    ...dimensionsOf(video),
    ...frameRateOf(video),
    ...durationOf(video, longestSeconds ?? videoLimits.longestSeconds),
  ]);

/** The rules for photos. */
export const checkPhotos = (photos: readonly MediaFacts[], part: number): readonly PartProblem[] =>
  found(part, [
    ...(photos.length > photoLimits.count
      ? [['tiktok_too_many_photos', { count: photos.length, limit: photoLimits.count }] as const]
      : []),
    ...photos.flatMap((photo, index) =>
      photoFindings(photo).map(([id, params]): Finding => [id, { number: index + 1, ...params }]),
    ),
  ]);

const found = (part: number, findings: readonly Finding[]): readonly PartProblem[] =>
  findings.map(([id, params = {}]) => problem({ id, part, severity: 'error', params }));

const typeOf = ({ mimeType, videoCodec }: MediaFacts): readonly Finding[] => {
  if (!videoLimits.types.some((type) => type === mimeType))
    return [['tiktok_video_type', { type: mimeType }]];
  const isKnown = videoCodec === null || videoLimits.codecs.some((codec) => codec === videoCodec);
  return isKnown ? [] : [['tiktok_video_codec', { codec: videoCodec }]];
};

const size = (id: ProblemId, { bytes }: MediaFacts, limit: number): readonly Finding[] =>
  bytes > limit ? [[id, { size: megabytes(bytes), limit: megabytes(limit) }]] : [];

/** Megabytes with one decimal, rounded up so that a file over the limit never reads as being at it. */
const megabytes = (bytes: number): number => Math.ceil(bytes / 100_000) / 10;

const dimensionsOf = ({ width, height }: MediaFacts): readonly Finding[] => {
  const { smallestSide: smallest, longestSide: longest } = videoLimits;
  if (width === null || height === null) return [];
  return Math.min(width, height) < smallest || Math.max(width, height) > longest
    ? [['tiktok_video_dimensions', { width, height, smallest, longest }]]
    : [];
};

/** Files tell their rate with an error: 59.94 and 60.02 are 60 to TikTok. */
const rateSlack = 0.5;

const frameRateOf = ({ frameRate }: MediaFacts): readonly Finding[] => {
  const { slowest, fastest } = videoLimits;
  if (frameRate === null) return [];
  return frameRate < slowest - rateSlack || frameRate > fastest + rateSlack
    ? [['tiktok_video_frame_rate', { rate: Math.round(frameRate * 10) / 10, slowest, fastest }]]
    : [];
};

const durationOf = ({ durationMs }: MediaFacts, limit: number): readonly Finding[] =>
  durationMs !== null && durationMs > limit * 1_000
    ? [['tiktok_video_too_long', { seconds: Math.ceil(durationMs / 1_000), limit }]]
    : [];

const photoFindings = (photo: MediaFacts): readonly Finding[] => {
  const { mimeType, width, height } = photo;
  const isTaken = photoLimits.types.some((type) => type === mimeType);
  const isTooWide =
    width !== null &&
    height !== null &&
    (Math.min(width, height) > photoLimits.shorterSide || Math.max(width, height) > photoLimits.longerSide);
  return [
    ...(isTaken ? [] : [['tiktok_photo_type', { type: mimeType }] as const]),
    ...size('tiktok_photo_too_large', photo, photoLimits.bytes),
    ...(isTooWide ? [['tiktok_photo_dimensions', { width, height }] as const] : []),
  ];
};
