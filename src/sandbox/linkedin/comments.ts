import { z } from 'zod';
import { empty, json, jsonOf } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import type { Caller, Endpoint } from './gate.ts';
import { authorOf } from './people.ts';
import { accessDenied, badRequest, notFound } from './problems.ts';
import { accountOf, writingRefused } from './rights.ts';
import type { Comment } from './state.ts';
import { record } from './world.ts';
import type { LinkedInWorld } from './world.ts';

const createSchema = z.strictObject({
  actor: z.string(),
  object: z.string().optional(),
  message: z.strictObject({ text: z.string().min(1).max(1250), attributes: z.array(z.unknown()).optional() }),
  parentComment: z.string().optional(),
});

const path = '/linkedin/rest/socialActions/:urn/comments';

/** Comments: made, listed, deleted. */
export function commentEndpoints(world: LinkedInWorld): readonly Endpoint[] {
  const writing = { scopes: ['w_member_social', 'w_organization_social'], versioned: true } as const;
  return [
    {
      ...writing,
      method: 'POST',
      path,
      operation: 'comments.create',
      handle: (exchange, caller) => createComment(world, exchange, caller),
    },
    {
      method: 'GET',
      path,
      operation: 'comments.list',
      scopes: ['r_organization_social'],
      versioned: true,
      handle: (exchange, caller) => listComments(world, exchange, caller),
    },
    {
      ...writing,
      method: 'DELETE',
      path: `${path}/:id`,
      operation: 'comments.delete',
      handle: (exchange, caller) => deleteComment(world, exchange, caller),
    },
  ];
}

function createComment(world: LinkedInWorld, exchange: Exchange, caller: Caller): Answer {
  const post = exchange.parameters.urn ?? '';
  const request = createSchema.safeParse(jsonOf(exchange));
  if (!request.success) return badRequest('ILLEGAL_ARGUMENT', z.prettifyError(request.error));
  const { actor, object = post, message } = request.data;
  const refused = writingRefused(caller, actor, 'partnerApiSocialActions.comments.CREATE');
  if (refused !== undefined) return refused;
  if (object !== post) return badRequest('ILLEGAL_ARGUMENT', 'object is not the post of the address');
  if (!world.state.posts.has(post)) return notFound(post);
  const number = world.state.ids.next(world.now());
  const urn = `urn:li:comment:(${post},${number})`;
  record(world, exchange, {
    operation: 'comments.create',
    account: accountOf(actor),
    id: urn,
    text: message.text,
    inReplyTo: post,
    detail: { author: actor, number },
  });
  const comment = world.state.comments.get(urn);
  return json(201, comment === undefined ? {} : commentAnswer(comment), { 'x-restli-id': number });
}

function listComments(world: LinkedInWorld, exchange: Exchange, caller: Caller): Answer {
  const post = world.state.posts.get(exchange.parameters.urn ?? '');
  if (post === undefined) return notFound(exchange.parameters.urn ?? '');
  const author = authorOf(post.author);
  const own = author !== undefined && 'lookedAfterBy' in author && author.lookedAfterBy === caller.member.id;
  if (!own) return accessDenied('partnerApiSocialActions.comments.GET_ALL');
  const start = Number(exchange.query.get('start') ?? 0);
  const count = Number(exchange.query.get('count') ?? 10);
  const comments = world.state.commentsUnder(post.urn);
  return json(200, {
    paging: { start, count, links: [], total: comments.length },
    elements: comments.slice(start, start + count).map(commentAnswer),
  });
}

function commentAnswer(comment: Comment): Record<string, unknown> {
  return {
    $URN: comment.urn,
    commentUrn: comment.urn,
    id: comment.number,
    actor: comment.author,
    object: comment.post,
    message: { attributes: [], text: comment.text },
    created: { actor: comment.author, time: comment.at },
    lastModified: { actor: comment.author, time: comment.at },
  };
}

function deleteComment(world: LinkedInWorld, exchange: Exchange, caller: Caller): Answer {
  const { urn: post = '', id = '' } = exchange.parameters;
  const urn = `urn:li:comment:(${post},${id})`;
  const comment = world.state.comments.get(urn);
  if (comment === undefined) return notFound(urn);
  const refused = writingRefused(caller, comment.author, 'partnerApiSocialActions.comments.DELETE');
  if (refused !== undefined) return refused;
  record(world, exchange, {
    operation: 'comments.delete',
    account: accountOf(comment.author),
    id: urn,
    detail: {},
  });
  return empty(204);
}
