import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { reply } from './replies.ts';

/** The media type of each kind of file that a build holds; others are not served. */
export const typeOfExtension: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const worthCompressing = /^(text|application)\/|svg/;
const smallestToCompress = 1_024;

type Encoding = 'br' | 'gzip' | 'identity';

interface StaticFile {
  readonly type: string;
  readonly etag: string;
  readonly immutable: boolean;
  readonly bodies: Map<Encoding, Promise<Buffer>>;
}

/** The files of one directory, read once and compressed once. */
export interface StaticFiles {
  /** Answers with the file at a path such as `/assets/main.js`; false where there is none. */
  serve(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<boolean>;
}

/** Serves a build whose files do not change while it is served; names under `/assets/` carry their content's hash. */
export function createStaticFiles(directory: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  const load = async (pathname: string): Promise<StaticFile | null> => {
    const known = files.get(pathname);
    if (known) return known;
    const path = containedPath(directory, pathname);
    const type = path && typeOfExtension[extname(path)];
    if (!path || !type) return null;
    const body = await readFile(path).catch(() => null);
    if (body === null) return null;
    const file: StaticFile = {
      type,
      etag: createHash('sha256').update(body).digest('base64url').slice(0, 27),
      immutable: pathname.startsWith('/assets/'),
      bodies: new Map([['identity', Promise.resolve(body)]]),
    };
    files.set(pathname, file);
    return file;
  };
  return {
    async serve(request, response, pathname) {
      const file = await load(pathname);
      if (file === null) return false;
      const encoding = await encodingFor(file, request.headers['accept-encoding']);
      const headers = {
        'content-type': file.type,
        'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
        etag: `"${file.etag}-${encoding}"`,
        vary: 'accept-encoding',
      };
      if (request.headers['if-none-match'] === headers.etag) {
        response.writeHead(304, headers).end();
        return true;
      }
      const body = await encoded(file, encoding);
      reply(response, 200, body, {
        ...headers,
        ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      });
      return true;
    },
  };
}

/** The file that a path of an address means, or null where it would lie outside the directory. */
export function containedPath(directory: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const path = resolve(join(directory, decoded));
  const inside = relative(resolve(directory), path);
  return inside === '' || inside.startsWith('..') || resolve(inside) === inside ? null : path;
}

async function encodingFor(file: StaticFile, accepted: string | undefined): Promise<Encoding> {
  const size = (await file.bodies.get('identity'))?.byteLength ?? 0;
  if (size < smallestToCompress || !worthCompressing.test(file.type)) return 'identity';
  const offered = (accepted ?? '').split(',').map((part) => part.split(';')[0]?.trim());
  if (offered.includes('br')) return 'br';
  return offered.includes('gzip') ? 'gzip' : 'identity';
}

async function encoded(file: StaticFile, encoding: Encoding): Promise<Buffer> {
  const known = file.bodies.get(encoding);
  if (known) return known;
  const made = compress(await encoded(file, 'identity'), encoding);
  file.bodies.set(encoding, made);
  return made;
}

function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      // Level 5: on loopback a better level costs more time than it saves.
      return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    case 'gzip':
      return promisify(gzip)(body);
    case 'identity':
      return Promise.resolve(body);
  }
}
