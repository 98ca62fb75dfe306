import { z } from 'zod';
import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { rewritten } from '../life/rewritten.ts';
import { parametersOf } from '../meta/parameters.ts';
import { badParameter, graphError, missingPermission, unknownObject } from '../meta/problems.ts';
import type { Caller, Endpoint } from './gate.ts';
import { representPost } from './represent.ts';
import { accept } from './world.ts';
import type { FacebookWorld } from './world.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** How far ahead a post may be scheduled. */
const leastAheadMs = 10 * minuteMs;
const mostAheadMs = 30 * dayMs;

const truth = z.union([
  z.boolean(),
  z.enum(['true', 'false', '1', '0']).transform((word) => /^[t1]/.test(word)),
]);
const seconds = z.union([z.int(), z.string().regex(/^\d{9,11}$/)]).transform(Number);

/** When a post is to appear, as Graph takes it; both are needed. */
export const schedule = { published: truth.default(true), scheduled_publish_time: seconds.optional() };

const feedBody = z.object({
  ...schedule,
  message: z.string().default(''),
  link: z.string().optional(),
  attached_media: z
    .union([z.array(z.object({ media_fbid: z.string() })), z.string()])
    .transform((given) => (typeof given === 'string' ? [] : given))
    .default([]),
});

/** What makes and ends posts and comments. */
export function writingEndpoints(world: FacebookWorld): readonly Endpoint[] {
  return [
    {
      method: 'POST',
      path: '/:id/feed',
      operation: 'posts.create',
      needs: 'pages_manage_posts',
      handle: (exchange, caller) => createPost(world, exchange, caller),
    },
    {
      method: 'POST',
      path: '/:id/comments',
      operation: 'comments.create',
      needs: 'pages_manage_engagement',
      handle: (exchange, caller) => createComment(world, exchange, caller),
    },
    {
      method: 'DELETE',
      path: '/:id',
      operation: 'posts.delete',
      needs: 'pages_manage_posts',
      handle: (exchange, caller) => remove(world, exchange, caller),
    },
  ];
}

/** Refuses who may not write as the Page in the path; undefined where they may. */
export function refusedWriter(exchange: Exchange, { page, speaksAs }: Caller): Answer | undefined {
  if (speaksAs !== 'page') {
    return graphError({
      status: 403,
      code: 200,
      message:
        '(#200) Posting to a Page needs a Page access token with pages_manage_posts and pages_read_engagement',
    });
  }
  const { id } = exchange.parameters;
  return id === page.id || id === 'me' ? undefined : unknownObject(id ?? '');
}

/** The instant for which a post is scheduled, null for at once, or why it may not be. */
export function scheduledFor(
  world: FacebookWorld,
  given: { readonly published: boolean; readonly scheduled_publish_time?: number | undefined },
): number | null | Answer {
  if (given.scheduled_publish_time === undefined) {
    return given.published ? null : badParameter('Unpublished posts of this kind are not played here');
  }
  if (given.published) return badParameter('You cannot specify a scheduled publish time on a published post');
  const at = given.scheduled_publish_time * 1_000;
  const ahead = at - world.now();
  if (ahead < leastAheadMs || ahead > mostAheadMs)
    return badParameter('The specified scheduled publish time is invalid.', 1_363_045);
  return at;
}

async function createPost(world: FacebookWorld, exchange: Exchange, caller: Caller): Promise<Answer> {
  const refused = refusedWriter(exchange, caller);
  if (refused !== undefined) return refused;
  const read = feedBody.safeParse((await parametersOf(exchange)).values);
  if (!read.success) return badParameter(z.prettifyError(read.error));
  const { message, link = null, attached_media: attached } = read.data;
  const at = scheduledFor(world, read.data);
  if (at !== null && typeof at !== 'number') return at;
  const media = attached.map(({ media_fbid: id }) => id);
  const wrong = refusedContent(world, caller, { message, link, media });
  if (wrong !== undefined) return wrong;
  const { state } = world;
  const id = `${caller.page.id}_${state.nextId()}`;
  accept(world, exchange, {
    operation: 'posts.create',
    account: caller.page.id,
    id,
    text: exchange.bend.rewriteText ? rewritten(message) : message,
    media,
    detail: { kind: 'feed', link, title: null, scheduledFor: at, readyAt: 0, ...sentText(exchange, message) },
  });
  const post = state.post(id);
  return post === undefined
    ? unknownObject(id)
    : json(200, shownAfterWrite(exchange, representPost(world, exchange, post), id));
}

/** What was sent, where something else is shown. */
const sentText = ({ bend }: Exchange, message: string): { sentText: string | null } => ({
  sentText: bend.rewriteText ? message : null,
});

/** A write answers with the id alone, unless fields are asked for. */
const shownAfterWrite = (exchange: Exchange, fields: object, id: string): object =>
  exchange.query.has('fields') ? fields : { id };

function refusedContent(
  { state, now }: FacebookWorld,
  { page }: Caller,
  {
    message,
    link,
    media,
  }: { readonly message: string; readonly link: string | null; readonly media: readonly string[] },
): Answer | undefined {
  if (message.trim() === '' && link === null && media.length === 0)
    return badParameter('Missing message or attachment', 1_349_187);
  if (message.length > 63_206) return badParameter('Your message is too long', 1_349_131);
  if (link !== null && !/^https?:\/\/[^\s/]+\.[^\s]+/.test(link))
    return graphError({ code: 100, subcode: 1_500, message: '(#1500) The url you supplied is invalid' });
  if (link !== null && /^https?:\/\/(?:\w+\.)*facebook\.com\//.test(link)) {
    return badParameter('Links to facebook.com are not taken', 1_609_008);
  }
  for (const id of media) {
    const photo = state.photos.get(id);
    if (photo?.page !== page.id || now() > photo.at + dayMs)
      return badParameter(`Invalid parameter: attached_media ${id}`);
    if (state.isUsed(id)) {
      return graphError({ code: 100, subcode: 1_366_051, message: 'These photos were already posted.' });
    }
  }
  return isRepeated() ? duplicate() : undefined;

  function isRepeated(): boolean {
    const [last] = state.postsBy(page.id).filter((post) => !post.invented && post.scheduledFor === null);
    return (
      last !== undefined &&
      now() - last.at < dayMs &&
      media.length === 0 &&
      last.media.length === 0 &&
      last.link === link &&
      last.text === message
    );
  }
}

const duplicate = (): Answer =>
  graphError({
    code: 506,
    subcode: 1_455_006,
    message: 'Duplicate status message',
    transient: false,
    user: [
      'Duplicate Status Update',
      'This status update is identical to the last one you posted. Try posting something different, or delete your previous update.',
    ],
  });

async function createComment(world: FacebookWorld, exchange: Exchange, caller: Caller): Promise<Answer> {
  if (caller.speaksAs !== 'page') return missingPermission('pages_manage_engagement');
  const { id: on = '' } = exchange.parameters;
  const { state } = world;
  const parent = state.comment(on);
  const post = state.post(parent?.post ?? on);
  if (post === undefined || (post.author !== caller.page.id && post.tags !== caller.page.id))
    return unknownObject(on);
  const { message } = (await parametersOf(exchange)).values;
  if (typeof message !== 'string' || message.trim() === '')
    return badParameter('You must provide a message or an attachment');
  if (message.length > 8_000) return badParameter('Your comment is too long');
  const number = state.nextId();
  const id = `${post.id.split('_').at(-1) ?? ''}_${number}`;
  accept(world, exchange, {
    operation: 'comments.create',
    account: caller.page.id,
    id,
    text: exchange.bend.rewriteText ? rewritten(message) : message,
    inReplyTo: post.id,
    detail: { parent: parent?.id ?? null, ...sentText(exchange, message) },
  });
  const permalink = `${world.origin()}/facebook/${post.author}/posts/${post.id.split('_').at(-1) ?? ''}?comment_id=${number}`;
  return json(200, shownAfterWrite(exchange, { id, permalink_url: permalink }, id));
}

function remove(world: FacebookWorld, exchange: Exchange, { page, speaksAs }: Caller): Answer {
  const { id = '' } = exchange.parameters;
  const { state } = world;
  const owner =
    state.post(id)?.author ?? state.comment(id)?.author ?? state.videos.get(id)?.page ?? undefined;
  if (speaksAs !== 'page' || owner !== page.id) return unknownObject(id);
  const whole = state.post(id)?.id ?? id;
  accept(world, exchange, { operation: 'posts.delete', account: page.id, id: whole, detail: {} });
  return json(200, { success: true });
}
