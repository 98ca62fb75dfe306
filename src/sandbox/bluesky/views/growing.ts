import { gathered } from '../../growth/growth.ts';
import type { Gathered, Growing } from '../../growth/growth.ts';
import { blueskyPeople } from '../people.ts';
import { uriOf } from '../state.ts';
import type { Post } from '../state.ts';

/** A post as far as its numbers depend on it. */
export function growing(post: Post): Growing {
  const features = (post.record.facets ?? []).flatMap((facet) => facet.features);
  const embed = post.record.embed?.$type;
  return {
    id: uriOf(post),
    text: post.record.text,
    at: post.at,
    isReply: post.record.reply !== undefined,
    hasMedia: embed === 'app.bsky.embed.images' || embed === 'app.bsky.embed.video',
    hasLink: features.some(({ $type }) => $type === 'app.bsky.richtext.facet#link'),
    hashtags: features.filter(({ $type }) => $type === 'app.bsky.richtext.facet#tag').length,
  };
}

/** What a post has gathered by an instant. */
export function sumsOf(post: Post, now: number): Gathered {
  return gathered(growing(post), blueskyPeople.known(post.author), now);
}
