import type { Growing } from '../../growth/growth.ts';
import type { Invented } from '../../life/invented.ts';
import { Life } from '../../life/life.ts';
import { castOf, puttingPosts } from '../../life/cast.ts';
import type { Directory } from '../../people/directory.ts';
import type { Inhabitant } from '../../people/people.ts';
import { codeOf } from './store.ts';
import type { ContainerStore, Post } from './store.ts';

/** What a network lets happen by itself. */
export interface LifeOfSite {
  readonly dataDirectory: string;
  readonly network: 'instagram' | 'threads';
  readonly people: Directory<Inhabitant>;
  readonly store: ContainerStore;
  /** Whether there are posts of words alone; else each has a picture, and answers are comments. */
  readonly words: boolean;
  readonly now: number;
}

/** The invented past, mentions and answers of one of the two networks. */
export function lifeOfSite({ dataDirectory, network, people, store, words, now }: LifeOfSite): Life {
  return new Life(
    {
      dataDirectory,
      network,
      ...castOf(people),
      mentions: words,
      put: puttingPosts({
        find: (id) => store.post(id),
        write: (invented) => postOf(invented, words),
        add: (post) => store.add(post),
        growing: growingOf,
      }),
      forgetInvented: () => store.forgetInvented(),
    },
    now,
  );
}

function postOf(invented: Invented, words: boolean): Post {
  const { at, seed, replyTo, text, author, about, picture } = invented;
  const id = `18${String(Math.floor(at / 1000)).padStart(10, '0')}${String(seed % 100_000).padStart(5, '0')}`;
  const hasPicture = replyTo === null && (picture || !words);
  const plain = words || replyTo === null ? 'TEXT' : 'COMMENT';
  return {
    id,
    code: codeOf(id),
    author: author.id,
    text: text.replace('{name}', `@${about.username}`),
    at,
    replyTo,
    kind: hasPicture ? 'IMAGE' : plain,
    media: hasPicture ? [`scene-${id}`] : [],
    fields: {},
    invented: true,
  };
}

/** A post as far as its numbers depend on it. */
export function growingOf(post: Post): Growing {
  return {
    id: post.id,
    text: post.text,
    at: post.at,
    isReply: post.replyTo !== null,
    hasMedia: post.media.length > 0,
    hasLink: /https?:\/\//.test(post.text),
    hashtags: post.text.match(/#[\p{L}\p{N}_]+/gu)?.length ?? 0,
  };
}
