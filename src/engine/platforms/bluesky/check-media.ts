import type { MediaFacts, PartProblem } from '../content.ts';
import { imageLimits, mostAltText, videoLimits } from './limits.ts';
import { megabytes } from './megabytes.ts';
import { problem } from './problems.ts';
import type { ProblemId } from './problems.ts';
import { countGraphemes } from './text/graphemes.ts';

/** The rules for the media of one part. Videos need a confirmed e-mail address. */
export const checkMedia = (
  media: readonly MediaFacts[],
  part: number,
  emailConfirmed: boolean,
): readonly PartProblem[] => [
  ...checkMix(media, part),
  ...media.flatMap((medium, index) =>
    findings(medium).map(({ id, severity = 'error', params = {} }) =>
      problem({ id, part, severity, params: { number: index + 1, ...params } }),
    ),
  ),
  ...(media.some(({ kind }) => kind === 'video') && !emailConfirmed
    ? [problem({ id: 'bluesky_video_email', part, severity: 'error' })]
    : []),
];

type Finding = {
  readonly id: ProblemId;
  readonly severity?: PartProblem['severity'];
  readonly params?: PartProblem['params'];
};

const checkMix = (media: readonly MediaFacts[], part: number): readonly PartProblem[] => {
  if (media.length > 1 && media.some(({ kind }) => kind === 'video')) {
    return [problem({ id: 'bluesky_media_mix', part, severity: 'error' })];
  }
  if (media.length <= imageLimits.count) return [];
  const params = { count: media.length, limit: imageLimits.count };
  return [problem({ id: 'bluesky_too_many_images', part, severity: 'error', params })];
};

const findings = (medium: MediaFacts): readonly Finding[] => {
  const length = countGraphemes(medium.altText);
  return [
    ...(medium.kind === 'video' ? videoFindings(medium) : imageFindings(medium)),
    ...(length > mostAltText
      ? [
          {
            id: 'bluesky_alt_text_too_long',
            severity: 'warning',
            params: { length, limit: mostAltText },
          } as const,
        ]
      : []),
  ];
};

const imageFindings = ({ kind, mimeType, bytes }: MediaFacts): readonly Finding[] => {
  const found: Finding[] = [];
  if (!imageLimits.types.some((type) => type === mimeType)) {
    found.push({ id: 'bluesky_image_type', params: { type: mimeType } });
  }
  if (bytes > imageLimits.bytes) {
    found.push({
      id: 'bluesky_image_too_large',
      params: { size: megabytes(bytes), limit: megabytes(imageLimits.bytes) },
    });
  }
  if (kind === 'gif') found.push({ id: 'bluesky_gif_still', severity: 'warning' });
  return found;
};

const videoFindings = ({ mimeType, bytes, durationMs }: MediaFacts): readonly Finding[] => {
  const found: Finding[] = [];
  if (!videoLimits.types.some((type) => type === mimeType)) {
    found.push({ id: 'bluesky_video_type', params: { type: mimeType } });
  }
  if (bytes > videoLimits.bytes) {
    found.push({
      id: 'bluesky_video_too_large',
      params: { size: megabytes(bytes), limit: megabytes(videoLimits.bytes) },
    });
  }
  if (durationMs !== null && durationMs > videoLimits.durationMs) {
    const params = { length: Math.ceil(durationMs / 1_000), limit: videoLimits.durationMs / 1_000 };
    found.push({ id: 'bluesky_video_too_long', params });
  }
  return found;
};
