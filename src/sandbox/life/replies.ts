import { finalReach, growthEndsMs } from '../growth/growth.ts';
import type { Growing } from '../growth/growth.ts';
import type { Inhabitant } from '../people/people.ts';
import { fraction, hash32, pick } from '../seeded.ts';
import type { Invented } from './invented.ts';
import { answerTexts, replyTexts } from './texts.ts';

/** The replies that a post will get, with their times: more to a question, most of them early. */
export function repliesTo(post: Growing, author: Inhabitant, by: readonly Inhabitant[]): Invented[] {
  const question = post.text.includes('?');
  const rate = (0.0006 + 0.0016 * fraction('replies', post.id)) * (question ? 2.4 : 1);
  const count = Math.min(12, Math.floor(finalReach(post, author) * rate + fraction('one more', post.id)));
  return Array.from({ length: count }, (_, index) => {
    const seed = ['reply', post.id, index] as const;
    const late = fraction('when', ...seed);
    return {
      kind: 'reply',
      author: pick(by, 'who', ...seed),
      about: author,
      at: post.at + 45_000 + Math.floor(growthEndsMs * late ** 4),
      text: pick(question ? answerTexts : replyTexts, 'words', ...seed),
      seed: hash32(...seed),
      picture: false,
      replyTo: post.id,
    };
  });
}
