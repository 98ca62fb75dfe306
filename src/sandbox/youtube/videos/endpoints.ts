import { z } from 'zod';
import { empty, json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { inspect } from '../../media/inspect.ts';
import { fraction } from '../../seeded.ts';
import type { Caller, Endpoint } from '../api/endpoint.ts';
import { listAnswer, pageOf } from '../api/pages.ts';
import { ids, isAnswer, parts, readQuery, wholeNumber } from '../api/query.ts';
import { scopes } from '../oauth/scopes.ts';
import { gathered } from '../metrics/growth.ts';
import { badRequest, notFound, problem } from '../problems.ts';
import { youtubePeople } from '../people.ts';
import { record } from '../record.ts';
import type { Video } from '../state.ts';
import type { YouTubeWorld } from '../world.ts';
import { isVisibleTo, privacyOf } from './audience.ts';
import { videoParts, videoResource } from './represent.ts';
import { openSession } from './upload.ts';

const { youtube, upload, read, manage } = scopes;
const write = { bucket: 'units', units: 50 } as const;

/** Uploading, looking up, deleting videos, and their thumbnails. */
export function videoEndpoints(world: YouTubeWorld): readonly Endpoint[] {
  return [
    {
      method: 'POST',
      path: '/youtube/upload/youtube/v3/videos',
      operation: 'media.initialize',
      scopes: [youtube, upload, manage],
      quota: { bucket: 'inserts', units: 1 },
      handle: (exchange, caller) => openSession(world, exchange, caller),
    },
    {
      method: 'GET',
      path: '/youtube/youtube/v3/videos',
      operation: 'posts.lookup',
      scopes: [youtube, read, manage],
      quota: { bucket: 'units', units: 1 },
      handle: (exchange, caller) => lookUp(world, exchange, caller),
    },
    {
      method: 'DELETE',
      path: '/youtube/youtube/v3/videos',
      operation: 'posts.delete',
      scopes: [youtube, manage],
      quota: write,
      handle: (exchange, caller) => remove(world, exchange, caller),
    },
    {
      method: 'POST',
      path: '/youtube/upload/youtube/v3/thumbnails/set',
      operation: 'media.thumbnail',
      scopes: [youtube, upload, manage],
      quota: write,
      handle: (exchange, caller) => setThumbnail(world, exchange, caller),
    },
  ];
}

function lookUp(world: YouTubeWorld, exchange: Exchange, { person }: Caller): Answer {
  const query = readQuery(exchange, {
    part: parts(...videoParts),
    id: ids.optional(),
    chart: z.literal('mostPopular').optional(),
    regionCode: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    maxResults: wholeNumber(1, 50).default(5),
  });
  if (isAnswer(query)) return query;
  if ((query.id === undefined) === (query.chart === undefined)) {
    return badRequest('No filter selected. Expected one of: chart, id', 'missingRequiredParameter');
  }
  const { state, now } = world;
  const found =
    query.id?.map((id) => state.video(id)) ??
    mostPopular(world, query.regionCode ?? 'US').slice(0, query.maxResults);
  const items = found.flatMap((video) =>
    video !== undefined && isVisibleTo(video, person.id, now())
      ? [videoResource(world, video, query.part)]
      : [],
  );
  return json(200, listAnswer('videoListResponse', items, pageOf(items, { size: 50, token: undefined })));
}

/** Public videos, the most seen in a country first. */
function mostPopular({ state, now }: YouTubeWorld, country: string): readonly Video[] {
  return youtubePeople.practicePeople
    .flatMap(({ id }) => state.videosOf(id))
    .filter((video) => privacyOf(video, now()) === 'public')
    .map((video) => ({
      video,
      seen: gathered(video, now()).impressions * fraction('seen in', country, video.id),
    }))
    .toSorted((left, right) => right.seen - left.seen)
    .map(({ video }) => video);
}

function remove(world: YouTubeWorld, exchange: Exchange, { person }: Caller): Answer {
  const query = readQuery(exchange, { id: z.string().min(1) });
  if (isAnswer(query)) return query;
  const video = world.state.video(query.id);
  if (video === undefined) {
    return notFound('videoNotFound', 'The video that you are trying to delete cannot be found.');
  }
  if (video.channel !== person.id) return forbidden('The video belongs to another channel.');
  record(world, exchange, { operation: 'posts.delete', account: person.id, id: video.id });
  return empty(204);
}

function setThumbnail(world: YouTubeWorld, exchange: Exchange, { person }: Caller): Answer {
  const query = readQuery(exchange, { videoId: z.string().min(1), uploadType: z.literal('media') });
  if (isAnswer(query)) return query;
  const video = world.state.video(query.videoId);
  if (video === undefined) {
    return notFound('videoNotFound', 'The video that you are trying to set a thumbnail for cannot be found.');
  }
  if (video.channel !== person.id) return forbidden('The video belongs to another channel.');
  if (!person.longUploads) {
    return forbidden(
      "The authenticated user doesn't have permissions to upload and set custom video thumbnails.",
    );
  }
  const { body } = exchange;
  const seen = inspect({
    size: body.length,
    read: (offset, length) => Buffer.from(body.subarray(offset, offset + length)),
  });
  if (body.length > 2_097_152 || !['image/jpeg', 'image/png'].includes(seen?.mediaType ?? '')) {
    return badRequest('The provided image content is invalid.', 'invalidImage');
  }
  const file = `thumbnail-${video.id}`;
  world.files.put(file, body);
  record(world, exchange, { operation: 'media.thumbnail', account: person.id, id: video.id, media: [file] });
  const url = `${world.baseUrl()}/youtube/thumbnails/${video.id}`;
  return json(200, { kind: 'youtube#thumbnailSetResponse', items: [{ default: { url } }] });
}

function forbidden(message: string): Answer {
  return problem({ status: 403, reason: 'forbidden', message });
}
