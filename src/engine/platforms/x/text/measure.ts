import type { Measurement, MeasurementRange } from '../../../../shared/models/measurement.ts';
import type { CountingConfiguration } from './counting.ts';
import { entitiesOf } from './entities.ts';
import type { Entity } from './entities.ts';
import { firstOverLimit } from './over-limit.ts';
import { pieces } from './pieces.ts';
import { twitterText } from './twitter-text.ts';

/** Cashtags that one post made through the API may hold (X changelog, 2026). */
const mostCashtags = 1;

/** Non-characters that X refuses, and halves of surrogate pairs, which cannot be sent as text. */
const refused = /[\uFFFE\uFEFF\uFFFF]+|\p{Surrogate}+/gu;

/** Counts a text as X does (twitter-text `parseTweet`) and lists what X would link and what it would not take. */
export const measure = (text: string, counting: CountingConfiguration): Measurement => {
  const limit = counting.maxWeightedTweetLength;
  let length = 0;
  let overLimit: number | null = null;
  for (const piece of pieces(text)) {
    const before = length;
    length += twitterText().parseTweet(piece.text, {
      ...counting,
      ranges: [...counting.ranges],
    }).weightedLength;
    if (length > limit) overLimit ??= firstOverLimit(piece, limit - before, counting);
  }
  const entities = entitiesOf(text);
  const notAllowed = [...text.matchAll(refused)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
    reason: 'not_allowed' as const,
  }));
  const tooMany = entities
    .filter(({ kind }) => kind === 'cashtag')
    .slice(mostCashtags)
    .map(({ start, end }) => ({ start, end, reason: 'too_many' as const }));
  const ranges: MeasurementRange[] = [...notAllowed, ...tooMany];
  if (overLimit !== null) ranges.push({ start: overLimit, end: text.length, reason: 'over_limit' });
  return {
    length,
    limit,
    valid: length > 0 && length <= limit && notAllowed.length === 0,
    entities: {
      urls: written(text, entities, 'url'),
      mentions: written(text, entities, 'mention'),
      hashtags: written(text, entities, 'hashtag'),
      cashtags: written(text, entities, 'cashtag'),
    },
    ...(ranges.length > 0 && { ranges }),
  };
};

const written = (text: string, entities: readonly Entity[], kind: Entity['kind']): string[] =>
  entities.filter((entity) => entity.kind === kind).map(({ start, end }) => text.slice(start, end));
