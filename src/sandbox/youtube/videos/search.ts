import { z } from 'zod';
import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { Endpoint } from '../api/endpoint.ts';
import { listAnswer, pageOf } from '../api/pages.ts';
import { isAnswer, parts, readQuery, wholeNumber } from '../api/query.ts';
import { scopes } from '../oauth/scopes.ts';
import { youtubePeople } from '../people.ts';
import type { Video } from '../state.ts';
import type { YouTubeWorld } from '../world.ts';
import { privacyOf, publishedAt } from './audience.ts';

/** `search.list`, which has a budget of its own. */
export function searchEndpoints(world: YouTubeWorld): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/youtube/youtube/v3/search',
      operation: 'posts.search',
      scopes: [scopes.youtube, scopes.read, scopes.manage],
      quota: { bucket: 'searches', units: 1 },
      handle: (exchange) => search(world, exchange),
    },
  ];
}

function search(world: YouTubeWorld, exchange: Exchange): Answer {
  const query = readQuery(exchange, {
    part: parts('id', 'snippet'),
    q: z.string().default(''),
    type: z.literal('video'),
    order: z.enum(['date', 'relevance', 'viewCount', 'rating', 'title']).optional(),
    publishedAfter: z.iso.datetime({ offset: true }).optional(),
    maxResults: wholeNumber(0, 50).default(5),
    pageToken: z.string().optional(),
  });
  if (isAnswer(query)) return query;
  const words = query.q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const since = query.publishedAfter === undefined ? 0 : Date.parse(query.publishedAfter);
  const newest = world.now() - exchange.bend.lagListingsMs;
  const found = world.state
    .videos()
    .filter((video) => privacyOf(video, world.now()) === 'public')
    .filter((video) => publishedAt(video) >= since && publishedAt(video) <= newest)
    .filter((video) => words.every((word) => textOf(video).includes(word)))
    .toSorted((left, right) => publishedAt(right) - publishedAt(left));
  const page = pageOf(found, { size: query.maxResults, token: query.pageToken });
  const items = page.items.map((video) => resultOf(video));
  return json(200, listAnswer('searchListResponse', items, page));
}

function textOf({ resource: { snippet } }: Video): string {
  return [snippet.title, snippet.description, ...(snippet.tags ?? [])].join(' ').toLowerCase();
}

function resultOf(video: Video): object {
  const { title, description } = video.resource.snippet;
  return {
    kind: 'youtube#searchResult',
    etag: 'practice',
    id: { kind: 'youtube#video', videoId: video.id },
    snippet: {
      publishedAt: new Date(publishedAt(video)).toISOString(),
      channelId: video.channel,
      channelTitle: escaped(youtubePeople.known(video.channel).name),
      title: escaped(title),
      description: description.slice(0, 160),
      liveBroadcastContent: 'none',
    },
  };
}

/** Titles come with HTML entities here, and nowhere else. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
