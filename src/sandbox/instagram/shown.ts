import { followersAt } from '../growth/followers.ts';
import { gathered } from '../growth/growth.ts';
import { growingOf } from '../meta/containers/life.ts';
import { graphTime } from '../meta/containers/shown.ts';
import type { Shown } from '../meta/containers/shown.ts';
import type { ContainerSite } from '../meta/containers/site.ts';
import type { Container, Post } from '../meta/containers/store.ts';
import { avatarPath } from '../people/avatar.ts';
import type { Inhabitant } from '../people/people.ts';
import { accountTypeOf } from './people.ts';

/** Whether a post is in the list of media: stories have one of their own, comments none. */
export function isMedium({ kind }: Post): boolean {
  return kind !== 'COMMENT' && kind !== 'STORIES';
}

/** The product that a post belongs to, by which its insights differ. */
export function productOf({ kind }: Post): 'FEED' | 'REELS' | 'STORY' {
  if (kind === 'REELS') return 'REELS';
  return kind === 'STORIES' ? 'STORY' : 'FEED';
}

/** Comments under a post that were there by now. */
export function commentsUnder({ store, now }: ContainerSite, id: string): readonly Post[] {
  return store.posts((post) => post.replyTo === id && post.at <= now());
}

/** A post as Graph shows it. */
export function shownMedium(site: ContainerSite, post: Post): Shown {
  const author = site.people.known(post.author);
  const { likes } = gathered(growingOf(post), author, site.now());
  const isStory = post.kind === 'STORIES';
  const path = isStory
    ? `stories/${author.username}/${post.id}`
    : `${post.kind === 'REELS' ? 'reel' : 'p'}/${post.code}`;
  const isVideo = post.kind === 'REELS' || post.fields.video_url !== undefined;
  return {
    id: post.id,
    caption: post.text === '' ? undefined : post.text,
    permalink: `${site.baseUrl()}/instagram/${path}/`,
    shortcode: post.code,
    timestamp: graphTime(post.at),
    media_type: post.kind === 'CAROUSEL' ? 'CAROUSEL_ALBUM' : isVideo ? 'VIDEO' : 'IMAGE',
    media_product_type: productOf(post),
    username: author.username,
    like_count: likes,
    comments_count: commentsUnder(site, post.id).length,
    children: post.kind === 'CAROUSEL' ? { data: post.media.map((id) => ({ id })) } : undefined,
  };
}

/** A comment as Graph shows it, with the answers to it. */
export function shownComment(site: ContainerSite, post: Post): Shown {
  const answers = commentsUnder(site, post.id);
  return {
    id: post.id,
    text: post.text,
    timestamp: graphTime(post.at),
    username: site.people.known(post.author).username,
    like_count: 0,
    replies: answers.length === 0 ? undefined : { data: answers.map((answer) => shownComment(site, answer)) },
  };
}

/** A container as Graph shows it. */
export function shownContainer({ store, now }: ContainerSite, container: Container): Shown {
  const state = store.stateOf(container, now());
  const words = {
    FINISHED: 'Finished: Media has been uploaded and it is ready to be published.',
    IN_PROGRESS: 'In Progress: Media is still being processed.',
    PUBLISHED: 'Published: Media has been published.',
    EXPIRED: 'Expired: Media was not published within 24 hours.',
    ERROR: container.failure ?? 'Error',
  } as const;
  return { id: container.id, status_code: state, status: words[state] };
}

/** An account as it sees itself. */
export function shownAccount(site: ContainerSite, person: Inhabitant): Shown {
  return {
    id: `9${person.id.slice(1)}`,
    user_id: person.id,
    username: person.username,
    name: person.name,
    account_type: accountTypeOf(person),
    profile_picture_url: `${site.baseUrl()}${avatarPath(person)}`,
    followers_count: followersAt(person, site.now()),
    follows_count: person.following,
    media_count: site.store.posts((post) => post.author === person.id && isMedium(post)).length,
  };
}
