import { z } from 'zod';
import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { inspect } from '../media/inspect.ts';
import { readyAt } from '../media/processing.ts';
import { parametersOf } from '../meta/parameters.ts';
import { badParameter, graphError, unknownObject } from '../meta/problems.ts';
import { graphTokenOf } from '../meta/parameters.ts';
import type { Route } from '../network.ts';
import type { Caller, Endpoint } from './gate.ts';
import { refusedWriter, schedule, scheduledFor } from './write-posts.ts';
import type { Video } from './state.ts';
import { accept } from './world.ts';
import type { FacebookWorld } from './world.ts';

const megabyte = 1_000_000;
const mostPhotoBytes = 10 * megabyte;
/** The server names the end of the next piece; a client may send less. */
const pieceBytes = 64 * 1024 * 1024;
const photoTypes = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp', 'image/tiff']);
const reelsADay = 30;
const dayMs = 86_400_000;

const phases = z.object({
  upload_phase: z.string().transform((phase) => phase.toLowerCase()),
  upload_session_id: z.string().optional(),
  video_id: z.string().optional(),
  start_offset: z.coerce.number().int().nonnegative().optional(),
  file_size: z.coerce.number().int().positive().optional(),
  video_state: z.enum(['PUBLISHED', 'SCHEDULED', 'DRAFT']).optional(),
  description: z.string().default(''),
  title: z.string().max(255).optional(),
  ...schedule,
});
type Phase = z.infer<typeof phases>;

/** What brings media here, and the last phase of a video, which publishes it. */
export function mediaEndpoints(world: FacebookWorld): readonly Endpoint[] {
  const video = (edge: Video['edge'], operation: string): Endpoint => ({
    method: 'POST',
    path: `/:id/${edge}`,
    operation,
    operationOf: (exchange) => (isLastPhase(exchange) ? operation : 'media.upload'),
    needs: 'pages_manage_posts',
    handle: (exchange, caller) => inPhases(world, exchange, caller, edge),
  });
  return [
    {
      method: 'POST',
      path: '/:id/photos',
      operation: 'media.upload',
      needs: 'pages_manage_posts',
      handle: (exchange, caller) => takePhoto(world, exchange, caller),
    },
    {
      method: 'POST',
      path: '/:id/photo_stories',
      operation: 'stories.publish',
      needs: 'pages_manage_posts',
      handle: (exchange, caller) => publishPhotoStory(world, exchange, caller),
    },
    video('videos', 'videos.publish'),
    video('video_reels', 'reels.publish'),
    video('video_stories', 'stories.publish'),
  ];
}

/** A multipart form is a piece of the bytes and never the last phase. */
const isLastPhase = ({ body, headers }: Exchange): boolean =>
  !(headers['content-type'] ?? '').startsWith('multipart/') &&
  Buffer.from(body).toString('utf8').toLowerCase().includes('finish');

async function takePhoto(world: FacebookWorld, exchange: Exchange, caller: Caller): Promise<Answer> {
  const refused = refusedWriter(exchange, caller);
  if (refused !== undefined) return refused;
  const { values, files } = await parametersOf(exchange);
  const { source } = files;
  if (source === undefined) return graphError({ code: 324, message: '(#324) Missing or invalid image file' });
  if (String(values['published']) !== 'false')
    return badParameter('Only unpublished photos are taken here; attach them to a post');
  const { bytes } = source;
  const inspected = inspect({
    size: bytes.length,
    read: (offset, length) => Buffer.from(bytes.subarray(offset, offset + length)),
  });
  if (inspected === undefined || !photoTypes.has(inspected.mediaType) || bytes.length > mostPhotoBytes) {
    return graphError({
      code: 100,
      subcode: 1_366_046,
      message: '(#100) Invalid parameter',
      user: [
        "Can't Read Files",
        'Your photos couldn’t be uploaded. Photos should be smaller than 10 MB and saved as JPG or PNG.',
      ],
    });
  }
  const { mediaType, width, height } = inspected;
  const altText = values['alt_text_custom'];
  const id = world.state.nextId();
  world.files.put(id, bytes);
  accept(world, exchange, {
    operation: 'media.upload',
    account: caller.page.id,
    id,
    detail: {
      mediaType,
      width,
      height,
      altText: typeof altText === 'string' ? altText : null,
      temporary: String(values['temporary']) === 'true',
    },
  });
  return json(200, { id });
}

async function publishPhotoStory(world: FacebookWorld, exchange: Exchange, caller: Caller): Promise<Answer> {
  const refused = refusedWriter(exchange, caller);
  if (refused !== undefined) return refused;
  const { photo_id: photoId } = (await parametersOf(exchange)).values;
  const photo = world.state.photos.get(String(photoId));
  if (photo?.page !== caller.page.id || world.state.isUsed(photo.id))
    return badParameter('Invalid parameter: photo_id');
  const number = createdOf(world, exchange, caller, {
    kind: 'photo_story',
    media: photo.id,
    text: '',
    title: null,
    scheduledFor: null,
    readyAt: 0,
  });
  return json(200, { success: true, post_id: number });
}

async function inPhases(
  world: FacebookWorld,
  exchange: Exchange,
  caller: Caller,
  edge: Video['edge'],
): Promise<Answer> {
  const refused = refusedWriter(exchange, caller);
  if (refused !== undefined) return refused;
  const { values, files } = await parametersOf(exchange);
  const read = phases.safeParse(values);
  if (!read.success) return badParameter(z.prettifyError(read.error));
  switch (read.data.upload_phase) {
    case 'start':
      return start(world, exchange, caller, edge, read.data);
    case 'transfer':
      return edge === 'videos'
        ? transfer(world, exchange, read.data, files['video_file_chunk']?.bytes)
        : badParameter('upload_phase');
    case 'finish':
      return finish(world, exchange, caller, edge, read.data);
    default:
      return badParameter('upload_phase');
  }
}

function start(
  world: FacebookWorld,
  exchange: Exchange,
  { page }: Caller,
  edge: Video['edge'],
  { file_size: size }: Phase,
): Answer {
  if (edge === 'videos' && size === undefined) return badParameter('file_size is required');
  const id = world.state.nextId();
  const session = `${id}7`;
  accept(world, exchange, {
    operation: 'media.start',
    account: page.id,
    id,
    detail: { edge, session, size: size ?? null },
  });
  return edge === 'videos'
    ? json(200, {
        video_id: id,
        upload_session_id: session,
        start_offset: '0',
        end_offset: String(Math.min(size ?? 0, pieceBytes)),
      })
    : json(200, {
        video_id: id,
        upload_url: `${world.origin()}/facebook/rupload/video-upload/${exchange.parameters['version'] ?? ''}/${id}`,
      });
}

function transfer(
  world: FacebookWorld,
  exchange: Exchange,
  { upload_session_id: session, start_offset: offset }: Phase,
  bytes: Uint8Array | undefined,
): Answer {
  const video = [...world.state.videos.values()].find((known) => known.session === session);
  if (video === undefined) return unknownObject(session ?? '');
  if (bytes === undefined || bytes.length === 0) return badParameter('video_file_chunk is required');
  if (offset !== video.received) {
    return graphError({
      code: 6_000,
      subcode: 1_363_037,
      message: 'There was a problem uploading your video file.',
      data: {
        start_offset: video.received,
        end_offset: Math.min(video.size ?? 0, video.received + pieceBytes),
      },
    });
  }
  takeBytes(world, exchange, video, bytes, video.size ?? 0);
  return json(200, {
    start_offset: String(video.received),
    end_offset: String(Math.min(video.size ?? 0, video.received + pieceBytes)),
  });
}

/** Takes a piece; with the last one the video is looked at. */
function takeBytes(
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

function finish(
  world: FacebookWorld,
  exchange: Exchange,
  caller: Caller,
  edge: Video['edge'],
  phase: Phase,
): Answer {
  const { upload_session_id: session, video_id: id, description, title = null } = phase;
  const { state, now } = world;
  const video =
    edge === 'videos'
      ? [...state.videos.values()].find((known) => known.session === session)
      : state.videos.get(id ?? '');
  if (video?.page !== caller.page.id || video.edge !== edge) return unknownObject(id ?? session ?? '');
  if (video.final === null) return badParameter('The video has not been uploaded completely', 1_363_026);
  const isReel = edge === 'video_reels';
  if (isReel && phase.video_state === undefined) return badParameter('video_state is required');
  const isScheduled = isReel ? phase.video_state === 'SCHEDULED' : !phase.published;
  const at = scheduledFor(world, { ...phase, published: !isScheduled });
  if (at !== null && typeof at !== 'number') return at;
  const answered = (number: string): Answer =>
    json(200, edge === 'videos' ? { success: true } : { success: true, post_id: number });
  // One upload makes one post, however often it is finished.
  if (video.postId !== null) return answered(video.postId.split('_').at(-1) ?? '');
  if (video.final.failure !== null) return json(200, { success: true });
  if (isReel && reelsOfToday(world, caller.page.id) >= reelsADay) {
    return graphError({ code: 613, message: '(#613) Calls to this api have exceeded the rate limit.' });
  }
  const kind = edge === 'videos' ? 'video' : isReel ? 'reel' : 'video_story';
  const { readyAt: ready } = video.final;
  return answered(
    createdOf(world, exchange, caller, {
      kind,
      media: video.id,
      text: description,
      title,
      scheduledFor: at,
      readyAt: Math.max(ready, exchange.bend.slowMediaMs === 0 ? 0 : now() + exchange.bend.slowMediaMs),
    }),
  );
}

const reelsOfToday = ({ state, now }: FacebookWorld, page: string): number =>
  state.postsBy(page).filter(({ kind, at }) => kind === 'reel' && now() - at < dayMs).length;

function createdOf(
  world: FacebookWorld,
  exchange: Exchange,
  { page }: Caller,
  post: {
    readonly kind: string;
    readonly media: string;
    readonly text: string;
    readonly title: string | null;
    readonly scheduledFor: number | null;
    readonly readyAt: number;
  },
): string {
  const { kind, media, text, title, scheduledFor: at, readyAt: ready } = post;
  const number = world.state.nextId();
  accept(world, exchange, {
    operation: 'posts.create',
    account: page.id,
    id: `${page.id}_${number}`,
    text,
    media: [media],
    detail: { kind, link: null, title, scheduledFor: at, readyAt: ready },
  });
  return number;
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
