import { fraction, hash32, pick } from '../../seeded.ts';
import type { Person } from '../people/people.ts';
import { inventedId } from '../snowflake.ts';
import type { Post } from '../state.ts';
import { pastTexts } from './texts.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const daysBack = 60;

/** What somebody posted in the 60 days before an instant: 40 to 60 posts, at good hours more often than at others. */
export function pastOf(person: Person, until: number): Post[] {
  const texts = pastTexts[person.username] ?? [];
  const count = Math.min(texts.length, 40 + (hash32('past', person.id) % 21));
  const lastDay = Math.floor(until / dayMs);
  return texts.slice(0, count).map((text, index) => {
    const seed = ['past', person.id, index] as const;
    const day = lastDay - 1 - Math.floor((index * (daysBack - 1)) / count);
    const local =
      fraction('usual', ...seed) < 0.5
        ? pick(person.goodHours, 'hour', ...seed)
        : 6 + Math.floor(fraction('hour', ...seed) * 17);
    const minute = fraction('minute', ...seed);
    const at = day * dayMs + Math.floor((local - person.utcOffsetHours + minute) * hourMs);
    const id = inventedId(at, hash32(...seed));
    return {
      id,
      author: person.id,
      text,
      at,
      replyTo: null,
      conversation: id,
      media: fraction('picture', ...seed) < 0.3 ? [`scene-${id}`] : [],
      replySettings: null,
      poll: null,
      invented: true,
    };
  });
}
