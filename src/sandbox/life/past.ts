import type { Inhabitant } from '../people/people.ts';
import { fraction, hash32, pick } from '../seeded.ts';
import type { Invented } from './invented.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const daysBack = 60;

/**
 * What somebody posted in the 60 days before an instant, from texts that are newest first: 40 to 60 posts, at good hours
 * more often than at others. What is `earlier` went out before, as often.
 */
export function pastOf(
  person: Inhabitant,
  texts: readonly string[],
  earlier: readonly string[],
  until: number,
): Invented[] {
  const count = Math.min(texts.length, 40 + (hash32('past', person.id) % 21));
  const lastDay = Math.floor(until / dayMs);
  return [...texts.slice(0, count), ...earlier].map((text, index) => {
    const seed = ['past', person.id, index] as const;
    const day = lastDay - 1 - Math.floor((index * (daysBack - 1)) / count);
    const local =
      fraction('usual', ...seed) < 0.5
        ? pick(person.goodHours, 'hour', ...seed)
        : 6 + Math.floor(fraction('hour', ...seed) * 17);
    const minute = fraction('minute', ...seed);
    return {
      kind: 'past',
      author: person,
      about: person,
      at: day * dayMs + Math.floor((local - person.utcOffsetHours + minute) * hourMs),
      text,
      seed: hash32(...seed),
      picture: fraction('picture', ...seed) < 0.3,
      replyTo: null,
    };
  });
}
