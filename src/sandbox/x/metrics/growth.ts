import { gathered as gatheredBy } from '../../growth/growth.ts';
import type { Gathered, Growing } from '../../growth/growth.ts';
import { xPeople } from '../people/people.ts';
import type { Post } from '../state.ts';
import { findEntities } from '../text/entities.ts';

/** A post as far as its numbers depend on it: links and hashtags are found as X finds them. */
export function growing(post: Post): Growing {
  const entities = findEntities(post.text);
  return {
    id: post.id,
    text: post.text,
    at: post.at,
    isReply: post.replyTo !== null,
    hasMedia: post.media.length > 0,
    hasLink: entities.some(({ kind }) => kind === 'url'),
    hashtags: entities.filter(({ kind }) => kind === 'hashtag').length,
  };
}

/** What a post has gathered by an instant. */
export function gathered(post: Post, now: number): Gathered {
  return gatheredBy(growing(post), xPeople.known(post.author), now);
}
