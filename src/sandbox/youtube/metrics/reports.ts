import { z } from 'zod';
import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { byCountry } from '../../growth/readers.ts';
import type { Caller, Endpoint } from '../api/endpoint.ts';
import { isAnswer, readQuery, wholeNumber } from '../api/query.ts';
import { scopes } from '../oauth/scopes.ts';
import { badRequest } from '../problems.ts';
import type { Video } from '../state.ts';
import type { YouTubeWorld } from '../world.ts';
import { gathered } from './growth.ts';

const dayMs = 86_400_000;
/** Days are counted two days later. */
const delayMs = 2 * dayMs;
const date = z.iso.date();

/** What is counted here; other metrics are refused. */
const metrics: Readonly<Record<string, (world: YouTubeWorld, video: Video, at: number) => number>> = {
  views: (_, video, at) => gathered(video, at).impressions,
  engagedViews: (_, video, at) => Math.floor(gathered(video, at).impressions * 0.7),
  estimatedMinutesWatched: (_, video, at) => Math.floor(gathered(video, at).impressions * 0.8),
  likes: (_, video, at) => gathered(video, at).likes,
  comments: ({ state }, { id }, at) => state.commentsUntil(id, at),
  shares: (_, video, at) => gathered(video, at).reposts,
  subscribersGained: (_, video, at) => gathered(video, at).follows,
  subscribersLost: () => 0,
};

/** `GET /v2/reports` of YouTube Analytics: a channel's own numbers by day, by video or by country. */
export function reportEndpoints(world: YouTubeWorld): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/youtube/v2/reports',
      operation: 'analytics.days',
      scopes: [scopes.analytics],
      quota: null,
      handle: (exchange, caller) => report(world, exchange, caller),
    },
  ];
}

function report(world: YouTubeWorld, exchange: Exchange, { person }: Caller): Answer {
  const query = readQuery(exchange, {
    ids: z.enum(['channel==MINE', `channel==${person.id}`]),
    startDate: date,
    endDate: date,
    metrics: z.string().min(1),
    dimensions: z.enum(['day', 'video', 'country']).optional(),
    filters: z
      .string()
      .regex(/^video==[\w,-]+$/)
      .optional(),
    sort: z.string().optional(),
    maxResults: wholeNumber(1, 200).optional(),
    startIndex: wholeNumber(1, 1_000_000).optional(),
  });
  if (isAnswer(query)) return query;
  const names = query.metrics.split(',');
  const unknown = names.filter((name) => metrics[name] === undefined);
  if (unknown.length > 0)
    return badRequest(`Unknown identifier (${unknown.join(', ')}) given in field parameters.metrics.`);
  if (query.endDate < query.startDate) return badRequest('endDate is before startDate.', 'invalid');
  const wanted = query.filters?.slice('video=='.length).split(',');
  const videos = world.state.videosOf(person.id).filter(({ id }) => wanted?.includes(id) ?? true);
  const counted = world.now() - delayMs;
  const first = midnight(query.startDate);
  const end = Math.min(midnight(query.endDate) + dayMs, counted);
  const between = (name: string, some: readonly Video[], from: number, until: number): number => {
    const count = metrics[name];
    if (count === undefined) return 0;
    return some.reduce((sum, video) => sum + count(world, video, until) - count(world, video, from), 0);
  };
  const rows: (string | number)[][] = [];
  if (query.dimensions === 'day') {
    for (let day = first; day + dayMs <= end; day += dayMs) {
      rows.push([nameOf(day), ...names.map((name) => between(name, videos, day, day + dayMs))]);
    }
  } else if (query.dimensions === 'country') {
    const [only, ...others] = names;
    if (only !== 'views' || others.length > 0) return badRequest('By country views alone are counted here.');
    const views = between('views', videos, first, end);
    // Of some YouTube does not know where they are.
    const known = byCountry(person, views);
    const unknown = views - known.reduce((sum, [, count]) => sum + count, 0);
    rows.push(
      ...known.map(([country, count]) => [country, count]),
      ...(unknown > 0 ? [['ZZ', unknown]] : []),
    );
  } else if (query.dimensions === 'video') {
    rows.push(
      ...videos.map((video) => [video.id, ...names.map((name) => between(name, [video], first, end))]),
    );
  } else rows.push(names.map((name) => between(name, videos, first, end)));
  return json(200, {
    kind: 'youtubeAnalytics#resultTable',
    columnHeaders: [
      ...(query.dimensions === undefined
        ? []
        : [{ name: query.dimensions, columnType: 'DIMENSION', dataType: 'STRING' }]),
      ...names.map((name) => ({ name, columnType: 'METRIC', dataType: 'INTEGER' })),
    ],
    rows: rows.slice(0, query.maxResults ?? 200),
  });
}

/** Midnight in California, near enough for reports: eight hours after that of UTC. */
function midnight(day: string): number {
  return Date.parse(`${day}T08:00:00Z`);
}

function nameOf(at: number): string {
  return new Date(at - 8 * 3_600_000).toISOString().slice(0, 10);
}
