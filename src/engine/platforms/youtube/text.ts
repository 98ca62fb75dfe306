import type { Measurement, MeasurementRange } from '../../../shared/models/measurement.ts';
import type { Stretch, TextTraits } from '../same-text.ts';
import { mostDescriptionBytes, mostHashtags } from './limits.ts';

const url = /\bhttps?:\/\/[^\s<>"]*[^\s<>"'.,;:!?()[\]]/giu;
const hashtag = /(?<![\p{L}\p{N}_&/#])#[\p{L}\p{N}_]+/gu;
const mention = /(?<![\p{L}\p{N}_./])@[\p{L}\p{N}_.·-]*[\p{L}\p{N}_]/gu;

/** Where YouTube sees links, in order. */
export const linksOf = (text: string): readonly Stretch[] => stretches(text, url);

/** What YouTube does to texts: it keeps links as they are. */
export const traits: TextTraits = { linksOf, shorteners: [] };

const stretches = (text: string, pattern: RegExp): readonly Stretch[] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));

/** Bytes of a text in UTF-8; YouTube counts descriptions so. */
export const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

/** Characters of a title or a tag: code points, as an emoji outside of the basic plane is one. */
export const charactersOf = (text: string): number => Array.from(text).length;

/** Counts a description as YouTube does, and lists what it links and what it would not take. */
export const measure = (text: string): Measurement => {
  const length = bytesOf(text);
  const links = linksOf(text);
  const outside = ({ start }: Stretch): boolean =>
    !links.some((link) => start >= link.start && start < link.end);
  const hashtags = stretches(text, hashtag).filter(outside);
  const written = (found: readonly Stretch[]): string[] =>
    found.map(({ start, end }) => text.slice(start, end));
  const notAllowed = stretches(text, /[<>]+/g);
  const ranges: MeasurementRange[] = [
    ...notAllowed.map((stretch) => ({ ...stretch, reason: 'not_allowed' as const })),
    ...hashtags.slice(mostHashtags).map((stretch) => ({ ...stretch, reason: 'too_many' as const })),
  ];
  if (length > mostDescriptionBytes)
    ranges.push({ start: firstBeyond(text, mostDescriptionBytes), end: text.length, reason: 'over_limit' });
  return {
    length,
    limit: mostDescriptionBytes,
    valid: length > 0 && length <= mostDescriptionBytes && notAllowed.length === 0,
    entities: {
      urls: written(links),
      mentions: written(stretches(text, mention).filter(outside)),
      hashtags: written(hashtags),
      cashtags: [],
    },
    ...(ranges.length > 0 && { ranges }),
  };
};

/** Where the first character stands that no longer fits into so many bytes, as UTF-16 offset. */
const firstBeyond = (text: string, bytes: number): number => {
  let taken = 0;
  let at = 0;
  for (const character of text) {
    taken += bytesOf(character);
    if (taken > bytes) return at;
    at += character.length;
  }
  return at;
};
