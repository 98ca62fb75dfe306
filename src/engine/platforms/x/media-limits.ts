import type { ImageTarget } from '../image-target.ts';

const megabyte = 1_000_000;

/** Pictures on one post; a GIF or a video stands alone. */
export const mostImages = 4;
/** The longest alternative text. */
export const mostAltText = 1_000;

export const imageLimits = {
  bytes: 5 * megabyte,
  types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
} as const;

/** Pictures are made to fit: X takes no more than 8,192 pixels a side. */
export const imageTarget: ImageTarget = {
  types: imageLimits.types,
  maxBytes: imageLimits.bytes,
  maxWidth: 8_192,
  maxHeight: 8_192,
};

export const gifLimits = { bytes: 15 * megabyte, width: 1_280, height: 1_080 } as const;

/** `aspect` is the longer side divided by the shorter. Videos of `convertedTypes` are taken and converted. */
export const videoLimits = {
  bytes: 512 * megabyte,
  smallestSide: 32,
  longerSide: 1_280,
  shorterSide: 1_024,
  aspect: 3,
  types: ['video/mp4'],
  convertedTypes: ['video/quicktime', 'video/webm', 'video/mp2t'],
} as const;
