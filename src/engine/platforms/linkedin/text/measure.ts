import type { Measurement, MeasurementRange } from '../../../../shared/models/measurement.ts';
import { hashtags, links, mentions } from './entities.ts';

/** Halves of surrogate pairs cannot be sent as text. */
const refused = /\p{Surrogate}+/gu;

/** Counts a text as LinkedIn does: in code points, before anything is escaped. */
export const measure = (text: string, limit: number): Measurement => {
  const length = Array.from(text).length;
  const notAllowed = [...text.matchAll(refused)].map(({ index, 0: { length: units } }) => ({
    start: index,
    end: index + units,
    reason: 'not_allowed' as const,
  }));
  const ranges: MeasurementRange[] = [...notAllowed];
  if (length > limit) {
    const start = Array.from(text).slice(0, limit).join('').length;
    ranges.push({ start, end: text.length, reason: 'over_limit' });
  }
  const written = (places: readonly { start: number; end: number }[]): string[] =>
    places.map(({ start, end }) => text.slice(start, end));
  return {
    length,
    limit,
    valid: length > 0 && length <= limit && notAllowed.length === 0,
    entities: {
      urls: written(links(text)),
      mentions: written(mentions(text)),
      hashtags: written(hashtags(text)),
      cashtags: [],
    },
    ...(ranges.length > 0 && { ranges }),
  };
};
