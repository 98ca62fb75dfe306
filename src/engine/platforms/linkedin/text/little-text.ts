import { hashtags, mentions } from './entities.ts';

/** What stands for something else in LinkedIn's `little text` (Posts API: little text format). */
const reserved = /[\\|{}@[\]()<>#*_~]/g;

/**
 * A text as LinkedIn's Posts API takes it. Reserved characters are escaped, since the API cuts a text at the first that
 * is not; mentions `@[Name](urn:li:…)` stay mentions, and hashtags become hashtags.
 */
export const littleTextOf = (text: string): string => {
  const kept = [
    ...mentions(text).map(({ start, end, name, urn }) => ({
      start,
      end,
      written: `@[${escaped(name)}](${urn})`,
    })),
    ...hashtags(text).map(({ start, end, tag }) => ({
      start,
      end,
      written: `{hashtag|\\#|${escaped(tag)}}`,
    })),
  ].sort((one, other) => one.start - other.start);
  let written = '';
  let at = 0;
  for (const piece of kept) {
    written += escaped(text.slice(at, piece.start)) + piece.written;
    at = piece.end;
  }
  return written + escaped(text.slice(at));
};

/** The text that somebody wrote, from LinkedIn's. */
export const plainTextOf = (little: string): string =>
  little
    .replaceAll(/\{hashtag\|\\?[#＃]\|((?:[^\\|{}]|\\.)*)\}/g, (_, tag: string) => `#${tag}`)
    .replaceAll(/\\([\\|{}@[\]()<>#*_~])/g, '$1');

const escaped = (text: string): string => text.replaceAll(reserved, String.raw`\$&`);
