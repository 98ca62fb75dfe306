import { fraction, hash32, pick } from '../../seeded.ts';
import { finalReach, growthEndsMs } from '../metrics/growth.ts';
import { knownPerson, passersBy, practicePeople } from '../people/people.ts';
import { inventedId } from '../snowflake.ts';
import type { Post } from '../state.ts';
import { answerTexts, replyTexts } from './texts.ts';

/** The replies that a post of a practice person will get, with their times: more to a question, most of them early. */
export function repliesTo(post: Post): Post[] {
  if (!practicePeople.some(({ id }) => id === post.author)) return [];
  const question = post.text.includes('?');
  const rate = (0.0006 + 0.0016 * fraction('replies', post.id)) * (question ? 2.4 : 1);
  const count = Math.min(12, Math.floor(finalReach(post) * rate + fraction('one more', post.id)));
  const author = knownPerson(post.author);
  return Array.from({ length: count }, (_, index) => {
    const seed = ['reply', post.id, index] as const;
    const late = fraction('when', ...seed);
    const at = post.at + 45_000 + Math.floor(growthEndsMs * late ** 4);
    const words = pick(question ? answerTexts : replyTexts, 'words', ...seed);
    return {
      id: inventedId(at, hash32(...seed)),
      author: pick(passersBy, 'who', ...seed).id,
      text: `@${author.username} ${words}`,
      at,
      replyTo: post.id,
      conversation: post.conversation,
      media: [],
      replySettings: null,
      poll: null,
      invented: true,
    };
  });
}
