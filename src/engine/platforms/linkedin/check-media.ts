import type { MediaFacts, PartProblem } from '../content.ts';
import { imageLimits, mostAltText, mostImages, videoLimits } from './limits.ts';
import { problem } from './problems.ts';
import type { ProblemId } from './problems.ts';

type Finding = {
  readonly id: ProblemId;
  readonly severity?: PartProblem['severity'];
  readonly params?: PartProblem['params'];
};

/** The rules for the media of a post. */
export const checkMedia = (media: readonly MediaFacts[], part: number): readonly PartProblem[] => [
  ...checkMix(media, part),
  ...media.flatMap((medium, index) =>
    findings(medium).map(({ id, severity = 'error', params = {} }) =>
      problem({ id, part, severity, params: { number: index + 1, ...params } }),
    ),
  ),
];

const checkMix = (media: readonly MediaFacts[], part: number): readonly PartProblem[] => {
  if (media.length > 1 && media.some(({ kind }) => kind === 'video')) {
    return [problem({ id: 'linkedin_media_mix', part, severity: 'error' })];
  }
  if (media.length <= mostImages) return [];
  const params = { count: media.length, limit: mostImages };
  return [problem({ id: 'linkedin_too_many_images', part, severity: 'error', params })];
};

const findings = (medium: MediaFacts): readonly Finding[] => {
  const found = medium.kind === 'video' ? videoFindings(medium) : imageFindings(medium);
  if (medium.kind === 'video' || medium.altText.length <= mostAltText) return found;
  const params = { length: medium.altText.length, limit: mostAltText };
  return [...found, { id: 'linkedin_alt_text_too_long', params }];
};

const imageFindings = ({ mimeType, width, height }: MediaFacts): readonly Finding[] => {
  const found: Finding[] = [];
  if (!imageLimits.types.some((type) => type === mimeType)) {
    found.push({ id: 'linkedin_image_type', params: { type: mimeType } });
  }
  if (width !== null && height !== null && width * height >= imageLimits.pixels) {
    found.push({ id: 'linkedin_image_pixels', params: { width, height } });
  }
  return found;
};

const videoFindings = ({ mimeType, bytes, durationMs, altText }: MediaFacts): readonly Finding[] => {
  const found: Finding[] = [];
  const { types, leastBytes, mostBytes, shortestMs, longestMs } = videoLimits;
  if (!types.some((type) => type === mimeType)) {
    found.push({ id: 'linkedin_video_type', params: { type: mimeType } });
  }
  if (bytes < leastBytes || bytes > mostBytes) {
    const params = { size: megabytes(bytes), least: leastBytes / 1_000_000, limit: mostBytes / 1_000_000 };
    // LinkedIn takes some that are smaller or shorter than it says.
    found.push({ id: 'linkedin_video_size', severity: bytes < leastBytes ? 'warning' : 'error', params });
  }
  if (durationMs !== null && (durationMs < shortestMs || durationMs > longestMs)) {
    found.push({
      id: 'linkedin_video_length',
      severity: durationMs < shortestMs ? 'warning' : 'error',
      params: { seconds: Math.round(durationMs / 1_000) },
    });
  }
  if (altText.trim() !== '') found.push({ id: 'linkedin_video_alt_text', severity: 'info' });
  return found;
};

/** Megabytes with two decimals. */
const megabytes = (bytes: number): number => Math.ceil(bytes / 10_000) / 100;
