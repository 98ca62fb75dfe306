import type { Measurement } from '../../shared/models/measurement.ts';
import { calmed } from './capitals.ts';
import { sentencesOf } from './readability/sentences.ts';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

/** Takes spaces away that an edit left: before punctuation, doubled, at line ends; and more than one blank line. */
export const tidied = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/[ \t]{2,}/g, ' ').trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

/** A whole hashtag: not the start of a longer one. */
const tagPattern = (tag: string): RegExp => new RegExp(`${escaped(tag)}(?![\\p{L}\\p{M}\\p{N}_])`, 'u');

/** Replaces the first standing of a hashtag. */
export const withHashtag = (text: string, tag: string, replacement: string): string =>
  text.replace(tagPattern(tag), () => replacement);

/** Takes a hashtag out of the row at the end; in a sentence only its sign goes, so that the sentence stays whole. */
export const withoutHashtag = (text: string, tag: string): string => {
  const found = tagPattern(tag).exec(text);
  if (found === null) return text;
  const after = text.slice(found.index + tag.length);
  const inRow = after.split(/\s+/).every((word) => word === '' || /^[#＃]|^https?:/iu.test(word));
  return tidied(text.slice(0, found.index) + (inRow ? '' : tag.slice(1)) + after);
};

/**
 * Takes the text's only link out of the end of a line, where no sentence needs it. Null where there is another number
 * of links, the link stands inside a sentence, or nothing else would be left.
 */
export const withoutLink = (
  text: string,
  { entities }: Measurement,
): { text: string; link: string } | null => {
  const [link] = entities.urls;
  if (link === undefined || entities.urls.length !== 1) return null;
  const start = text.indexOf(link);
  if (start === -1 || text.includes(link, start + link.length)) return null;
  const after = text.slice(start + link.length);
  if (!/^[ \t]*(?:$|\n|[#＃])/u.test(after)) return null;
  const before = text.slice(0, start);
  if (/\b(?:at|on|to|from|via|with|see|visit|in|by|and|or)\s*$/iu.test(before)) return null;
  const rest = tidied(
    `${before
      .trimEnd()
      .replace(/[:→\-–—>👉]+$/u, '')
      .trimEnd()}${after.startsWith('\n') ? '' : ' '}${after}`,
  );
  return rest === '' ? null : { text: rest, link };
};

/** Takes out the stretches that the network refuses. */
export const withoutRefused = (text: string, { ranges = [] }: Measurement): string => {
  const refused = ranges.filter(({ reason }) => reason === 'not_allowed').sort((a, b) => b.start - a.start);
  return refused.reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
};

/** Takes back shouting, leaving links, names and tags alone. */
export const withoutShouting = (text: string, { entities }: Measurement): string =>
  calmed(text, [...entities.urls, ...entities.mentions, ...entities.hashtags, ...entities.cashtags]);

/** One exclamation mark for a row of them. */
export const withoutExclamationRows = (text: string): string => text.replaceAll(/!{2,}/g, '!');

/** The first sentence on a line of its own with a blank line after it; the same text where there is but one. */
export const withOpeningApart = (text: string): string => {
  const [first] = sentencesOf(text.split('\n')[0] ?? '');
  if (first === undefined) return text;
  const at = text.indexOf(first);
  const rest = text.slice(at + first.length);
  return at === -1 || rest.trim() === '' || !/^\s/u.test(rest)
    ? text
    : `${text.slice(0, at + first.length)}\n\n${rest.trimStart()}`;
};
