import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isOcmaError } from '../../shared/errors.ts';
import { describeOcmaError } from '../describe-error.ts';
import type { EngineMedia, ServedFile } from '../engine-face.ts';
import { parseByteRange } from './byte-range.ts';
import { reply, replyError } from './replies.ts';

/** More than any network takes in one file. */
const largestUpload = 2_000_000_000;
const tooLarge = 'The file is larger than 2 GB, which is more than any network takes.';

/** What media routes need beside the request. */
export interface MediaRoutes {
  readonly media: EngineMedia;
  readonly largestUpload?: number;
}

/** `PUT /media?name=&workspaceId=&madeFrom=`: streams the body into the library and answers 201 with the media. */
export async function putMedia(
  { media, largestUpload: limit = largestUpload }: MediaRoutes,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  const name = query.get('name');
  if (!name || name.length > 400) {
    replyError(response, 'invalid_input', 'Name the file: PUT /media?name=photo.jpg.');
    return;
  }
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    refuseTooLarge(response);
    return;
  }
  const counted = limitBytes(limit);
  // The library ends or destroys `counted`; a client that goes away ends it with an error.
  const incoming = pipeline(request, counted).catch(() => undefined);
  try {
    const stored = await media.put(query.get('workspaceId'), name, counted, query.get('madeFrom'));
    reply(response, 201, JSON.stringify(stored), { 'content-type': 'application/json; charset=utf-8' });
  } catch (error) {
    if (counted.errored instanceof TooLargeError) {
      refuseTooLarge(response);
    } else if (isOcmaError(error)) {
      const { message, fix } = describeOcmaError(error);
      replyError(response, error.code, message, { fix });
    } else if (request.complete) throw error;
    // Otherwise the window has stopped the upload, and nobody waits for an answer.
  } finally {
    counted.destroy();
    await incoming;
  }
}

/** `GET /media/<id>`, whole or one range of it. The bytes of an id never change. */
export async function getMedia(
  { media }: MediaRoutes,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const file = media.open(id);
  if (file === null)
    replyError(response, 'not_found', 'This picture or video is not in the library any more.');
  else await sendFile(request, response, file, id);
}

/** `GET /avatars/<account>?v=<hash>`: an account's picture, whose bytes never change under one `v`. */
export async function getPicture(
  { media }: MediaRoutes,
  request: IncomingMessage,
  response: ServerResponse,
  accountId: string,
): Promise<void> {
  const file = media.openPicture(accountId);
  if (file === null) replyError(response, 'not_found', 'There is no picture of this account.');
  else await sendFile(request, response, file, basename(file.path));
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: ServedFile,
  tag: string,
): Promise<void> {
  const headers = {
    'content-type': file.mimeType,
    'content-security-policy': "default-src 'none'; sandbox",
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=31536000, immutable',
    etag: `"${tag}"`,
  };
  if (request.headers['if-none-match'] === headers.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const range = parseByteRange(request.headers.range, file.bytes);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${file.bytes}` }).end();
    return;
  }
  const { start, end } = range === 'whole' ? { start: 0, end: file.bytes - 1 } : range;
  response.writeHead(range === 'whole' ? 200 : 206, {
    ...headers,
    'content-length': String(end - start + 1),
    ...(range !== 'whole' && { 'content-range': `bytes ${start}-${end}/${file.bytes}` }),
  });
  if (request.method === 'HEAD' || file.bytes === 0) {
    response.end();
    return;
  }
  await pipeline(createReadStream(file.path, { start, end }), response).catch((error: unknown) => {
    // A player that seeks closes the connection; that is no failure.
    if (!response.destroyed && !response.writableEnded) throw error;
  });
}

/** The rest of the body is not worth reading, so the connection ends. */
function refuseTooLarge(response: ServerResponse): void {
  response.setHeader('connection', 'close');
  replyError(response, 'media_invalid', tooLarge, { status: 413 });
}

class TooLargeError extends Error {}

function limitBytes(limit: number): Transform {
  let passed = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.byteLength;
      if (passed > limit) done(new TooLargeError());
      else done(null, chunk);
    },
  });
}
