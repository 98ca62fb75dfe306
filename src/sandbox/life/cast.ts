import type { Growing } from '../growth/growth.ts';
import type { Directory } from '../people/directory.ts';
import type { Inhabitant } from '../people/people.ts';
import type { Invented } from './invented.ts';
import type { Stage } from './life.ts';
import { earlierTexts, pastTexts } from './texts.ts';

/** Who takes part where the practice people themselves write: they, with their texts, and the passers-by. */
export function castOf(
  people: Directory<Inhabitant>,
): Pick<Stage, 'writers' | 'others' | 'texts' | 'earlier'> {
  return {
    writers: people.practicePeople,
    others: people.passersBy,
    texts: ({ username }) => pastTexts[username] ?? [],
    earlier: ({ username }) => earlierTexts[username] ?? [],
  };
}

/** A network on which an answer is a post like others. */
export interface PostsAndAnswers<Post> {
  /** The post with this id. */
  find(id: string): Post | undefined;
  /** What is invented as a post; `target` is what it answers. */
  write(invented: Invented, target: Post | undefined): Post;
  add(post: Post): void;
  growing(post: Post): Growing;
}

/** Puts what is invented on a network on which an answer is a post like others. */
export function puttingPosts<Post>({ find, write, add, growing }: PostsAndAnswers<Post>): Stage['put'] {
  return (invented) => {
    const target = invented.replyTo === null ? undefined : find(invented.replyTo);
    // A reply has nothing to hang on once its post was deleted.
    if (invented.replyTo !== null && target === undefined) return undefined;
    const post = write(invented, target);
    add(post);
    return growing(post);
  };
}
