import { gathered as gatheredBy } from '../../growth/growth.ts';
import type { Gathered, Growing } from '../../growth/growth.ts';
import { tiktokPeople } from '../people/people.ts';
import type { Post } from '../state.ts';

/** A post as far as its numbers depend on it. */
export function growing(post: Post): Growing {
  return {
    id: post.id,
    text: post.text,
    at: post.at,
    isReply: false,
    hasMedia: true,
    hasLink: false,
    hashtags: (post.text.match(/#\w/g) ?? []).length,
  };
}

/** What a post has gathered by an instant. */
export function gathered(post: Post, now: number): Gathered {
  return gatheredBy(growing(post), tiktokPeople.known(post.author), now);
}
