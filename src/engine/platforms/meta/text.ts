import type { Measurement, MeasurementRange } from '../../../shared/models/measurement.ts';
import type { Stretch, TextTraits } from '../same-text.ts';

/** Links as Meta's apps mark them: with a scheme, or beginning with `www.`; closing punctuation belongs to the sentence. */
const link = /\b(?:https?:\/\/|www\.)[^\s<>"“”]+/giu;
const closing = /[.,;:!?…'’)\]}]+$/u;
const hashtag = /(?<![\p{L}\p{N}_&/#])#(?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{N}_]+/gu;
const mention = /(?<![\p{L}\p{N}_.@/])@[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,48}[A-Za-z0-9_])?/gu;

/** Where links are in a text. A bracket that was opened in a link is not punctuation after it. */
export const linksOf = (text: string): readonly Stretch[] =>
  [...text.matchAll(link)].map(({ index, 0: found }) => {
    const cut = found.replace(closing, (end) => (end.startsWith(')') && found.includes('(') ? ')' : ''));
    return { start: index, end: index + cut.length };
  });

/** What Meta's apps do to texts: they leave them as they are. */
export const traits: TextTraits = { linksOf, shorteners: [] };

/**
 * Counts a text in characters (Unicode code points) against a limit, and lists what Meta's apps would link. `most`: how many
 * hashtags and mentions are taken, where there is a number; those beyond are marked.
 */
export const measureText = (
  text: string,
  limit: number,
  most: { readonly hashtags?: number; readonly mentions?: number } = {},
): Measurement => {
  const characters = Array.from(text);
  const links = linksOf(text);
  const outside = (stretch: Stretch): boolean =>
    !links.some(({ start, end }) => stretch.start >= start && stretch.end <= end);
  const found = (pattern: RegExp): readonly Stretch[] =>
    [...text.matchAll(pattern)]
      .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
      .filter(outside);
  const hashtags = found(hashtag);
  const mentions = found(mention);
  const ranges: MeasurementRange[] = [
    ...hashtags.slice(most.hashtags ?? hashtags.length),
    ...mentions.slice(most.mentions ?? mentions.length),
  ].map((stretch) => ({ ...stretch, reason: 'too_many' }));
  const fitting = ranges.length === 0;
  if (characters.length > limit) {
    const start = characters.slice(0, limit).join('').length;
    ranges.push({ start, end: text.length, reason: 'over_limit' });
  }
  const written = (stretches: readonly Stretch[]): string[] =>
    stretches.map(({ start, end }) => text.slice(start, end));
  return {
    length: characters.length,
    limit,
    valid: characters.length > 0 && characters.length <= limit && fitting,
    entities: {
      urls: written(links),
      mentions: written(mentions),
      hashtags: written(hashtags),
      cashtags: [],
    },
    ...(ranges.length > 0 && { ranges }),
  };
};
