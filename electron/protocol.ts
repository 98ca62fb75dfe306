import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import type { EngineMedia, ServedFile } from '../src/host/engine-face.ts';
import { parseByteRange } from '../src/host/web/byte-range.ts';
import { renderPage } from '../src/host/web/page.ts';
import { contentSecurityPolicy } from '../src/host/web/security-headers.ts';
import { typeOfExtension } from '../src/host/web/static-files.ts';
import { webStream } from '../src/host/web-stream.ts';
import { appScheme } from './addresses.ts';
import { readAppRequest } from './app-request.ts';

/** Makes `app:` a scheme with an origin. Call before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Serves the window, the library's media and the accounts' pictures from our own scheme. Call once the app is ready. */
export function serveScheme(buildDirectory: string, media: EngineMedia): void {
  protocol.handle(appScheme, async (request) => {
    const meant = readAppRequest(request.method, request.url, buildDirectory);
    switch (meant.kind) {
      case 'page':
        return page(buildDirectory);
      case 'file':
        return file(meant.path);
      case 'media':
        return served(media.open(meant.id), request.headers.get('range') ?? undefined);
      case 'picture':
        return served(media.openPicture(meant.accountId), undefined);
      case 'refused':
        return new Response(null, { status: meant.status });
    }
  });
}

async function page(buildDirectory: string): Promise<Response> {
  const { html, styleNonce } = await renderPage(buildDirectory, {});
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy("'self'", styleNonce),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

async function file(path: string): Promise<Response> {
  const type = typeOfExtension[extname(path)];
  const body = type === undefined ? null : await readFile(path).catch(() => null);
  if (type === undefined || body === null) return new Response(null, { status: 404 });
  return new Response(body, {
    headers: { 'content-type': type, 'x-content-type-options': 'nosniff' },
  });
}

function served(found: ServedFile | null, rangeHeader: string | undefined): Response {
  if (found === null) return new Response(null, { status: 404 });
  const headers = {
    'content-type': found.mimeType,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
  };
  const range = parseByteRange(rangeHeader, found.bytes);
  if (range === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${found.bytes}` },
    });
  }
  const part = range === 'whole' ? { start: 0, end: found.bytes - 1 } : range;
  const body = found.bytes === 0 ? null : webStream(createReadStream(found.path, part));
  return new Response(body, {
    status: range === 'whole' ? 200 : 206,
    headers: {
      ...headers,
      'content-length': String(part.end - part.start + 1),
      ...(range !== 'whole' && { 'content-range': `bytes ${part.start}-${part.end}/${found.bytes}` }),
    },
  });
}
