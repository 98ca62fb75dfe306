import { json } from '../../exchange.ts';
import type { Answer } from '../../exchange.ts';
import type { Caller } from '../api/endpoint.ts';
import { mediaAnswer } from '../media/represent.ts';
import { xPeople } from '../people/people.ts';
import type { Person } from '../people/people.ts';
import { personAnswer } from '../people/represent.ts';
import type { PartialError } from '../problems.ts';
import type { Post } from '../state.ts';
import { findEntities } from '../text/entities.ts';
import type { XWorld } from '../world.ts';
import type { Wanted } from './fields.ts';
import { isPartialError, postAnswer } from './represent.ts';

/** What X says about posts besides the posts. */
interface Beside {
  readonly includes?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly PartialError[];
  readonly meta?: object;
}

/** Answers posts as X does: `data` only when there is any, partial errors beside it, `includes` for what was expanded. */
export function postsAnswer(
  world: XWorld,
  caller: Caller,
  wanted: Wanted,
  posts: readonly Post[],
  extra: { readonly meta?: object; readonly errors?: readonly PartialError[] },
): Answer {
  const { data, beside } = gatherPosts(world, caller, wanted, posts, extra);
  return json(200, { ...(data.length > 0 && { data }), ...beside });
}

/** The same for one post, which stands in `data` alone. */
export function postAnswerAlone(world: XWorld, caller: Caller, wanted: Wanted, post: Post): Answer {
  const { data, beside } = gatherPosts(world, caller, wanted, [post], {});
  return json(200, { ...(data[0] && { data: data[0] }), ...beside });
}

function gatherPosts(
  world: XWorld,
  caller: Caller,
  wanted: Wanted,
  posts: readonly Post[],
  extra: { readonly meta?: object; readonly errors?: readonly PartialError[] },
): { readonly data: readonly Record<string, unknown>[]; readonly beside: Beside } {
  const reader = { state: world.state, now: world.now(), account: caller.person?.id ?? null, wanted };
  const answers = posts.map((post) => postAnswer(reader, post));
  const shown = answers.filter((answer) => !isPartialError(answer));
  const errors = [...(extra.errors ?? []), ...answers.filter(isPartialError)];
  const visible = posts.filter((_, index) => !isPartialError(answers[index] ?? {}));
  const includes = included(world, caller, wanted, visible);
  world.credits.read(shown.length);
  const beside = {
    ...(Object.keys(includes).length > 0 && { includes }),
    ...(errors.length > 0 && { errors }),
    ...(extra.meta && { meta: extra.meta }),
  };
  return { data: shown, beside };
}

function included(
  world: XWorld,
  caller: Caller,
  wanted: Wanted,
  posts: readonly Post[],
): Record<string, unknown> {
  const { expansions } = wanted;
  const people = new Set<Person>();
  const media = new Set<string>();
  const referenced = new Set<Post>();
  for (const post of posts) {
    const target = post.replyTo === null ? undefined : world.state.post(post.replyTo);
    if (expansions.has('author_id')) people.add(xPeople.known(post.author));
    if (expansions.has('in_reply_to_user_id') && target) people.add(xPeople.known(target.author));
    if (expansions.has('entities.mentions.username'))
      for (const person of mentioned(post)) people.add(person);
    if (expansions.has('attachments.media_keys')) for (const id of post.media) media.add(id);
    if (expansions.has('referenced_tweets') && target) referenced.add(target);
    if (expansions.has('referenced_tweets.id.author_id') && target) people.add(xPeople.known(target.author));
  }
  const reader = { state: world.state, now: world.now(), account: caller.person?.id ?? null, wanted };
  const tweets = [...referenced]
    .map((post) => postAnswer(reader, post))
    .filter((post) => !isPartialError(post));
  return {
    ...(people.size > 0 && { users: [...people].map((person) => portrait(world, caller, wanted, person)) }),
    ...(media.size > 0 && {
      media: [...media].map((id) => mediaAnswer(world.state, id, wanted.media, world.baseUrl())),
    }),
    ...(tweets.length > 0 && { [wanted.newNames ? 'posts' : 'tweets']: tweets }),
  };
}

function mentioned(post: Post): Person[] {
  return findEntities(post.text).flatMap(({ kind, value }) => {
    const person = kind === 'mention' ? xPeople.byUsername(value) : undefined;
    return person === undefined ? [] : [person];
  });
}

/** A person with what was asked for. */
export function portrait(
  world: XWorld,
  caller: Caller,
  wanted: Wanted,
  person: Person,
): Record<string, unknown> {
  return personAnswer(person, wanted.user, {
    now: world.now(),
    baseUrl: world.baseUrl(),
    posts: world.state.writtenBy(person.id).length,
    own: caller.person?.id === person.id,
    newNames: wanted.newNames,
  });
}
