import { z } from 'zod';
import { json } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { parametersOf } from '../meta/parameters.ts';
import { badParameter, graphError, unknownObject } from '../meta/problems.ts';
import type { Caller } from './gate.ts';
import { publishMedia } from './publish-media.ts';
import type { Video } from './state.ts';
import { takeBytes } from './video-bytes.ts';
import { accept } from './world.ts';
import type { FacebookWorld } from './world.ts';
import { refusedWriter, schedule, scheduledFor } from './write-posts.ts';

/** The server names the end of the next piece; a client may send less. */
const pieceBytes = 64 * 1024 * 1024;
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

/** A phase of an upload; the last one publishes the video. */
export async function takeVideoPhase(
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
    publishMedia(world, exchange, caller, {
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
