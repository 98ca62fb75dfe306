import { createHash } from 'node:crypto';
import { z } from 'zod';
import { empty, json, jsonOf } from '../exchange.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { inspect } from '../media/inspect.ts';
import { readyAt } from '../media/processing.ts';
import type { Caller, Endpoint } from './gate.ts';
import { accessDenied, badRequest, notFound } from './problems.ts';
import { accountOf, writingRefused } from './rights.ts';
import type { Upload } from './uploads.ts';
import { record } from './world.ts';
import type { LinkedInWorld } from './world.ts';

const posting = ['w_member_social', 'w_organization_social'];
const mostVideoBytes = 5_000_000_000;

const imageSchema = z.strictObject({ initializeUploadRequest: z.strictObject({ owner: z.string() }) });
const videoSchema = z.union([
  z.strictObject({
    initializeUploadRequest: z.strictObject({
      owner: z.string(),
      fileSizeBytes: z.int().positive().max(mostVideoBytes),
      uploadCaptions: z.boolean(),
      uploadThumbnail: z.boolean(),
    }),
  }),
  z.strictObject({
    finalizeUploadRequest: z.strictObject({
      video: z.string(),
      uploadToken: z.string(),
      uploadedPartIds: z.array(z.string()).min(1),
    }),
  }),
]);

/** Pictures and videos: begun, put in parts, finished, asked for. */
export function mediaEndpoints(world: LinkedInWorld): readonly Endpoint[] {
  const common = { scopes: posting, versioned: true } as const;
  return [
    {
      ...common,
      method: 'POST',
      path: '/linkedin/rest/images',
      operation: 'media.initialize',
      handle: (exchange, caller) => beginImage(world, exchange, caller),
    },
    {
      ...common,
      method: 'POST',
      path: '/linkedin/rest/videos',
      operation: 'media.finalize',
      handle: (exchange, caller) => video(world, exchange, caller),
    },
    {
      ...common,
      versioned: false,
      method: 'PUT',
      path: '/linkedin/dms-uploads/:file/:part',
      operation: 'media.upload',
      handle: (exchange, caller) => takeBytes(world, exchange, caller),
    },
    {
      ...common,
      method: 'GET',
      path: '/linkedin/rest/images/:urn',
      operation: 'media.status',
      handle: (exchange, { grant }) =>
        grant.scopes.includes('r_organization_social') ? status(world, exchange) : accessDenied('images.GET'),
    },
    {
      ...common,
      method: 'GET',
      path: '/linkedin/rest/videos/:urn',
      operation: 'media.status',
      handle: (exchange) => status(world, exchange),
    },
  ];
}

function beginImage(world: LinkedInWorld, exchange: Exchange, caller: Caller): Answer {
  const request = imageSchema.safeParse(jsonOf(exchange));
  if (!request.success || exchange.query.get('action') !== 'initializeUpload') return invalid(request.error);
  const { owner } = request.data.initializeUploadRequest;
  const refused = writingRefused(caller, owner, 'images.INITIALIZEUPLOAD');
  if (refused !== undefined) return refused;
  const upload = world.uploads.begin(owner, 'image', 1, world.now());
  return json(200, {
    value: {
      uploadUrlExpiresAt: upload.endsAt,
      uploadUrl: addressOf(world, upload, 0),
      image: upload.urn,
    },
  });
}

function video(world: LinkedInWorld, exchange: Exchange, caller: Caller): Answer {
  const request = videoSchema.safeParse(jsonOf(exchange));
  if (!request.success) return invalid(request.error);
  if ('finalizeUploadRequest' in request.data) {
    const { video: urn, uploadedPartIds } = request.data.finalizeUploadRequest;
    return finishVideo(world, exchange, urn, uploadedPartIds);
  }
  const { owner, fileSizeBytes } = request.data.initializeUploadRequest;
  const refused = writingRefused(caller, owner, 'videos.INITIALIZEUPLOAD');
  if (refused !== undefined) return refused;
  const upload = world.uploads.begin(owner, 'video', fileSizeBytes, world.now());
  return json(200, {
    value: {
      uploadUrlsExpireAt: upload.endsAt,
      video: upload.urn,
      uploadToken: '',
      uploadInstructions: upload.parts.map(({ first, last }, index) => ({
        uploadUrl: addressOf(world, upload, index),
        firstByte: first,
        lastByte: last,
      })),
    },
  });
}

function takeBytes(world: LinkedInWorld, exchange: Exchange, caller: Caller): Answer {
  const { file = '', part = '' } = exchange.parameters;
  const upload = world.uploads.find(file, world.now());
  const place = upload?.parts[Number(part)];
  if (upload === undefined || place === undefined) return notFound(`upload ${file}`);
  const refused = writingRefused(caller, upload.owner, 'dms-uploads.PUT');
  if (refused !== undefined) return refused;
  if (upload.kind === 'image') return takeImage(world, exchange, upload);
  if (exchange.body.length !== place.last - place.first + 1) {
    return badRequest('ILLEGAL_ARGUMENT', 'The part does not have the length that was asked for.');
  }
  world.files.putSegment(file, Number(part), exchange.body);
  const etag = `"/ambry-video/signedId/${createHash('sha256').update(exchange.body).digest('base64url')}"`;
  upload.etags.set(Number(part), etag);
  return empty(200, { etag });
}

function takeImage(world: LinkedInWorld, exchange: Exchange, upload: Upload): Answer {
  if (exchange.body.length === 0) return badRequest('ILLEGAL_ARGUMENT', 'There are no bytes.');
  world.files.put(upload.file, exchange.body);
  finish(world, exchange, upload, 'media.upload');
  return empty(201);
}

function finishVideo(
  world: LinkedInWorld,
  exchange: Exchange,
  urn: string,
  partIds: readonly string[],
): Answer {
  if (world.state.media.has(urn)) return json(200, {});
  const upload = world.uploads.find(urn.slice(urn.lastIndexOf(':') + 1), world.now());
  if (upload === undefined) return notFound(urn);
  const whole =
    upload.etags.size === upload.parts.length &&
    partIds.length === upload.parts.length &&
    partIds.every((id, index) => upload.etags.get(index) === id);
  if (!whole) return badRequest('ILLEGAL_ARGUMENT', 'The uploaded parts are not those of the video.');
  world.files.join(upload.file);
  world.files.dropSegments(upload.file);
  finish(world, exchange, upload, 'media.finalize');
  return json(200, {});
}

/** Looks at the bytes and stores what they are. */
function finish(world: LinkedInWorld, exchange: Exchange, upload: Upload, operation: string): void {
  const seen = world.files.look(upload.file, (bytes) => ({ size: bytes.size, inspected: inspect(bytes) }));
  const { inspected } = seen;
  const wanted = upload.kind === 'image' ? ['photo', 'animated_gif'] : ['video'];
  const fits = inspected !== undefined && wanted.includes(inspected.kind) && inspected.playable;
  record(world, exchange, {
    operation,
    account: accountOf(upload.owner),
    id: upload.urn,
    detail: {
      owner: upload.owner,
      mediaType: inspected?.mediaType ?? 'application/octet-stream',
      kind: upload.kind,
      file: upload.file,
      readyAt:
        inspected === undefined ? 0 : readyAt(inspected, seen.size, exchange.bend.slowMediaMs, world.now()),
      failure: fits ? null : 'The file could not be processed.',
    },
  });
  world.uploads.done(upload.file);
}

function status(world: LinkedInWorld, { parameters }: Exchange): Answer {
  const urn = parameters.urn ?? '';
  const medium = world.state.media.get(urn);
  if (medium === undefined) {
    const waiting = world.uploads.find(urn.slice(urn.lastIndexOf(':') + 1), world.now());
    return waiting === undefined ? notFound(urn) : json(200, { id: urn, status: 'WAITING_UPLOAD' });
  }
  if (world.now() < medium.readyAt) return json(200, { id: urn, status: 'PROCESSING' });
  if (medium.failure === null) return json(200, { id: urn, owner: medium.owner, status: 'AVAILABLE' });
  return json(200, { id: urn, status: 'PROCESSING_FAILED', processingFailureReason: medium.failure });
}

function addressOf(world: LinkedInWorld, upload: Upload, part: number): string {
  return `${world.baseUrl()}/${world.name}/dms-uploads/${upload.file}/${part}?ca=vector_ads&cn=uploads&sync=0`;
}

function invalid(error: z.ZodError | undefined): Answer {
  return badRequest(
    'ILLEGAL_ARGUMENT',
    error === undefined ? 'The action is not known.' : z.prettifyError(error),
  );
}
