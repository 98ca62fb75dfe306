import type { Measurement, MeasurementRange } from '../../../shared/models/measurement.ts';
import { entitiesOf, writtenEntities } from '../meta/entities.ts';
import type { Entity } from '../meta/entities.ts';
import { captionLimit, mostHashtags, mostMentions } from './limits.ts';

/**
 * Counts a caption in UTF-16 units. Instagram does not say its unit; this is the largest of those it may mean, short of
 * bytes, so that what fits here fits there.
 */
export const measure = (text: string): Measurement => {
  const entities = entitiesOf(text);
  const ranges: MeasurementRange[] = [
    ...tooMany(entities, 'hashtag', mostHashtags),
    ...tooMany(entities, 'mention', mostMentions),
    ...[...text.matchAll(/\p{Surrogate}+/gu)].map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
      reason: 'not_allowed' as const,
    })),
  ];
  if (text.length > captionLimit)
    ranges.push({ start: captionLimit, end: text.length, reason: 'over_limit' });
  return {
    length: text.length,
    limit: captionLimit,
    valid: text.length <= captionLimit && ranges.length === 0,
    entities: {
      urls: writtenEntities(text, entities, 'url'),
      mentions: writtenEntities(text, entities, 'mention'),
      hashtags: writtenEntities(text, entities, 'hashtag'),
      cashtags: [],
    },
    ...(ranges.length > 0 && { ranges }),
  };
};

const tooMany = (entities: readonly Entity[], kind: Entity['kind'], most: number): MeasurementRange[] =>
  entities
    .filter((entity) => entity.kind === kind)
    .slice(most)
    .map(({ start, end }) => ({ start, end, reason: 'too_many' }));
