import type { Measurement, MeasurementRange } from '../../../shared/models/measurement.ts';
import { entitiesOf, writtenEntities } from '../meta/entities.ts';
import { count } from './counting.ts';
import { textLimit } from './limits.ts';

/** Counts a text as Threads does, and lists what it would link and what it would not take. */
export const measure = (text: string): Measurement => {
  const { length, overAt } = count(text, textLimit);
  const entities = entitiesOf(text);
  const notAllowed = [...text.matchAll(/\p{Surrogate}+/gu)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
    reason: 'not_allowed' as const,
  }));
  const ranges: MeasurementRange[] = [...notAllowed];
  if (overAt !== null) ranges.push({ start: overAt, end: text.length, reason: 'over_limit' });
  return {
    length,
    limit: textLimit,
    valid: length > 0 && ranges.length === 0,
    entities: {
      urls: writtenEntities(text, entities, 'url'),
      mentions: writtenEntities(text, entities, 'mention'),
      hashtags: writtenEntities(text, entities, 'hashtag'),
      cashtags: [],
    },
    ...(ranges.length > 0 && { ranges }),
  };
};
