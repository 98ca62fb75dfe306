import type { ImageTarget } from '../image-target.ts';

const megabyte = 1_000_000;

/** The longest post and the longest comment, in code points. */
export const mostText = 3_000;
export const mostComment = 1_250;
/** LinkedIn folds a post behind 'see more' about here. */
export const foldedAfter = 210;
/** Pictures in one post. */
export const mostImages = 20;
/** The longest alternative text, in UTF-16 units. */
export const mostAltText = 4_086;
/** The longest title and description of a link's card. */
export const mostLinkTitle = 400;
export const mostLinkDescription = 4_086;

export const imageLimits = {
  types: ['image/jpeg', 'image/png', 'image/gif'],
  pixels: 36_152_320,
} as const;

/** Pictures are made to fit: the square within the most pixels. */
export const imageTarget: ImageTarget = {
  types: imageLimits.types,
  maxBytes: 20 * megabyte,
  maxWidth: 6_000,
  maxHeight: 6_000,
};

export const videoLimits = {
  types: ['video/mp4'],
  leastBytes: 75_000,
  mostBytes: 500 * megabyte,
  shortestMs: 3_000,
  longestMs: 30 * 60_000,
} as const;
