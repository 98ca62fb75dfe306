import { z } from 'zod';
import { empty, json, jsonOf } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { rewritten } from '../life/rewritten.ts';
import type { Caller, Endpoint } from './gate.ts';
import { shownText } from './little-text.ts';
import { authorOf } from './people.ts';
import { accessDenied, badRequest, duplicateOf, notFound } from './problems.ts';
import { createSchema, mediaIn } from './post-schema.ts';
import type { NewPost } from './post-schema.ts';
import { accountOf, writingRefused } from './rights.ts';
import type { Post } from './state.ts';
import { record } from './world.ts';
import type { LinkedInWorld } from './world.ts';

const mostCharacters = 3000;
/** How long the same words by the same author are refused. */
const duplicateMs = 3_600_000;

/** Posts: made, listed, deleted. */
export function postEndpoints(world: LinkedInWorld): readonly Endpoint[] {
  const writing = { scopes: ['w_member_social', 'w_organization_social'], versioned: true } as const;
  return [
    {
      ...writing,
      method: 'POST',
      path: '/linkedin/rest/posts',
      operation: 'posts.create',
      handle: (exchange, caller) => createPost(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/linkedin/rest/posts',
      operation: 'posts.list',
      scopes: ['r_organization_social'],
      versioned: true,
      handle: (exchange, caller) => listPosts(world, exchange, caller),
    },
    {
      ...writing,
      method: 'DELETE',
      path: '/linkedin/rest/posts/:urn',
      operation: 'posts.delete',
      handle: (exchange, caller) => deletePost(world, exchange, caller),
    },
  ];
}

/** From the first check to the log it does not wait for anything, so two requests cannot pass together. */
function createPost(world: LinkedInWorld, exchange: Exchange, caller: Caller): Answer {
  const request = createSchema.safeParse(jsonOf(exchange));
  if (!request.success) return badRequest('ILLEGAL_ARGUMENT', z.prettifyError(request.error));
  const post = request.data;
  const refused =
    writingRefused(caller, post.author, 'posts.CREATE') ??
    contentRefused(world, post) ??
    repeated(world, post);
  if (refused !== undefined) return refused;
  const media = mediaIn(post);
  const kind = media[0]?.startsWith('urn:li:video:') === true ? 'ugcPost' : 'share';
  const urn = `urn:li:${kind}:${world.state.ids.next(world.now())}`;
  const shown = shownText(post.commentary);
  const article = post.content !== undefined && 'article' in post.content ? post.content.article : null;
  record(world, exchange, {
    operation: 'posts.create',
    account: accountOf(post.author),
    id: urn,
    text: exchange.bend.rewriteText ? rewritten(shown) : shown,
    media: media.map((id) => id),
    detail: {
      author: post.author,
      sentText: exchange.bend.rewriteText ? shown : null,
      sent: post.commentary,
      commentary: exchange.bend.rewriteText ? rewritten(post.commentary) : post.commentary,
      visibility: post.visibility,
      article:
        article === null
          ? null
          : { source: article.source, title: article.title, description: article.description ?? '' },
      altTexts: altTextsIn(post),
    },
  });
  return empty(201, { 'x-restli-id': urn, 'x-linkedin-id': urn });
}

function contentRefused(world: LinkedInWorld, post: NewPost): Answer | undefined {
  const media = mediaIn(post);
  if (shownText(post.commentary).trim() === '' && post.content === undefined) {
    return badRequest('FIELD_REQUIRED', 'commentary is required where there is no content');
  }
  if (Array.from(shownText(post.commentary)).length > mostCharacters) {
    return badRequest('FIELD_LENGTH_TOO_LONG', `commentary is longer than ${mostCharacters} characters`);
  }
  if (post.visibility === 'CONNECTIONS' && post.author.startsWith('urn:li:organization:')) {
    return badRequest('FIELD_INVALID', 'visibility CONNECTIONS is not valid for organizations');
  }
  const bad = media.find((id) => {
    const medium = world.state.media.get(id);
    if (medium === undefined || medium.owner !== post.author || medium.failure !== null) return true;
    return medium.kind === 'video' && (world.now() < medium.readyAt || media.length > 1);
  });
  if (bad === undefined) return undefined;
  return badRequest('FIELD_INVALID', `${bad} is not available to the author`);
}

function repeated(world: LinkedInWorld, post: NewPost): Answer | undefined {
  const media = mediaIn(post).join(' ');
  const same = world.state
    .postsOf(post.author)
    .find(
      (earlier) =>
        !earlier.invented &&
        (earlier.sent ?? earlier.commentary) === post.commentary &&
        earlier.media.join(' ') === media &&
        world.now() - earlier.at < duplicateMs,
    );
  return same === undefined ? undefined : duplicateOf(same.urn);
}

function altTextsIn({ content }: NewPost): string[] {
  if (content === undefined || 'article' in content) return [];
  if ('media' in content) return [content.media.altText ?? ''];
  return content.multiImage.images.map(({ altText }) => altText ?? '');
}

function listPosts(world: LinkedInWorld, exchange: Exchange, caller: Caller): Answer {
  const { query } = exchange;
  const author = query.get('author') ?? '';
  if (query.get('q') !== 'author') return badRequest('ILLEGAL_ARGUMENT', 'q must be author');
  const owner = authorOf(author);
  if (owner === undefined || !('lookedAfterBy' in owner)) return accessDenied('posts.FINDER-author');
  if (owner.lookedAfterBy !== caller.member.id) return accessDenied('posts.FINDER-author');
  const start = Number(query.get('start') ?? 0);
  const count = Math.min(100, Number(query.get('count') ?? 10));
  const until = world.now() - exchange.bend.lagListingsMs;
  const posts = world.state.postsOf(author).filter(({ at }) => at <= until);
  return json(200, {
    paging: { start, count, links: [], total: posts.length },
    elements: posts.slice(start, start + count).map(postAnswer),
  });
}

/** A post as LinkedIn tells it. */
function postAnswer(post: Post): Record<string, unknown> {
  const images = post.media.map((id, index) => ({ id, altText: post.altTexts[index] ?? '' }));
  return {
    id: post.urn,
    author: post.author,
    commentary: post.commentary,
    visibility: post.visibility,
    lifecycleState: 'PUBLISHED',
    createdAt: post.at,
    publishedAt: post.at,
    lastModifiedAt: post.at,
    ...(images.length === 1 && { content: { media: images[0] } }),
    ...(images.length > 1 && { content: { multiImage: { images } } }),
    ...(post.article !== null && { content: { article: post.article } }),
  };
}

/** A post that is gone already counts as deleted. */
function deletePost(world: LinkedInWorld, exchange: Exchange, caller: Caller): Answer {
  const urn = exchange.parameters.urn ?? '';
  const post = world.state.posts.get(urn);
  if (post === undefined) return urn.startsWith('urn:li:') ? empty(204) : notFound(urn);
  const refused = writingRefused(caller, post.author, 'posts.DELETE');
  if (refused !== undefined) return refused;
  record(world, exchange, {
    operation: 'posts.delete',
    account: accountOf(post.author),
    id: urn,
    detail: {},
  });
  return empty(204);
}
