import type { CountingConfiguration } from './counting.ts';
import type { Piece } from './pieces.ts';
import { twitterText } from './twitter-text.ts';

/**
 * Where the first character stands that no longer fits, as UTF-16 offset into the text the piece comes from. `room` is
 * what is left of the limit when the piece begins, in weighted characters.
 */
export const firstOverLimit = (piece: Piece, room: number, counting: CountingConfiguration): number => {
  // twitter-text stops at refused characters; a full-width stop weighs the same and is taken. The line break in front
  // tells 'nothing fits' from 'one character fits', which twitter-text answers alike.
  const countable = `\n${piece.text.replaceAll(/[\uFFFE\uFEFF\uFFFF]/g, '。')}`;
  const { validRangeEnd } = twitterText().parseTweet(countable.normalize('NFC'), {
    ...counting,
    ranges: [...counting.ranges],
    maxWeightedTweetLength: room + 1,
  });
  return piece.start + originalOffset(countable, validRangeEnd + 1) - 1;
};

/** Finds the offset in a text that `normalized` is in its NFC form; letters and their marks stay together. */
const originalOffset = (text: string, normalized: number): number => {
  let original = 0;
  let seen = 0;
  for (const [letter] of text.matchAll(/[\u1100-\u11FF]+|\P{M}\p{M}*|\p{M}+|[^]/gu)) {
    const length = letter.normalize('NFC').length;
    if (seen + length > normalized) return original + (letter.length === length ? normalized - seen : 0);
    seen += length;
    original += letter.length;
  }
  return original;
};
