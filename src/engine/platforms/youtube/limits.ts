import type { ImageTarget } from '../image-target.ts';

/** Characters of a title. */
export const mostTitle = 100;
/** Bytes of a description in UTF-8. */
export const mostDescriptionBytes = 5_000;
/** Characters of all tags with what joins them. */
export const mostTags = 500;
/** Characters of a comment. */
export const mostComment = 10_000;
/** With more hashtags than these YouTube shows none of them. */
export const mostHashtags = 60;

const gigabyte = 1_000_000_000;

export const videoLimits = {
  bytes: 256 * gigabyte,
  durationMs: 12 * 3_600_000,
  /** For channels whose owner has not confirmed a phone number. */
  unverifiedMs: 15 * 60_000,
  /** Upright and square videos up to this length become Shorts. */
  shortMs: 3 * 60_000,
} as const;

export const thumbnailLimits = { bytes: 2_000_000, types: ['image/jpeg', 'image/png'] } as const;

/** Containers and pictures count differently; `<` and `>` are taken nowhere. */
export const refusedCharacters = /[<>]/;

/** What a thumbnail is made into that YouTube would refuse; it shows them no larger. */
export const thumbnailTarget: ImageTarget = {
  types: thumbnailLimits.types,
  maxBytes: thumbnailLimits.bytes,
  maxWidth: 3_840,
  maxHeight: 2_160,
};
