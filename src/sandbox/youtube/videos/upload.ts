import { appendFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { empty, json, jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { lookedThrough } from '../../life/looked-through.ts';
import { rewritten } from '../../life/rewritten.ts';
import { inspect } from '../../media/inspect.ts';
import type { Inspected } from '../../media/inspected.ts';
import { readyAt } from '../../media/processing.ts';
import type { Caller } from '../api/endpoint.ts';
import { isAnswer, parts, readQuery } from '../api/query.ts';
import { newVideoId } from '../ids.ts';
import { badRequest, problem } from '../problems.ts';
import { record } from '../record.ts';
import type { Session, Video } from '../state.ts';
import type { YouTubeWorld } from '../world.ts';
import { faultOf, resourceSchema } from './resource.ts';
import { videoParts, videoResource } from './represent.ts';

const dayMs = 86_400_000;
/** A session is known for a week. */
const sessionLifeMs = 7 * dayMs;
const pieceUnit = 262_144;

const path = '/youtube/upload/youtube/v3/videos';
const boolean = z.enum(['true', 'false']);

/** `POST /upload/youtube/v3/videos?uploadType=resumable`: opens a session for a video with these words. */
export function openSession(world: YouTubeWorld, exchange: Exchange, { person }: Caller): Answer {
  const query = readQuery(exchange, {
    uploadType: z.literal('resumable'),
    part: parts(...videoParts),
    notifySubscribers: boolean.optional(),
    autoLevels: boolean.optional(),
    stabilize: boolean.optional(),
  });
  if (isAnswer(query)) return query;
  const parsed = resourceSchema.safeParse(jsonOf(exchange));
  if (!parsed.success) return badRequest(z.prettifyError(parsed.error), 'invalidVideoMetadata');
  const fault = faultOf(parsed.data, world.now());
  if (fault !== null) return badRequest(fault.message, fault.reason);
  const mediaType = header(exchange, 'x-upload-content-type') ?? 'video/*';
  if (!/^(?:video\/|application\/octet-stream$)/.test(mediaType)) {
    return badRequest(`Media type '${mediaType}' is not supported.`, 'mediaTypeNotSupported');
  }
  const length = header(exchange, 'x-upload-content-length');
  if (length !== undefined && !/^[1-9]\d{0,14}$/.test(length)) {
    return badRequest('X-Upload-Content-Length: not a length', 'invalidParameter');
  }
  const { forcePrivate, uploadsADay } = world.settings.now;
  const since = world.now() - dayMs;
  const today = world.state.videosOf(person.id).filter(({ at, invented }) => at > since && !invented);
  if (today.length >= uploadsADay) {
    return problem({
      status: 400,
      reason: 'uploadLimitExceeded',
      message: 'The user has exceeded the number of videos they may upload.',
      domain: 'youtube.video',
    });
  }
  const id = `AHm${randomBytes(24).toString('base64url')}`;
  record(world, exchange, {
    operation: 'media.initialize',
    account: person.id,
    id,
    detail: {
      resource: z.json().parse(JSON.parse(JSON.stringify(parsed.data))),
      mediaType,
      bytes: length === undefined ? null : Number(length),
      forcePrivate,
    },
  });
  const asked = [...query.part].join(',');
  const location = `${world.baseUrl()}${path}?uploadType=resumable&part=${asked}&upload_id=${id}`;
  return empty(200, { location, 'x-guploader-uploadid': id, 'content-length': '0' });
}

/** Whether a request to a session sends the bytes that complete it. */
export function completes({ headers }: Exchange): boolean {
  const [, last, of] = /^bytes \d+-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
  return last !== undefined && Number(last) + 1 === Number(of);
}

/**
 * `PUT <session>`: bytes, or the question how many have arrived. Nothing but the address is needed. `slowed` keeps how
 * long processing is to take where a fault said so on the way.
 */
export function putPiece(world: YouTubeWorld, exchange: Exchange, slowed: Map<string, number>): Answer {
  const session = world.state.sessions.get(exchange.query.get('upload_id') ?? '');
  if (session === undefined || world.now() > session.at + sessionLifeMs) return empty(404);
  slowed.set(session.id, Math.max(slowed.get(session.id) ?? 0, exchange.bend.slowMediaMs));
  const made = world.state.madeBy(session.id);
  if (made !== undefined) return videoAnswer(world, exchange, made);
  const file = world.files.path(session.id);
  const stored = existsSync(file) ? statSync(file).size : 0;
  const range =
    header(exchange, 'content-range') ?? `bytes 0-${exchange.body.length - 1}/${exchange.body.length}`;
  if (/^bytes \*\/(?:\d+|\*)$/.test(range)) return incomplete(stored);
  const [, from, last, of] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(range) ?? [];
  const [at, until, total] = [Number(from), Number(last) + 1, Number(of)];
  if (of === undefined || until - at !== exchange.body.length || until > total) {
    return badRequest('Failed to parse Content-Range header.', 'badRequest');
  }
  if (session.bytes !== null && session.bytes !== total) {
    return badRequest('The total differs from X-Upload-Content-Length.', 'badRequest');
  }
  if (until < total && (until - at) % pieceUnit !== 0) {
    return badRequest('Chunk size must be a multiple of 262144.', 'badRequest');
  }
  // Bytes that do not continue what is there are not kept.
  if (at !== stored) return incomplete(stored);
  appendFileSync(file, exchange.body);
  return until < total ? incomplete(until) : complete(world, exchange, session, slowed.get(session.id) ?? 0);
}

function incomplete(stored: number): Answer {
  return empty(308, { 'content-length': '0', ...(stored > 0 && { range: `bytes=0-${stored - 1}` }) });
}

/** All bytes are there: the video comes into being, and its processing begins. */
function complete(world: YouTubeWorld, exchange: Exchange, session: Session, slowMediaMs: number): Answer {
  const { files, state, now } = world;
  const { size, inspected, sha256 } = files.look(session.id, (bytes) => ({
    size: bytes.size,
    inspected: inspect(bytes),
    sha256: createHash('sha256').update(bytes.read(0, bytes.size)).digest('hex'),
  }));
  const { forcePrivate, resource } = session;
  const description = exchange.bend.rewriteText
    ? rewritten(resource.snippet.description)
    : resource.snippet.description;
  const { publishAt, ...status } = resource.status;
  const kept = {
    snippet: { ...resource.snippet, description },
    status: forcePrivate
      ? { ...status, privacyStatus: 'private' }
      : { ...status, ...(publishAt !== undefined && { publishAt }) },
  };
  const known = state.videosOf(session.channel).some((video) => video.sha256 === sha256);
  const id = newVideoId();
  const work: Inspected = inspected ?? {
    mediaType: '',
    kind: 'video',
    width: null,
    height: null,
    durationMs: null,
    frames: 1,
    playable: false,
  };
  const ready = readyAt(work, size, slowMediaMs, now());
  record(world, exchange, {
    operation: 'posts.create',
    account: session.channel,
    id,
    text: description,
    media: [session.id],
    detail: {
      session: session.id,
      sentText: exchange.bend.rewriteText ? resource.snippet.description : null,
      resource: z.json().parse(JSON.parse(JSON.stringify(kept))),
      sha256,
      bytes: size,
      durationMs: work.durationMs,
      width: work.width,
      height: work.height,
      readyAt: ready,
      failure: failureOf(inspected),
      rejection: known ? 'duplicate' : null,
      refusal: refusalOf(exchange, resource.snippet.description, ready),
    },
  });
  return videoAnswer(world, exchange, id);
}

/** What YouTube finds after it has processed a video. */
function refusalOf(
  { bend, receivedAt }: Exchange,
  description: string,
  ready: number,
): { at: number; reason: string } | null {
  const looked = lookedThrough(description, bend, 'copyright');
  if (looked === null || looked.refuse === null) return null;
  return { at: Math.max(ready, receivedAt) + looked.ms, reason: looked.refuse };
}

function failureOf(inspected: Inspected | undefined): string | null {
  if (inspected === undefined || inspected.kind !== 'video') return 'invalidFile';
  return inspected.playable ? null : 'conversion';
}

function videoAnswer(world: YouTubeWorld, { query }: Exchange, id: string): Answer {
  const video: Video | undefined = world.state.video(id);
  if (video === undefined)
    return json(200, { kind: 'youtube#video', id, status: { uploadStatus: 'deleted' } });
  const wanted = new Set((query.get('part') ?? 'snippet,status').split(','));
  return json(200, videoResource(world, video, wanted));
}

/** Removes what came in of sessions that have ended. */
export function forgetOldSessions({ state, files, now }: YouTubeWorld): void {
  for (const { id, at } of state.sessions.values()) {
    if (now() <= at + sessionLifeMs) continue;
    if (state.madeBy(id) === undefined) rmSync(files.path(id), { force: true });
  }
}

function header({ headers }: Exchange, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
