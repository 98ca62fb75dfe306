import type { MediaFacts, PartProblem } from '../content.ts';
import { gifLimits, imageLimits, mostAltText, mostImages, videoLimits } from './media-limits.ts';
import { problem } from './problems.ts';
import type { ProblemId } from './problems.ts';

/** The rules for the media of one part. Longer and larger videos are for subscribers. */
export const checkMedia = (
  media: readonly MediaFacts[],
  part: number,
  subscriber: boolean,
): readonly PartProblem[] => [
  ...checkMix(media, part),
  ...media.flatMap((medium, index) =>
    findings(medium, subscriber).map(({ id, severity = 'error', params = {} }) =>
      problem({ id, part, severity, params: { number: index + 1, ...params } }),
    ),
  ),
];

type Finding = {
  readonly id: ProblemId;
  readonly severity?: PartProblem['severity'];
  readonly params?: PartProblem['params'];
};

const checkMix = (media: readonly MediaFacts[], part: number): readonly PartProblem[] => {
  if (media.length > 1 && media.some(({ kind }) => kind !== 'image')) {
    return [problem({ id: 'x_media_mix', part, severity: 'error' })];
  }
  return media.length > mostImages
    ? [
        problem({
          id: 'x_too_many_images',
          part,
          severity: 'error',
          params: { count: media.length, limit: mostImages },
        }),
      ]
    : [];
};

const findings = (medium: MediaFacts, subscriber: boolean): readonly Finding[] => {
  const found = [...kindFindings(medium, subscriber)];
  if (medium.altText.length > mostAltText) {
    found.push({ id: 'x_alt_text_too_long', params: { length: medium.altText.length, limit: mostAltText } });
  }
  return found;
};

const kindFindings = (medium: MediaFacts, subscriber: boolean): readonly Finding[] => {
  switch (medium.kind) {
    case 'image':
      return [
        ...typeFindings('x_image_type', medium, imageLimits.types),
        ...sizeFindings('x_image_too_large', medium, imageLimits.bytes),
      ];
    case 'gif':
      return [
        ...typeFindings('x_image_type', medium, ['image/gif']),
        ...sizeFindings('x_gif_too_large', medium, gifLimits.bytes),
        ...gifDimensions(medium),
      ];
    case 'video':
      return videoFindings(medium, subscriber);
  }
};

const typeFindings = (
  id: ProblemId,
  { mimeType }: MediaFacts,
  types: readonly string[],
): readonly Finding[] => (types.includes(mimeType) ? [] : [{ id, params: { type: mimeType } }]);

const sizeFindings = (id: ProblemId, { bytes }: MediaFacts, limit: number): readonly Finding[] =>
  bytes > limit ? [{ id, params: { size: megabytes(bytes), limit: megabytes(limit) } }] : [];

/** Megabytes with one decimal, rounded up so that a file over the limit never reads as being at it. */
const megabytes = (bytes: number): number => Math.ceil(bytes / 100_000) / 10;

const gifDimensions = ({ width, height }: MediaFacts): readonly Finding[] =>
  width !== null && height !== null && (width > gifLimits.width || height > gifLimits.height)
    ? [
        {
          id: 'x_gif_dimensions',
          params: { width, height, maxWidth: gifLimits.width, maxHeight: gifLimits.height },
        },
      ]
    : [];

const videoFindings = (medium: MediaFacts, subscriber: boolean): readonly Finding[] => {
  const found: Finding[] = [];
  const { mimeType, width, height } = medium;
  const converted = videoLimits.convertedTypes.some((type) => type === mimeType);
  if (converted) found.push({ id: 'x_video_converted', severity: 'warning', params: { type: mimeType } });
  else found.push(...typeFindings('x_video_type', medium, videoLimits.types));
  const tooLarge = sizeFindings('x_video_too_large', medium, videoLimits.bytes);
  found.push(
    ...tooLarge.map((finding) => ({ ...finding, severity: subscriber ? 'warning' : 'error' }) as const),
  );
  if (medium.altText.trim() !== '') found.push({ id: 'x_video_alt_text', severity: 'info' });
  if (width === null || height === null) return found;
  const longer = Math.max(width, height);
  const shorter = Math.min(width, height);
  if (shorter < videoLimits.smallestSide) {
    found.push({ id: 'x_video_too_small', params: { width, height, side: videoLimits.smallestSide } });
  } else if (longer / shorter > videoLimits.aspect) {
    found.push({ id: 'x_video_aspect', params: { width, height, aspect: videoLimits.aspect } });
  }
  if (longer > videoLimits.longerSide || shorter > videoLimits.shorterSide) {
    const params = { width, height, longer: videoLimits.longerSide, shorter: videoLimits.shorterSide };
    found.push({ id: 'x_video_dimensions', severity: 'warning', params });
  }
  return found;
};
