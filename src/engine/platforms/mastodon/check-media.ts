import type { MediaFacts, PartProblem } from '../content.ts';
import type { ServerLimits } from './limits.ts';
import { megabytes } from './megabytes.ts';
import { problem } from './problems.ts';
import type { ProblemId } from './problems.ts';
import { countGraphemes } from './text/counted.ts';

/** The rules of a server for the media of one part. */
export const checkMedia = (
  media: readonly MediaFacts[],
  part: number,
  limits: ServerLimits,
): readonly PartProblem[] => [
  ...checkMix(media, part, limits),
  ...media.flatMap((medium, index) =>
    findings(medium, limits).map(({ id, severity = 'error', params = {} }) =>
      problem({ id, part, severity, params: { number: index + 1, ...params } }),
    ),
  ),
];

type Finding = {
  readonly id: ProblemId;
  readonly severity?: PartProblem['severity'];
  readonly params?: PartProblem['params'];
};

const checkMix = (
  media: readonly MediaFacts[],
  part: number,
  { media: limit }: ServerLimits,
): readonly PartProblem[] => {
  if (media.length > 1 && media.some(({ kind }) => kind !== 'image')) {
    return [problem({ id: 'mastodon_media_mix', part, severity: 'error' })];
  }
  if (media.length <= limit) return [];
  const params = { count: media.length, limit };
  return [problem({ id: 'mastodon_too_many_media', part, severity: 'error', params })];
};

const findings = (medium: MediaFacts, limits: ServerLimits): readonly Finding[] => [
  ...typeFindings(medium, limits),
  ...(medium.kind === 'video' ? videoFindings(medium, limits) : imageFindings(medium, limits)),
  ...descriptionFindings(medium, limits),
];

/** A server that names no types decides when it sees the file. */
const typeFindings = ({ mimeType }: MediaFacts, { types }: ServerLimits): readonly Finding[] =>
  types.length === 0 || types.includes(mimeType)
    ? []
    : [{ id: 'mastodon_media_type', params: { type: mimeType } }];

const imageFindings = (medium: MediaFacts, limits: ServerLimits): readonly Finding[] => {
  const { bytes, width, height } = medium;
  const found: Finding[] = [];
  if (bytes > limits.imageBytes) {
    const params = { size: megabytes(bytes), limit: megabytes(limits.imageBytes) };
    found.push({ id: 'mastodon_image_too_large', params });
  }
  if (width !== null && height !== null && width * height > limits.imagePixels) {
    found.push({ id: 'mastodon_image_dimensions', params: { width, height } });
  }
  return found;
};

const videoFindings = ({ bytes, frameRate }: MediaFacts, limits: ServerLimits): readonly Finding[] => {
  const found: Finding[] = [];
  if (bytes > limits.videoBytes) {
    const params = { size: megabytes(bytes), limit: megabytes(limits.videoBytes) };
    found.push({ id: 'mastodon_video_too_large', params });
  }
  if (frameRate !== null && frameRate > limits.videoFrameRate) {
    const params = { rate: Math.round(frameRate), limit: limits.videoFrameRate };
    found.push({ id: 'mastodon_video_frame_rate', params });
  }
  return found;
};

const descriptionFindings = ({ altText }: MediaFacts, limits: ServerLimits): readonly Finding[] => {
  const length = countGraphemes(altText);
  if (length === 0) return [{ id: 'mastodon_no_description', severity: 'info' }];
  return length > limits.description
    ? [{ id: 'mastodon_alt_text_too_long', params: { length, limit: limits.description } }]
    : [];
};
