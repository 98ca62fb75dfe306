import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { risingAt } from '../../life/rising.ts';
import { blueskyPeople, personNamed } from '../people.ts';
import type { Person } from '../people.ts';
import { invalidRequest, isAnswer, problem } from '../problems.ts';
import { uriOf } from '../state.ts';
import type { Post } from '../state.ts';
import type { BlueskyWorld } from '../world.ts';
import { authorView, postView, profileView } from './represent.ts';

/** `com.atproto.identity.resolveHandle`. */
export function resolveHandle({ query }: Exchange): Answer {
  const handle = query.get('handle') ?? '';
  if (!/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/i.test(handle)) {
    return invalidRequest('Error: handle must be a valid handle');
  }
  const person = handle.endsWith('.practice.test') ? personNamed(handle) : undefined;
  return person === undefined
    ? problem(400, 'HandleNotFound', 'Unable to resolve handle')
    : json(200, { did: person.id });
}

/** `app.bsky.actor.getProfile`. */
export function getProfile(world: BlueskyWorld, { query }: Exchange): Answer {
  const person = personNamed(query.get('actor') ?? '');
  return person === undefined ? invalidRequest('Profile not found') : json(200, profileView(world, person));
}

/** `app.bsky.feed.getPosts`: up to 25; those that are gone are left out. */
export function getPosts(world: BlueskyWorld, { query }: Exchange): Answer {
  const uris = query.getAll('uris');
  if (uris.length === 0) return invalidRequest('Error: Params must have the property "uris"');
  if (uris.length > 25) return invalidRequest('Error: uris must not have more than 25 elements');
  const found = uris.map((uri) => world.state.post(uri)).filter((post) => post !== undefined);
  return json(200, { posts: found.map((post) => postView(world, post)) });
}

const filters = [
  'posts_with_replies',
  'posts_no_replies',
  'posts_with_media',
  'posts_and_author_threads',
  'posts_with_video',
];

/** `app.bsky.feed.getAuthorFeed`, which lags behind the repository where a fault says so. */
export function getAuthorFeed(world: BlueskyWorld, exchange: Exchange): Answer {
  const { query } = exchange;
  const person = personNamed(query.get('actor') ?? '');
  if (person === undefined) return invalidRequest('Profile not found');
  const filter = query.get('filter') ?? 'posts_with_replies';
  if (!filters.includes(filter)) return invalidRequest('Error: filter is not one of its values');
  const shown = world.state
    .postsBy(person.id)
    .filter((post) => filter !== 'posts_no_replies' || post.record.reply === undefined);
  const page = pageOf(world, exchange, shown);
  if (isAnswer(page)) return page;
  return json(200, {
    feed: page.items.map((post) => ({ post: postView(world, post) })),
    ...page.next,
  });
}

/** `app.bsky.feed.searchPosts`: all words must be there. */
export function searchPosts(world: BlueskyWorld, exchange: Exchange): Answer {
  const words = (exchange.query.get('q') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return invalidRequest('Error: Params must have the property "q"');
  const found = world.state.posts().filter((post) => {
    const text = post.record.text.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const page = pageOf(world, exchange, found);
  if (isAnswer(page)) return page;
  return json(200, { posts: page.items.map((post) => postView(world, post)), ...page.next });
}

/** `app.bsky.unspecced.getTrends`. */
export function getTrends(world: BlueskyWorld, { query }: Exchange): Answer {
  const limit = Number(query.get('limit') ?? '10');
  if (!Number.isInteger(limit) || limit < 1 || limit > 25)
    return invalidRequest('Error: limit must be an integer from 1 to 25');
  const trends = risingAt('bluesky', world.now()).slice(0, limit);
  return json(200, {
    trends: trends.map(({ name, tag, posts, since }, index) => ({
      topic: tag,
      displayName: name,
      link: `/profile/trending.practice.test/feed/${tag.toLowerCase()}`,
      startedAt: new Date(since).toISOString(),
      postCount: posts[0] + posts[1],
      ...(index === 0 && { status: 'hot' }),
      category: 'other',
      actors: blueskyPeople.passersBy.slice(0, 3).map((person) => authorView(world, person)),
    })),
  });
}

/** `app.bsky.notification.listNotifications`: who mentioned or answered the caller. */
export function listNotifications(world: BlueskyWorld, exchange: Exchange, caller: Person): Answer {
  const wanted = exchange.query.getAll('reasons');
  const about = world.state.posts().filter((post) => {
    const reason = post.author === caller.id ? null : reasonOf(post, caller);
    return reason !== null && (wanted.length === 0 || wanted.includes(reason));
  });
  const page = pageOf(world, exchange, about);
  if (isAnswer(page)) return page;
  return json(200, {
    notifications: page.items.map((post) => {
      const reason = reasonOf(post, caller) ?? 'mention';
      return {
        uri: uriOf(post),
        cid: post.cid,
        author: authorView(world, blueskyPeople.known(post.author)),
        reason,
        ...(reason === 'reply' && { reasonSubject: post.record.reply?.parent.uri }),
        record: post.value,
        isRead: false,
        indexedAt: new Date(post.at).toISOString(),
        labels: [],
      };
    }),
    ...page.next,
  });
}

function reasonOf({ record }: Post, caller: Person): 'reply' | 'quote' | 'mention' | null {
  const own = `at://${caller.id}/`;
  if (record.reply?.parent.uri.startsWith(own) === true) return 'reply';
  if (record.embed?.$type === 'app.bsky.embed.record' && record.embed.record.uri.startsWith(own))
    return 'quote';
  const mentioned = (record.facets ?? [])
    .flatMap(({ features }) => features)
    .some((feature) => feature.$type === 'app.bsky.richtext.facet#mention' && feature.did === caller.id);
  return mentioned ? 'mention' : null;
}

/** One page of posts, newest first; the cursor is the time and the key of the last. */
function pageOf(
  world: BlueskyWorld,
  { query, bend }: Exchange,
  all: readonly Post[],
): { items: readonly Post[]; next: { cursor?: string } } | Answer {
  const limit = Number(query.get('limit') ?? '50');
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    return invalidRequest('Error: limit must be an integer from 1 to 100');
  }
  const cursor = query.get('cursor');
  const until = world.now() - bend.lagListingsMs;
  const shown = all.filter(({ at }) => at <= until);
  const from = cursor === null ? 0 : shown.findIndex((post) => cursorOf(post) === cursor) + 1;
  const items = shown.slice(from, from + limit);
  const last = items.at(-1);
  const isMore = from + limit < shown.length;
  return { items, next: isMore && last !== undefined ? { cursor: cursorOf(last) } : {} };
}

const cursorOf = (post: Post): string => `${new Date(post.at).toISOString()}::${post.key}`;
