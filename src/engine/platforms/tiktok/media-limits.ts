import type { ImageTarget } from '../image-target.ts';

/** What TikTok takes as a video (Media Transfer Guide). */
export const videoLimits = {
  bytes: 4_000_000_000,
  types: ['video/mp4', 'video/quicktime', 'video/webm'],
  codecs: ['avc', 'hevc', 'vp8', 'vp9'],
  smallestSide: 360,
  longestSide: 4_096,
  slowest: 23,
  fastest: 60,
  /** By API; a creator may have less (`max_video_post_duration_sec`). */
  longestSeconds: 600,
} as const;

/** What TikTok takes as photos. `shorterSide`: 1080p. */
export const photoLimits = {
  count: 35,
  bytes: 20_000_000,
  types: ['image/jpeg', 'image/webp'],
  longerSide: 1_920,
  shorterSide: 1_080,
} as const;

/** Photos are made to fit, as they are held on a phone. */
export const imageTarget: ImageTarget = {
  types: photoLimits.types,
  maxBytes: photoLimits.bytes,
  maxWidth: photoLimits.shorterSide,
  maxHeight: photoLimits.longerSide,
};

/** In UTF-16 units, which TikTok's pages call runes. */
export const textLimits = { caption: 2_200, photoTitle: 90, photoDescription: 4_000 } as const;
