import type { ContentRules } from '../../../../src/engine/platforms/content-rules.ts';
import type { Measurement } from '../../../../src/shared/models/measurement.ts';

const matchesOf = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([found]) => found);

/** Counts UTF-16 units; links are http(s) addresses; NUL is refused, and so is a second cashtag. */
const measureWith =
  (limit: number) =>
  (text: string): Measurement => {
    const cashtags = [...text.matchAll(/\$[A-Z]{2,5}\b/g)];
    const ranges = [
      ...[...text.matchAll(/\0/g)].map(({ index }) => ({
        start: index,
        end: index + 1,
        reason: 'not_allowed' as const,
      })),
      ...cashtags
        .slice(1)
        .map(({ index, 0: tag }) => ({ start: index, end: index + tag.length, reason: 'too_many' as const })),
      ...(text.length > limit ? [{ start: limit, end: text.length, reason: 'over_limit' as const }] : []),
    ];
    return {
      length: text.length,
      limit,
      valid: text.trim() !== '' && ranges.length === 0,
      entities: {
        urls: matchesOf(text, /https?:\/\/[^\s]+/g),
        mentions: matchesOf(text, /@\w+/g),
        hashtags: matchesOf(text, /#[\p{L}\p{N}_]+/gu),
        cashtags: cashtags.map(([tag]) => tag),
      },
      ranges,
    };
  };

/** The rules of a made-up network with a short limit, costly and penalised links, and threads. */
export const plainRules = (changes: Partial<ContentRules> = {}): ContentRules => {
  const limit = changes.limit ?? 200;
  return {
    name: 'Plainnet',
    measure: measureWith(limit),
    limit,
    truncation: null,
    threads: true,
    hashtags: { min: 0, max: 2, hardLimit: null },
    links: { costs: { withLink: 200_000, withoutLink: 15_000 }, penalised: true, clickable: true },
    media: { supported: true, maxItems: 4, required: false, altTextLimit: 1000 },
    title: null,
    seo: { searchedFields: ['text', 'hashtags'], leadWords: 12 },
    ...changes,
  };
};
