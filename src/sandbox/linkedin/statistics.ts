import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { gathered } from '../growth/growth.ts';
import type { Gathered, Growing } from '../growth/growth.ts';
import type { Caller, Endpoint } from './gate.ts';
import { authorOf } from './people.ts';
import { accessDenied, badRequest, notFound } from './problems.ts';
import type { Post } from './state.ts';
import type { LinkedInWorld } from './world.ts';

/** A post as far as its numbers depend on it. */
export function growing(post: Post): Growing {
  return {
    id: post.urn,
    text: post.text,
    at: post.at,
    isReply: false,
    hasMedia: post.media.length > 0,
    hasLink: /https?:\/\//.test(post.text),
    hashtags: post.text.match(/#[\p{L}\p{N}_]+/gu)?.length ?? 0,
  };
}

/** The numbers of posts: of pages by the pages' own statistics, of members by their analytics. */
export function statisticsEndpoints(world: LinkedInWorld): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/linkedin/rest/organizationalEntityShareStatistics',
      operation: 'posts.lookup',
      scopes: ['rw_organization_admin', 'r_organization_social'],
      versioned: true,
      handle: (exchange, caller) => pageStatistics(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/linkedin/rest/memberCreatorPostAnalytics',
      operation: 'posts.analytics',
      scopes: ['r_member_postAnalytics'],
      versioned: true,
      handle: (exchange, caller) => memberStatistics(world, exchange, caller),
    },
  ];
}

function pageStatistics(world: LinkedInWorld, exchange: Exchange, caller: Caller): Answer {
  const { query } = exchange;
  const owner = authorOf(query.get('organizationalEntity') ?? '');
  if (owner === undefined || !('lookedAfterBy' in owner) || owner.lookedAfterBy !== caller.member.id) {
    return accessDenied('organizationalEntityShareStatistics.FINDER-organizationalEntity');
  }
  const shares = listIn(query.get('shares'));
  const ugcPosts = listIn(query.get('ugcPosts'));
  if (shares === undefined || ugcPosts === undefined) {
    return badRequest('ILLEGAL_ARGUMENT', 'A list is written as List(urn,urn).');
  }
  const elements = [...shares, ...ugcPosts].flatMap((urn) => {
    const post = world.state.posts.get(urn);
    if (post === undefined || post.author !== owner.urn) return [];
    const sums = sumsOf(world, post);
    if (sums.impressions === 0) return [];
    const comments = world.state.commentsUnder(urn).length;
    return [
      {
        organizationalEntity: owner.urn,
        [urn.startsWith('urn:li:ugcPost:') ? 'ugcPost' : 'share']: urn,
        totalShareStatistics: {
          impressionCount: sums.impressions,
          uniqueImpressionsCount: Math.floor(sums.impressions * 0.8),
          clickCount: sums.linkClicks + sums.detailExpands,
          likeCount: sums.likes,
          commentCount: comments,
          shareCount: sums.reposts,
          engagement: (sums.likes + comments + sums.reposts) / sums.impressions,
        },
      },
    ];
  });
  return json(200, { paging: { start: 0, count: elements.length, links: [] }, elements });
}

function memberStatistics(world: LinkedInWorld, exchange: Exchange, caller: Caller): Answer {
  const { query } = exchange;
  const urn = /^\((?:share|ugc):(urn:li:(?:share|ugcPost):\d+)\)$/.exec(query.get('entity') ?? '')?.[1];
  const post = urn === undefined ? undefined : world.state.posts.get(urn);
  if (query.get('q') !== 'entity' || urn === undefined) {
    return badRequest('ILLEGAL_ARGUMENT', 'q must be entity, and entity a post');
  }
  if (post === undefined || post.author !== caller.member.urn) return notFound(urn);
  const sums = sumsOf(world, post);
  const counts: Readonly<Record<string, number>> = {
    IMPRESSION: sums.impressions,
    MEMBERS_REACHED: Math.floor(sums.impressions * 0.8),
    REACTION: sums.likes,
    COMMENT: world.state.commentsUnder(urn).length,
    RESHARE: sums.reposts,
  };
  const count = counts[query.get('queryType') ?? ''];
  if (count === undefined) return badRequest('ILLEGAL_ARGUMENT', 'queryType is not valid');
  return json(200, { paging: { start: 0, count: 1, links: [] }, elements: [{ count }] });
}

function sumsOf(world: LinkedInWorld, post: Post): Gathered {
  const author = authorOf(post.author);
  if (author === undefined) throw new Error(`Nobody has the URN ${post.author}.`);
  return gathered(growing(post), author, world.now());
}

/** The URNs of `List(…)`; none where the parameter is not there. */
function listIn(text: string | null): readonly string[] | undefined {
  if (text === null) return [];
  const inside = /^List\((.*)\)$/.exec(text)?.[1];
  return inside?.split(',').filter((urn) => urn !== '');
}
