import type { Measurement, MeasurementRange } from '../../../../shared/models/measurement.ts';
import type { ServerLimits } from '../limits.ts';
import { countedText, specialsIn } from './counted.ts';

/** Counts a text by the rules of one server and lists what would be linked. */
export const measure = (
  text: string,
  { characters: limit, perUrl }: Pick<ServerLimits, 'characters' | 'perUrl'>,
): Measurement => {
  const { length, over } = countedText(text, { limit, perUrl });
  const notAllowed = [...text.matchAll(/\p{Surrogate}+/gu)].map(({ index, 0: raw }): MeasurementRange => ({
    start: index,
    end: index + raw.length,
    reason: 'not_allowed',
  }));
  const ranges = [...notAllowed];
  if (over !== null) ranges.push({ start: over, end: text.length, reason: 'over_limit' });
  const specials = specialsIn(text);
  const written = (kind: 'url' | 'mention' | 'hashtag'): string[] =>
    specials.filter((special) => special.kind === kind).map(({ start, end }) => text.slice(start, end));
  return {
    length,
    limit,
    valid: length > 0 && length <= limit && notAllowed.length === 0,
    entities: {
      urls: written('url'),
      mentions: written('mention'),
      hashtags: written('hashtag'),
      cashtags: [],
    },
    ...(ranges.length > 0 && { ranges }),
  };
};
