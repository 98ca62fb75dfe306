import { z } from 'zod';
import { json, jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { Caller, Endpoint } from '../api/endpoint.ts';
import { listAnswer, pageOf } from '../api/pages.ts';
import { isAnswer, parts, readQuery, wholeNumber } from '../api/query.ts';
import { scopes } from '../oauth/scopes.ts';
import { uploadsPlaylist, youtubePeople } from '../people.ts';
import { badRequest, notFound } from '../problems.ts';
import { record } from '../record.ts';
import type { Video } from '../state.ts';
import type { YouTubeWorld } from '../world.ts';
import { isVisibleTo, privacyOf, publishedAt } from './audience.ts';

const { youtube, read, manage } = scopes;

/** The list of what a channel uploaded, and adding a video to a list. */
export function playlistEndpoints(world: YouTubeWorld): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/youtube/youtube/v3/playlistItems',
      operation: 'posts.list',
      scopes: [youtube, read, manage],
      quota: { bucket: 'units', units: 1 },
      handle: (exchange, caller) => list(world, exchange, caller),
    },
    {
      method: 'POST',
      path: '/youtube/youtube/v3/playlistItems',
      operation: 'playlists.add',
      scopes: [youtube, manage],
      quota: { bucket: 'units', units: 50 },
      handle: (exchange, caller) => add(world, exchange, caller),
    },
  ];
}

function list(world: YouTubeWorld, exchange: Exchange, { person }: Caller): Answer {
  const query = readQuery(exchange, {
    part: parts('id', 'snippet', 'contentDetails', 'status'),
    playlistId: z.string().min(1),
    maxResults: wholeNumber(0, 50).default(5),
    pageToken: z.string().optional(),
  });
  if (isAnswer(query)) return query;
  const channel = query.playlistId.replace(/^UU/, 'UC');
  const owner = youtubePeople.byId(channel);
  if (owner === undefined || uploadsPlaylist(channel) !== query.playlistId) {
    return notFound(
      'playlistNotFound',
      'The playlist identified with the request’s playlistId parameter cannot be found.',
    );
  }
  const newest = world.now() - exchange.bend.lagListingsMs;
  const videos = world.state
    .videosOf(channel)
    .filter((video) => video.at <= newest && isVisibleTo(video, person.id, world.now()));
  const page = pageOf(videos, { size: query.maxResults, token: query.pageToken });
  const items = page.items.map((video) => itemOf(video, query.part, world.now()));
  return json(200, listAnswer('playlistItemListResponse', items, page));
}

function itemOf(video: Video, wanted: ReadonlySet<string>, now: number): object {
  const { title, description } = video.resource.snippet;
  return {
    kind: 'youtube#playlistItem',
    etag: 'practice',
    id: `${uploadsPlaylist(video.channel)}.${video.id}`,
    ...(wanted.has('snippet') && {
      snippet: {
        publishedAt: new Date(video.at).toISOString(),
        channelId: video.channel,
        title,
        description,
        playlistId: uploadsPlaylist(video.channel),
        resourceId: { kind: 'youtube#video', videoId: video.id },
      },
    }),
    ...(wanted.has('contentDetails') && {
      contentDetails: {
        videoId: video.id,
        videoPublishedAt: new Date(publishedAt(video)).toISOString(),
      },
    }),
    ...(wanted.has('status') && { status: { privacyStatus: privacyOf(video, now) } }),
  };
}

const itemSchema = z.strictObject({
  snippet: z.strictObject({
    playlistId: z.string(),
    resourceId: z.strictObject({ kind: z.literal('youtube#video'), videoId: z.string() }),
    position: z.int().optional(),
  }),
});

/** Any list whose id begins as those of people do is one of the person's own. */
function add(world: YouTubeWorld, exchange: Exchange, { person }: Caller): Answer {
  const query = readQuery(exchange, { part: parts('id', 'snippet', 'contentDetails', 'status') });
  if (isAnswer(query)) return query;
  const parsed = itemSchema.safeParse(jsonOf(exchange));
  if (!parsed.success) return badRequest(z.prettifyError(parsed.error), 'invalidPlaylistItem');
  const { playlistId, resourceId } = parsed.data.snippet;
  if (!playlistId.startsWith('PL')) return notFound('playlistNotFound', 'The playlist cannot be found.');
  if (world.state.video(resourceId.videoId) === undefined) {
    return notFound('videoNotFound', 'The video cannot be found.');
  }
  const id = `${playlistId}.${resourceId.videoId}`;
  record(world, exchange, { operation: 'playlists.add', account: person.id, id });
  return json(200, { kind: 'youtube#playlistItem', etag: 'practice', id, ...parsed.data });
}
