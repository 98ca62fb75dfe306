import type { ImageTarget } from '../image-target.ts';

/** What Threads takes (Threads API: overview, posts). */
export const textLimit = 500;
/** Different links in text and attachment together, since 2025-12-22. */
export const mostLinks = 5;
export const mostItems = 20;
export const mostAltText = 1_000;
export const topicLimit = 50;

const megabyte = 1_000_000;

/** What Threads keeps of a picture: it scales wider ones down itself. */
export const imageTarget: ImageTarget = {
  types: ['image/jpeg', 'image/png'],
  maxBytes: 8 * megabyte,
  maxWidth: 1_440,
  maxHeight: 14_400,
};

export const imageLimits = {
  types: ['image/jpeg', 'image/png'] as readonly string[],
  bytes: 8 * megabyte,
  /** The longer side divided by the shorter. */
  longest: 10,
  /** Narrower ones are enlarged to this, in pixels. */
  width: 320,
} as const;

export const videoLimits = {
  types: ['video/mp4', 'video/quicktime'] as readonly string[],
  pictureCodecs: ['avc', 'hevc'] as readonly string[],
  soundCodecs: ['aac'] as readonly string[],
  bytes: 1_000 * megabyte,
  seconds: 300,
  width: 1_920,
  leastFrames: 23,
  mostFrames: 60,
} as const;
