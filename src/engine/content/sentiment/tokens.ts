import { emojiNames } from './emoji-names.ts';

/** One word or emoticon as VADER sees it; `source` is what stood in the text for it. */
export type Token = { readonly word: string; readonly lower: string; readonly source: string };

const emojiPattern = /\p{Extended_Pictographic}/gu;
const modifiers = /\uFE0F|\p{Emoji_Modifier}/gu;
const punctuation = /[!-/:-@[-`{-~…“”‘]/;

const tokenOf = (word: string, source: string): Token => ({ word, lower: word.toLowerCase(), source });

/** Strips punctuation around a word, but leaves what is then no word of two letters and no longer: it is an emoticon. */
const stripped = (piece: string): string => {
  let start = 0;
  let end = piece.length;
  while (start < end && punctuation.test(piece.charAt(start))) start += 1;
  while (end > start && punctuation.test(piece.charAt(end - 1))) end -= 1;
  const word = piece.slice(start, end);
  return end - start <= 2 && !/^\p{L}{2}$/u.test(word) ? piece : word;
};

/** Splits at white space, names the emoji, and frees words of their punctuation. */
export const tokensOf = (text: string): readonly Token[] => {
  const plain = text.replaceAll('’', "'").replaceAll(modifiers, '');
  const spaced = plain.replaceAll(emojiPattern, (emoji) => (emojiNames.has(emoji) ? ` ${emoji} ` : ' '));
  return spaced
    .split(/\s+/)
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      const name = emojiNames.get(piece);
      if (name !== undefined) return name.split(' ').map((word) => tokenOf(word, piece));
      const word = stripped(piece);
      return [tokenOf(word, word)];
    });
};

/** Whether a word is written in capitals: it has letters, and none is small. */
export const isShouted = (word: string): boolean =>
  word === word.toUpperCase() && word !== word.toLowerCase();
