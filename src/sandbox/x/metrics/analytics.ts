import { z } from 'zod';
import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { PersonalCaller } from '../api/endpoint.ts';
import { commaList, idSchema, instantSchema, isAnswer, readQuery } from '../api/query.ts';
import { invalidRequest, resourceNotFound } from '../problems.ts';
import type { PartialError } from '../problems.ts';
import type { Post } from '../state.ts';
import type { XWorld } from '../world.ts';
import { gathered } from './growth.ts';
import { engagements } from './represent.ts';

const fieldNames = [
  'app_install_attempts',
  'app_opens',
  'bookmarks',
  'detail_expands',
  'email_tweet',
  'engagements',
  'follows',
  'hashtag_clicks',
  'id',
  'impressions',
  'likes',
  'media_views',
  'permalink_clicks',
  'quote_tweets',
  'replies',
  'retweets',
  'shares',
  'timestamp',
  'timestamped_metrics',
  'unfollows',
  'unlikes',
  'url_clicks',
  'user_profile_clicks',
] as const;

const querySchema = z.strictObject({
  ids: commaList(idSchema, 100),
  start_time: instantSchema,
  end_time: instantSchema,
  granularity: z.enum(['hourly', 'daily', 'weekly', 'total']).default('total'),
  'analytics.fields': commaList(z.enum(fieldNames), 30).optional(),
});

const stepMs = { hourly: 3_600_000, daily: 86_400_000, weekly: 604_800_000 } as const;

/** `GET /2/tweets/analytics`: what own posts gathered in a span of time, as sums and in steps. */
export function readAnalytics(world: XWorld, exchange: Exchange, caller: PersonalCaller): Answer {
  const query = readQuery(exchange, querySchema);
  if (isAnswer(query)) return query;
  if (query.end_time <= query.start_time) {
    return invalidRequest({ name: 'end_time', values: [], message: 'end_time: expected after start_time' });
  }
  const fields = new Set<string>(query['analytics.fields'] ?? fieldNames);
  const errors: PartialError[] = [];
  const data: Record<string, unknown>[] = [];
  for (const id of new Set(query.ids)) {
    const post = world.state.post(id);
    if (post === undefined || post.author !== caller.person.id) {
      errors.push(resourceNotFound('tweet', 'ids', id));
      continue;
    }
    data.push({
      id,
      ...between(world, post, query.start_time, query.end_time, fields),
      ...(query.granularity !== 'total' && {
        timestamped_metrics: steps(query.start_time, query.end_time, stepMs[query.granularity]).map(
          ([from, to]) => ({
            timestamp: new Date(from).toISOString(),
            metrics: between(world, post, from, to, fields),
          }),
        ),
      }),
    });
  }
  world.credits.read(data.length);
  return json(200, { ...(data.length > 0 && { data }), ...(errors.length > 0 && { errors }) });
}

function steps(from: number, to: number, length: number): [number, number][] {
  const found: [number, number][] = [];
  for (let at = from; at < to && found.length < 2000; at += length)
    found.push([at, Math.min(to, at + length)]);
  return found;
}

function between(
  world: XWorld,
  post: Post,
  from: number,
  to: number,
  fields: ReadonlySet<string>,
): Record<string, number> {
  const now = world.now();
  const [before, after] = [sums(world, post, Math.min(from, now)), sums(world, post, Math.min(to, now))];
  const found = Object.entries(after).map(([name, sum]) => [name, sum - (before[name] ?? 0)] as const);
  return Object.fromEntries(found.filter(([name]) => fields.has(name)));
}

function sums(world: XWorld, post: Post, at: number): Record<string, number> {
  const all = gathered(post, at);
  const replies = world.state.repliesUntil(post.id, at);
  return {
    impressions: all.impressions,
    likes: all.likes,
    retweets: all.reposts,
    quote_tweets: all.quotes,
    bookmarks: all.bookmarks,
    replies,
    engagements: engagements(all, replies),
    url_clicks: all.linkClicks,
    user_profile_clicks: all.profileClicks,
    detail_expands: all.detailExpands,
    follows: all.follows,
    unfollows: 0,
    shares: Math.floor(all.bookmarks / 2),
    media_views: all.mediaViews,
    hashtag_clicks: 0,
    permalink_clicks: Math.floor(all.detailExpands / 9),
  };
}
