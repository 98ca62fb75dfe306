import { z } from 'zod';
import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { Caller } from '../api/endpoint.ts';
import { commaList, idSchema, isAnswer, readQuery } from '../api/query.ts';
import { xPeople } from '../people/people.ts';
import { resourceNotFound } from '../problems.ts';
import { compareIds } from '../../snowflake.ts';
import type { Post } from '../state.ts';
import { mentions } from '../text/entities.ts';
import type { XWorld } from '../world.ts';
import { postAnswerAlone, postsAnswer } from './answer.ts';
import { cutPage, pageSize, windowParameters } from './collection.ts';
import { postFieldParameters, wantedFrom } from './fields.ts';

const lookupSchema = z.strictObject({ ids: commaList(idSchema, 100), ...postFieldParameters });
const oneSchema = z.strictObject(postFieldParameters);
const listSchema = z.strictObject({
  ...windowParameters,
  ...postFieldParameters,
  max_results: pageSize,
  exclude: commaList(z.enum(['replies', 'retweets']), 2).optional(),
});
const mentionsSchema = listSchema.omit({ exclude: true });

/** `GET /2/tweets?ids=`: what exists, and a partial error for each that does not. */
export function lookUpPosts(world: XWorld, exchange: Exchange, caller: Caller): Answer {
  const query = readQuery(exchange, lookupSchema);
  if (isAnswer(query)) return query;
  const found: Post[] = [];
  const errors = [];
  for (const id of new Set(query.ids)) {
    const post = world.state.post(id);
    if (post === undefined) errors.push(resourceNotFound('tweet', 'ids', id));
    else found.push(post);
  }
  return postsAnswer(world, caller, wantedFrom(query), found, { errors });
}

/** `GET /2/tweets/:id`: the same for one, which stands in `data` alone. */
export function lookUpPost(world: XWorld, exchange: Exchange, caller: Caller): Answer {
  const query = readQuery(exchange, oneSchema);
  if (isAnswer(query)) return query;
  const id = exchange.parameters.id ?? '';
  const post = world.state.post(id);
  if (post === undefined) return json(200, { errors: [resourceNotFound('tweet', 'id', id)] });
  return postAnswerAlone(world, caller, wantedFrom(query), post);
}

/** `GET /2/users/:id/tweets`: somebody's own posts, newest first, 3,200 at most. */
export function listPosts(world: XWorld, exchange: Exchange, caller: Caller): Answer {
  const query = readQuery(exchange, listSchema);
  if (isAnswer(query)) return query;
  const person = xPeople.byId(exchange.parameters.id ?? '');
  if (person === undefined) return nobody(exchange);
  const posts = world.state
    .postsBy(person.id)
    .filter((post) => !query.exclude?.includes('replies') || post.replyTo === null);
  const page = cutPage(settled(world, exchange, posts), query, 3200);
  if (isAnswer(page)) return page;
  return postsAnswer(world, caller, wantedFrom(query), page.posts, { meta: page.meta });
}

/** `GET /2/users/:id/mentions`: posts of others that mention somebody, newest first, 800 at most. */
export function listMentions(world: XWorld, exchange: Exchange, caller: Caller): Answer {
  const query = readQuery(exchange, mentionsSchema);
  if (isAnswer(query)) return query;
  const person = xPeople.byId(exchange.parameters.id ?? '');
  if (person === undefined) return nobody(exchange);
  const sign = `@${person.username.toLowerCase()}`;
  const posts = newestFirst(world.state.posts()).filter(
    (post) =>
      post.author !== person.id &&
      post.text.toLowerCase().includes(sign) &&
      mentions(post.text, person.username),
  );
  const page = cutPage(settled(world, exchange, posts), query, 800);
  if (isAnswer(page)) return page;
  return postsAnswer(world, caller, wantedFrom(query), page.posts, { meta: page.meta });
}

/** Every post, newest first. */
export function newestFirst(posts: Iterable<Post>): Post[] {
  return [...posts].sort((left, right) => compareIds(right.id, left.id));
}

/** What a listing shows already: under a fault it lags behind. */
export function settled(world: XWorld, exchange: Exchange, posts: readonly Post[]): readonly Post[] {
  const { lagListingsMs } = exchange.bend;
  if (lagListingsMs === 0) return posts;
  const latest = world.now() - lagListingsMs;
  return posts.filter((post) => post.at <= latest);
}

function nobody(exchange: Exchange): Answer {
  return json(200, { errors: [resourceNotFound('user', 'id', exchange.parameters.id ?? '')] });
}
