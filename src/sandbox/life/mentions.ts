import type { Inhabitant } from '../people/people.ts';
import { fraction, hash32, pick } from '../seeded.ts';
import type { Invented } from './invented.ts';
import { mentionTexts } from './texts.ts';

const dayMs = 86_400_000;

/** Who mentions somebody on a day, counted from 1970: one to four of these, between seven in the morning and eleven. */
export function mentionsOnDay(person: Inhabitant, by: readonly Inhabitant[], day: number): Invented[] {
  const count = 1 + Math.floor(fraction('mentions', person.id, day) * 4);
  return Array.from({ length: count }, (_, index) => {
    const seed = ['mention', person.id, day, index] as const;
    return {
      kind: 'mention',
      author: pick(by, 'who', ...seed),
      about: person,
      at: day * dayMs + Math.floor((7 + 16 * fraction('when', ...seed)) * 3_600_000),
      text: pick(mentionTexts, 'words', ...seed),
      seed: hash32(...seed),
      picture: false,
      replyTo: null,
    };
  });
}
