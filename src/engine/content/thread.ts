import type { ContentRules } from '../platforms/content-rules.ts';

/** Cuts after which nothing is lost: what stands between two cuts keeps its own white space. */
const sentencePieces = (text: string): readonly string[] => {
  const pieces: string[] = [];
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    const previous = pieces.at(-1);
    // A segment may end inside an address ('?x=1'); only white space is a border.
    if (previous !== undefined && !/\s$/u.test(previous)) pieces[pieces.length - 1] = previous + segment;
    else pieces.push(segment);
  }
  return pieces;
};

const wordPieces = (text: string): readonly string[] => text.match(/\s*\S+\s*/gu) ?? [];

const letterPieces = (text: string): readonly string[] =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);

const finer: readonly ((text: string) => readonly string[])[] = [sentencePieces, wordPieces, letterPieces];

const fits = (text: string, { measure }: ContentRules): boolean => {
  const { length, limit } = measure(text.trim());
  return length <= limit;
};

/** Fills parts with pieces as far as they go; a piece that is too long by itself is cut more finely. */
const packed = (text: string, rules: ContentRules, level: number): readonly string[] => {
  const cut = finer[level];
  if (cut === undefined) return [text];
  const parts: string[] = [];
  let current = '';
  for (const piece of cut(text)) {
    if (fits(current + piece, rules)) {
      current += piece;
      continue;
    }
    if (current.trim() !== '') parts.push(current);
    if (fits(piece, rules)) {
      current = piece;
      continue;
    }
    const smaller = packed(piece, rules, level + 1);
    parts.push(...smaller.slice(0, -1));
    current = smaller.at(-1) ?? '';
  }
  if (current.trim() !== '') parts.push(current);
  return parts;
};

/**
 * Cuts a text into parts that the network takes, at ends of sentences where it can, else between words, else between
 * letters. No word is added or left out; white space around a cut goes. Null where that gives no valid thread: the
 * network has none, the text fits as it is, or a part holds text that the network refuses.
 */
export const splitIntoThread = (text: string, rules: ContentRules, most = 25): readonly string[] | null => {
  if (!rules.threads || fits(text, rules)) return null;
  const parts = packed(text, rules, 0).map((part) => part.trim());
  const usable =
    parts.length >= 2 && parts.length <= most && parts.every((part) => rules.measure(part).valid);
  return usable ? parts : null;
};
