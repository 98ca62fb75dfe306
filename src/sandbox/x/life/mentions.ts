import { fraction, hash32, pick } from '../../seeded.ts';
import { passersBy } from '../people/people.ts';
import type { Person } from '../people/people.ts';
import { inventedId } from '../snowflake.ts';
import type { Post } from '../state.ts';
import { mentionTexts } from './texts.ts';

const dayMs = 86_400_000;

/** Who mentions somebody on a day, counted from 1970: one to four passers-by, between seven in the morning and eleven. */
export function mentionsOnDay(person: Person, day: number): Post[] {
  const count = 1 + Math.floor(fraction('mentions', person.id, day) * 4);
  return Array.from({ length: count }, (_, index) => {
    const seed = ['mention', person.id, day, index] as const;
    const author = pick(passersBy, 'who', ...seed);
    const at = day * dayMs + Math.floor((7 + 16 * fraction('when', ...seed)) * 3_600_000);
    const id = inventedId(at, hash32(...seed));
    return {
      id,
      author: author.id,
      text: pick(mentionTexts, 'words', ...seed).replace('{name}', `@${person.username}`),
      at,
      replyTo: null,
      conversation: id,
      media: [],
      replySettings: null,
      poll: null,
      invented: true,
    };
  });
}
