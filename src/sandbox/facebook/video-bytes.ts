import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { inspect } from '../media/inspect.ts';
import { readyAt } from '../media/processing.ts';
import { graphTokenOf } from '../meta/parameters.ts';
import type { Route } from '../network.ts';
import type { Video } from './state.ts';
import { accept } from './world.ts';
import type { FacebookWorld } from './world.ts';

/** Takes a piece; with the last one the video is looked at. */
export function takeBytes(
  world: FacebookWorld,
  exchange: Exchange,
  video: Video,
  bytes: Uint8Array,
  size: number,
): void {
  world.files.putSegment(video.id, video.segments, bytes);
  accept(world, exchange, {
    operation: 'media.append',
    account: video.page,
    id: `${video.id}.${video.segments}`,
    detail: { video: video.id, bytes: bytes.length },
  });
  if (video.received < size) return;
  const joined = world.files.join(video.id) ?? 0;
  world.files.dropSegments(video.id);
  const inspected = world.files.look(video.id, inspect);
  const failure =
    inspected === undefined
      ? 'The video file you selected is in a format that is not supported.'
      : failureOf(video, inspected);
  const ready =
    inspected === undefined
      ? world.now()
      : readyAt(inspected, joined, exchange.bend.slowMediaMs, world.now());
  accept(world, exchange, {
    operation: 'media.finalize',
    account: video.page,
    id: `${video.id}.final`,
    detail: { video: video.id, size: joined, readyAt: ready, failure },
  });
}

function failureOf(
  { edge }: Video,
  { kind, playable, durationMs }: NonNullable<ReturnType<typeof inspect>>,
): string | null {
  if (kind !== 'video' || !playable) return 'The video could not be processed.';
  if (edge === 'video_reels' && durationMs !== null && durationMs > 90_000)
    return 'The video is too long for a reel.';
  return edge === 'video_stories' && durationMs !== null && durationMs > 60_000
    ? 'The video is too long for a story.'
    : null;
}

/** The address that takes the bytes of a reel or a story. It has a host of its own at Facebook. */
export function uploadRoute(world: FacebookWorld): Route {
  return {
    method: 'POST',
    path: '/facebook/rupload/video-upload/:version/:id',
    operation: 'media.bytes',
    handle: (exchange) => {
      const grant = world.grants.find(graphTokenOf(exchange) ?? '', world.now());
      const video = world.state.videos.get(exchange.parameters['id'] ?? '');
      const isOauth = (exchange.headers.authorization ?? '').startsWith('OAuth ');
      if (grant === undefined || !isOauth || video?.page !== grant.account)
        return uploadRefused('NotAuthorizedError', 'Request is not authorized.');
      const offset = Number(exchange.headers['offset'] ?? Number.NaN);
      const size = Number(exchange.headers['file_size'] ?? Number.NaN);
      if (!Number.isInteger(size) || offset !== video.received || offset + exchange.body.length > size)
        return uploadRefused('OffsetInvalidError', 'The offset is not where the upload stands.');
      takeBytes(world, exchange, video, exchange.body, size);
      return json(200, { success: true });
    },
  };
}

const uploadRefused = (type: string, message: string): Answer =>
  json(400, { debug_info: { retriable: false, type, message } });
