import type { ImageTarget } from '../image-target.ts';

/** What a post may hold (lexicons `app.bsky.feed.post`, `app.bsky.embed.images`, `app.bsky.embed.video`). */
export const textLimits = { graphemes: 300, bytes: 3_000 } as const;

export const imageLimits = {
  count: 4,
  bytes: 2_000_000,
  types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
} as const;

/**
 * The lexicon takes 300 MB, but what goes to the account's own server as one blob is taken up to 50 MB by Bluesky's
 * servers. Length in milliseconds.
 */
export const videoLimits = { bytes: 50_000_000, durationMs: 180_000, types: ['video/mp4'] } as const;

/** A link card's picture (lexicon `app.bsky.embed.external`). */
export const cardPictureBytes = 1_000_000;

/** What pictures are made to fit: sides as Bluesky's own app sends them, in pixels. */
const pictures: ImageTarget = {
  types: ['image/jpeg', 'image/png', 'image/webp'],
  maxBytes: imageLimits.bytes,
  maxWidth: 4_000,
  maxHeight: 4_000,
};

/** The same for what was chosen: a picture on a link card is smaller. */
export const imageTarget = (isForCard: boolean): ImageTarget =>
  isForCard ? { ...pictures, maxBytes: cardPictureBytes } : pictures;

/** Bluesky's own app takes this many characters of alternative text; the lexicon sets no limit. */
export const mostAltText = 2_000;

/** Languages named with a post. */
export const mostLanguages = 3;

/** The longest hashtag, in graphemes. */
export const longestTag = 64;
