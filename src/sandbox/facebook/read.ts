import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { followersAt } from '../growth/followers.ts';
import { edgeAnswer } from '../meta/edge.ts';
import { lifetimeInsights, readMetricNames } from '../meta/insights.ts';
import type { Metrics } from '../meta/insights.ts';
import { badParameter, unknownObject } from '../meta/problems.ts';
import { fraction } from '../seeded.ts';
import type { Caller, Endpoint } from './gate.ts';
import { facebookPages } from './pages.ts';
import type { Page } from './pages.ts';
import {
  commentsUntil,
  graphTime,
  postPath,
  representComment,
  representPage,
  representPost,
  representVideo,
  sumsOf,
} from './represent.ts';
import { appearsAt } from './state.ts';
import type { Post } from './state.ts';
import type { FacebookWorld } from './world.ts';

const dayMs = 86_400_000;
const storyLifeMs = dayMs;

/** What reads Pages, posts, comments and numbers. */
export function readingEndpoints(world: FacebookWorld): readonly Endpoint[] {
  const list = (
    edge: string,
    operation: string,
    needs: string,
    posts: (exchange: Exchange, page: Page) => readonly Post[],
  ): Endpoint => ({
    method: 'GET',
    path: `/:id/${edge}`,
    operation,
    needs,
    handle: (exchange, { page }) =>
      isOwn(exchange, page)
        ? edgeAnswer(
            exchange,
            world.origin(),
            since(exchange, posts(exchange, page)),
            ({ id }) => id,
            (post) => representPost(world, exchange, post),
          )
        : unknownObject(exchange.parameters['id'] ?? ''),
  });
  return [
    list('published_posts', 'posts.list', 'pages_read_engagement', (exchange, page) =>
      published(world, exchange, page),
    ),
    list('scheduled_posts', 'posts.scheduled', 'pages_read_engagement', (_exchange, page) =>
      world.state
        .postsBy(page.id)
        .filter((post) => post.scheduledFor !== null && appearsAt(post) > world.now()),
    ),
    list('tagged', 'posts.mentions', 'pages_read_user_content', (_exchange, page) =>
      world.state.mentioning(page.id).filter(({ at }) => at <= world.now()),
    ),
    {
      method: 'GET',
      path: '/:id/stories',
      operation: 'stories.list',
      needs: 'pages_read_engagement',
      handle: (exchange, { page }) => stories(world, exchange, page),
    },
    {
      method: 'GET',
      path: '/:id/comments',
      operation: 'comments.list',
      needs: 'pages_read_engagement',
      handle: (exchange, caller) => comments(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/:id/insights',
      operation: 'posts.insights',
      needs: 'read_insights',
      handle: (exchange, { page }) => insights(world, exchange, page),
    },
    {
      method: 'GET',
      path: '/:id',
      operation: 'posts.lookup',
      operationOf: ({ parameters }) =>
        facebookPages.byId(parameters['id'] ?? '') === undefined ? 'posts.lookup' : 'users.me',
      needs: 'pages_read_engagement',
      handle: (exchange, caller) => lookUp(world, exchange, caller),
    },
  ];
}

const isOwn = (exchange: Exchange, page: Page): boolean =>
  exchange.parameters['id'] === page.id || exchange.parameters['id'] === 'me';

const isStory = ({ kind }: Post): boolean => kind === 'photo_story' || kind === 'video_story';

function published(world: FacebookWorld, { bend }: Exchange, page: Page): readonly Post[] {
  const until = world.now() - bend.lagListingsMs;
  return world.state.postsBy(page.id).filter((post) => appearsAt(post) <= until && !isStory(post));
}

function since(exchange: Exchange, posts: readonly Post[]): readonly Post[] {
  const from = Number(exchange.query.get('since') ?? 0) * 1_000;
  return posts.filter((post) => appearsAt(post) >= from);
}

function stories(world: FacebookWorld, exchange: Exchange, page: Page): Answer {
  if (!isOwn(exchange, page)) return unknownObject(exchange.parameters['id'] ?? '');
  const now = world.now();
  const shown = world.state
    .postsBy(page.id)
    .filter((post) => isStory(post) && appearsAt(post) <= now && now - appearsAt(post) < storyLifeMs);
  return edgeAnswer(
    exchange,
    world.origin(),
    shown,
    ({ id }) => id,
    (post) => ({
      post_id: post.id.split('_').at(-1),
      status: 'published',
      creation_time: String(Math.floor(appearsAt(post) / 1_000)),
      media_type: post.kind === 'photo_story' ? 'photo' : 'video',
      media_id: post.media[0],
      url: `${world.origin()}${postPath(post.id)}`,
    }),
  );
}

function comments(world: FacebookWorld, exchange: Exchange, { page, may }: Caller): Answer {
  const { id = '' } = exchange.parameters;
  const post = world.state.post(id);
  if (post === undefined || (post.author !== page.id && post.tags !== page.id)) return unknownObject(id);
  const from = Number(exchange.query.get('since') ?? 0) * 1_000;
  const until = world.now() - exchange.bend.lagListingsMs;
  const all = commentsUntil(world, post.id).filter(({ at }) => at >= from && at <= until);
  const ordered = exchange.query.get('order') === 'reverse_chronological' ? all : all.toReversed();
  const tellsAuthors = may('pages_read_user_content');
  return edgeAnswer(
    exchange,
    world.origin(),
    ordered,
    (comment) => comment.id,
    (comment) => representComment(world, exchange, comment, tellsAuthors),
  );
}

function insights(world: FacebookWorld, exchange: Exchange, page: Page): Answer {
  if (isOwn(exchange, page)) return pageInsights(world, exchange, page);
  const { id = '' } = exchange.parameters;
  const post = world.state.post(id);
  if (post?.author !== page.id || appearsAt(post) > world.now()) return unknownObject(id);
  return lifetimeInsights(exchange, post.id, postMetrics(world, post));
}

/** The names that there are; those with `impressions` in them are retired. */
function postMetrics(world: FacebookWorld, post: Post): Metrics {
  const sums = sumsOf(world, post);
  return {
    post_media_view: () => sums.impressions,
    post_total_media_view_unique: () => Math.floor(sums.impressions * 0.82),
    post_clicks: () => sums.linkClicks + sums.detailExpands,
    post_clicks_by_type: () => ({ 'link clicks': sums.linkClicks, 'other clicks': sums.detailExpands }),
    post_reactions_by_type_total: () => ({
      like: sums.likes - Math.floor(sums.likes / 5),
      love: Math.floor(sums.likes / 5),
    }),
    post_reactions_like_total: () => sums.likes - Math.floor(sums.likes / 5),
    post_activity_by_action_type: () => ({ like: sums.likes, share: sums.reposts + sums.quotes }),
    post_video_views: () => sums.mediaViews,
  };
}

const ofADay: Readonly<Record<string, (page: Page, followers: number, day: number) => number>> = {
  page_media_view: (page, followers, day) =>
    Math.floor(followers * (0.2 + 0.4 * fraction('views', page.id, day))),
  page_total_media_view_unique: (page, followers, day) =>
    Math.floor(followers * (0.15 + 0.3 * fraction('views', page.id, day))),
  page_post_engagements: (page, followers, day) =>
    Math.floor(followers * 0.02 * (0.5 + fraction('engaged', page.id, day))),
  page_follows: (_page, followers) => followers,
  page_daily_follows: (page, _followers, day) =>
    Math.floor(page.followersADay * (0.6 + fraction('follows', page.id, day))),
  page_daily_follows_unique: (page, _followers, day) =>
    Math.floor(page.followersADay * (0.6 + fraction('follows', page.id, day))),
  page_daily_unfollows_unique: () => 0,
  page_views_total: (page, followers, day) =>
    Math.floor(followers * 0.01 * (0.5 + fraction('visits', page.id, day))),
  page_total_actions: (page, followers, day) =>
    Math.floor(followers * 0.003 * (0.5 + fraction('actions', page.id, day))),
  page_video_views: (page, followers, day) =>
    Math.floor(followers * 0.05 * (0.5 + fraction('videos', page.id, day))),
};

function pageInsights(world: FacebookWorld, exchange: Exchange, page: Page): Answer {
  const names = readMetricNames(exchange, ofADay);
  if ('status' in names) return names;
  if ((exchange.query.get('period') ?? 'day') !== 'day') return badParameter('period must be day here');
  const now = world.now();
  const until = Math.min(now, Number(exchange.query.get('until') ?? Math.floor(now / 1_000)) * 1_000);
  const from = Number(exchange.query.get('since') ?? Math.floor((until - 2 * dayMs) / 1_000)) * 1_000;
  if (until - from > 93 * dayMs)
    return badParameter('There cannot be more than 93 days between since and until');
  const days: number[] = [];
  for (let day = Math.floor(from / dayMs); (day + 1) * dayMs <= until; day += 1) days.push(day);
  return json(200, {
    data: names.map((name) => ({
      name,
      period: 'day',
      values: days.map((day) => ({
        value: ofADay[name]?.(page, followersAt(page, day * dayMs), day) ?? 0,
        // The end of the day at the Pacific coast.
        end_time: graphTime((day + 1) * dayMs + 7 * 3_600_000),
      })),
      id: `${page.id}/insights/${name}/day`,
    })),
  });
}

function lookUp(world: FacebookWorld, exchange: Exchange, { page, may }: Caller): Answer {
  const { id = '' } = exchange.parameters;
  if (id === page.id) return json(200, representPage(world, exchange, page));
  const { state } = world;
  const video = state.videos.get(id);
  if (video !== undefined) {
    return video.page === page.id ? json(200, representVideo(world, exchange, video)) : unknownObject(id);
  }
  const post = state.post(id);
  if (post !== undefined && (post.author === page.id || post.tags === page.id))
    return json(200, representPost(world, exchange, post));
  const comment = state.comment(id);
  if (comment !== undefined && facebookPages.byId(comment.author) !== undefined)
    return json(200, representComment(world, exchange, comment, may('pages_read_user_content')));
  return unknownObject(id);
}
