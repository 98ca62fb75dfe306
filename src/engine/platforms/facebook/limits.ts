import type { ImageTarget } from '../image-target.ts';

const megabyte = 1_000_000;
const minuteMs = 60_000;

/** The longest text of a post and of a comment, in characters. */
export const mostText = 63_206;
export const mostComment = 8_000;
/** Text after this is folded behind "see more" in most places. */
export const shownText = 477;
/** More pictures than this may be refused; Meta documents no number. */
export const fineImages = 10;
/** The most pictures that are sent at all. */
export const mostImages = 20;
export const mostAltText = 1_000;
export const mostTitle = 255;

/** Photos (Meta, Page photos): 4 MB documented for long, 10 MB of late. */
export const imageLimits = {
  types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp', 'image/tiff'],
  sureBytes: 4 * megabyte,
  bytes: 10 * megabyte,
};

/** What pictures are made into that Facebook might refuse; it shows them no larger. */
export const imageTarget: ImageTarget = {
  types: ['image/jpeg', 'image/png'],
  maxBytes: imageLimits.sureBytes,
  maxWidth: 4_096,
  maxHeight: 4_096,
};

/** Videos by their form. */
export const videoLimits = {
  types: ['video/mp4', 'video/quicktime'],
  post: { bytes: 10_000 * megabyte, longestMs: 4 * 60 * minuteMs },
  /** Reels (Meta, reels publishing). They travel in one request, so that a size is set. */
  reel: {
    bytes: 1_000 * megabyte,
    shortestMs: 3_000,
    longestMs: 90_000,
    width: 540,
    height: 960,
    frameRate: { least: 24, most: 60 },
  },
  story: { bytes: 1_000 * megabyte, longestMs: 60_000 },
};

/** Native scheduling: 10 minutes to 29 days ahead suit posts and reels; two minutes are for the way there. */
export const nativeSchedule = { leastAheadMs: 12 * minuteMs, mostAheadMs: 29 * 24 * 60 * minuteMs };
