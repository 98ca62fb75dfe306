import { json, jsonOf } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import type { PersonalCaller } from '../api/endpoint.ts';
import { isAnswer, readBody } from '../api/query.ts';
import { invalidRequest } from '../problems.ts';
import type { BadParameter } from '../problems.ts';
import type { Medium, Upload } from '../state.ts';
import type { XWorld } from '../world.ts';
import { mediaLifeMs } from './attach.ts';
import { carriedBy } from './carried.ts';
import type { MediaFiles } from '../../media/files.ts';
import { inspect } from '../../media/inspect.ts';
import { processingFailure } from './failure.ts';
import { mediumAnswer } from './processing.ts';
import { readyAt } from '../../media/processing.ts';
import { keyOf } from './represent.ts';
import { appendSchema, categories, initializeSchema, oneShotSchema } from './schemas.ts';

const largestSegment = 5 * 1024 * 1024;

/** `POST /2/media/upload/initialize`. */
export function initializeUpload(world: XWorld, exchange: Exchange, caller: PersonalCaller): Answer {
  const request = readBody(jsonOf(exchange), initializeSchema);
  if (isAnswer(request)) return request;
  const { most, types } = categories[request.media_category];
  if (!types.some((type) => type === request.media_type))
    return bad('media_category', 'does not take this media type');
  if (request.total_bytes > most) return bad('total_bytes', `File size exceeds ${most} bytes.`);
  const id = world.state.snowflakes.next(world.now());
  record(world, exchange, caller, 'media.initialize', id, {
    mediaType: request.media_type,
    category: request.media_category,
    totalBytes: request.total_bytes,
  });
  const kind = request.media_category === 'tweet_image' ? 'photo' : 'video';
  return json(200, {
    data: {
      id,
      media_key: keyOf(id, request.media_category === 'tweet_gif' ? 'animated_gif' : kind),
      expires_after_secs: mediaLifeMs / 1000,
    },
  });
}

/** `POST /2/media/upload/:id/append`. A segment may come again; segments may come in any order. */
export async function appendSegment(
  world: XWorld,
  files: MediaFiles,
  exchange: Exchange,
  caller: PersonalCaller,
): Promise<Answer> {
  const carried = await carriedBy(exchange);
  if (isAnswer(carried)) return carried;
  const request = readBody(carried.fields, appendSchema);
  if (isAnswer(request)) return request;
  const upload = openUpload(world, exchange, caller);
  if (upload === undefined) return unknownMedia(exchange);
  if (carried.bytes.length === 0 || carried.bytes.length > largestSegment) {
    return bad('media', `A segment holds 1 to ${largestSegment} bytes.`);
  }
  files.putSegment(upload.id, request.segment_index, carried.bytes);
  return json(200, { data: { expires_at: Math.floor((upload.at + mediaLifeMs) / 1000) } });
}

/** `POST /2/media/upload/:id/finalize`. Asked again, it answers the same. */
export function finalizeUpload(
  world: XWorld,
  files: MediaFiles,
  exchange: Exchange,
  caller: PersonalCaller,
): Answer {
  const id = exchange.parameters.id ?? '';
  const done = world.state.media.get(id);
  if (done?.account === caller.person.id) return json(200, { data: mediumAnswer(done, world.now()) });
  const upload = openUpload(world, exchange, caller);
  if (upload === undefined) return unknownMedia(exchange);
  if (files.join(id) !== upload.totalBytes) {
    return bad('media_id', 'Segments do not add up to provided total file size.');
  }
  const answer = finish(world, files, exchange, caller, {
    id,
    category: upload.category,
    operation: 'media.finalize',
  });
  files.dropSegments(id);
  return answer;
}

/** `POST /2/media/upload`: a whole picture in one request. */
export async function uploadAtOnce(
  world: XWorld,
  files: MediaFiles,
  exchange: Exchange,
  caller: PersonalCaller,
): Promise<Answer> {
  const carried = await carriedBy(exchange);
  if (isAnswer(carried)) return carried;
  const request = readBody(carried.fields, oneShotSchema);
  if (isAnswer(request)) return request;
  const { most } = categories[request.media_category];
  if (carried.bytes.length > most) return bad('media', `File size exceeds ${most} bytes.`);
  const id = world.state.snowflakes.next(world.now());
  files.put(id, carried.bytes);
  return finish(world, files, exchange, caller, {
    id,
    category: request.media_category,
    operation: 'media.upload',
  });
}

/** Looks at the bytes, stores what they are, and answers. */
function finish(
  world: XWorld,
  files: MediaFiles,
  exchange: Exchange,
  caller: PersonalCaller,
  what: { id: string; category: keyof typeof categories; operation: 'media.finalize' | 'media.upload' },
): Answer {
  const seen = files.look(what.id, (bytes) => ({ size: bytes.size, inspected: inspect(bytes) }));
  const { types } = categories[what.category];
  const { inspected } = seen;
  if (inspected === undefined || !types.some((type) => type === inspected.mediaType)) {
    return bad('media', 'media type unrecognized.');
  }
  const { slowMediaMs } = exchange.bend;
  record(world, exchange, caller, what.operation, what.id, {
    mediaType: inspected.mediaType,
    kind: inspected.kind,
    width: inspected.width,
    height: inspected.height,
    durationMs: inspected.durationMs,
    failure: processingFailure(inspected),
    category: what.category,
    size: seen.size,
    readyAt: readyAt(inspected, seen.size, slowMediaMs, world.now()),
  });
  const medium: Medium | undefined = world.state.media.get(what.id);
  return json(200, { data: medium === undefined ? {} : mediumAnswer(medium, world.now()) });
}

function record(
  world: XWorld,
  exchange: Exchange,
  caller: PersonalCaller,
  operation: string,
  id: string,
  detail: Record<string, string | number | null>,
): void {
  world.state.apply(
    world.journal.append({
      network: 'x',
      operation,
      account: caller.person.id,
      id,
      text: null,
      inReplyTo: null,
      media: [],
      clientRequestAt: exchange.receivedAt,
      clientGone: exchange.gone.aborted,
      detail,
    }),
  );
}

function openUpload(world: XWorld, exchange: Exchange, caller: PersonalCaller): Upload | undefined {
  const upload = world.state.uploads.get(exchange.parameters.id ?? '');
  if (upload === undefined || upload.account !== caller.person.id) return undefined;
  return world.now() > upload.at + mediaLifeMs ? undefined : upload;
}

/** Answers that no upload of this person has this id, or that it has expired. */
export function unknownMedia(exchange: Exchange): Answer {
  const id = exchange.parameters.id ?? exchange.query.get('media_id') ?? '';
  return invalidRequest({ name: 'media_id', values: [id], message: 'Your media IDs are invalid.' });
}

function bad(name: BadParameter['name'], message: string): Answer {
  return invalidRequest({ name, values: [], message });
}
