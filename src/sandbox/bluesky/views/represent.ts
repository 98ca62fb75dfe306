import { followersAt } from '../../growth/followers.ts';
import { avatarPath } from '../../people/avatar.ts';
import { blueskyPeople } from '../people.ts';
import type { Person } from '../people.ts';
import { uriOf } from '../state.ts';
import type { Post } from '../state.ts';
import type { BlueskyWorld } from '../world.ts';
import { sumsOf } from './growing.ts';

/** Somebody in a list (`app.bsky.actor.defs#profileViewBasic`). */
export function authorView(world: BlueskyWorld, person: Person): Record<string, unknown> {
  return {
    did: person.id,
    handle: person.handle,
    displayName: person.name,
    avatar: new URL(avatarPath(person).replace('_normal', ''), world.origin()).href,
    labels: [],
    createdAt: new Date(person.joinedAt).toISOString(),
  };
}

/** Somebody in full (`#profileViewDetailed`). */
export function profileView(world: BlueskyWorld, person: Person): Record<string, unknown> {
  return {
    ...authorView(world, person),
    description: person.about,
    followersCount: followersAt(person, world.now()),
    followsCount: person.following,
    postsCount: world.state.postsBy(person.id).length,
  };
}

/** A post with its numbers (`app.bsky.feed.defs#postView`). */
export function postView(world: BlueskyWorld, post: Post): Record<string, unknown> {
  const now = world.now();
  const sums = sumsOf(post, now);
  return {
    uri: uriOf(post),
    cid: post.cid,
    author: authorView(world, blueskyPeople.known(post.author)),
    record: post.value,
    replyCount: world.state.repliesUntil(uriOf(post), now),
    repostCount: sums.reposts,
    likeCount: sums.likes,
    quoteCount: sums.quotes,
    bookmarkCount: sums.bookmarks,
    indexedAt: new Date(post.at).toISOString(),
    labels: [],
  };
}
