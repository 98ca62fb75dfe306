import type { ImageTarget } from '../image-target.ts';

/** What Instagram takes (Instagram Platform: content publishing, and the reference of IG User media). */
export const captionLimit = 2_200;
export const mostHashtags = 30;
/** What Instagram itself shows since December 2025; more are taken all the same. */
export const shownHashtags = 5;
export const mostMentions = 20;
export const mostItems = 10;
export const mostAltText = 1_000;
export const mostCollaborators = 3;

const megabyte = 1_000_000;

/** What Instagram keeps of a picture: it scales wider ones down itself. A story is 9:16. */
export const imageTarget: ImageTarget = {
  types: ['image/jpeg'],
  maxBytes: 8 * megabyte,
  maxWidth: 1_440,
  maxHeight: 2_560,
};

export const imageLimits = {
  bytes: 8 * megabyte,
  /** Width divided by height: 4:5 to 1.91:1, and a hundredth for what scaling rounds. */
  narrowest: 0.79,
  flattest: 1.92,
  /** Narrower ones are enlarged to this, in pixels. */
  width: 320,
} as const;

/** What a video may be, by what becomes of it. */
export const videoLimits = {
  reel: { leastSeconds: 3, mostSeconds: 900, bytes: 300 * megabyte },
  story: { leastSeconds: 3, mostSeconds: 60, bytes: 100 * megabyte },
} as const;

export const videoShape = {
  width: 1_920,
  narrowest: 0.01,
  flattest: 10,
  leastFrames: 23,
  mostFrames: 60,
} as const;

export const videoTypes: readonly string[] = ['video/mp4', 'video/quicktime'];
export const pictureCodecs: readonly string[] = ['avc', 'hevc'];
export const soundCodecs: readonly string[] = ['aac'];
