import type { Measurement, MeasurementRange } from '../../../../shared/models/measurement.ts';
import { textLimits } from '../limits.ts';
import { countBytes, countGraphemes, firstOver } from './graphemes.ts';
import { partsOf } from './stretches.ts';

/**
 * Counts a text as Bluesky does: graphemes, of which it takes 300, and at most 3,000 bytes of UTF-8 besides, which only
 * texts full of composed emoji reach first. Links count in full.
 */
export const measure = (text: string): Measurement => {
  const length = countGraphemes(text);
  const over = firstOver(text, textLimits);
  const notAllowed = [...text.matchAll(/\p{Surrogate}+/gu)].map(({ index, 0: raw }): MeasurementRange => ({
    start: index,
    end: index + raw.length,
    reason: 'not_allowed',
  }));
  const ranges = [...notAllowed];
  if (over !== null) ranges.push({ start: over, end: text.length, reason: 'over_limit' });
  const parts = partsOf(text);
  const written = (kind: 'link' | 'mention' | 'tag'): string[] =>
    parts.filter((part) => part.kind === kind).map(({ start, end }) => text.slice(start, end));
  return {
    length,
    limit: textLimits.graphemes,
    valid:
      length > 0 &&
      length <= textLimits.graphemes &&
      countBytes(text) <= textLimits.bytes &&
      notAllowed.length === 0,
    entities: {
      urls: written('link'),
      mentions: written('mention'),
      hashtags: written('tag'),
      cashtags: [],
    },
    ...(ranges.length > 0 && { ranges }),
  };
};
