import type { ServerResponse } from 'node:http';
import { errorStatus } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';

/** Answers with an error in the shape that the API's procedures use, so that a script reads one shape only. */
export function replyError(
  response: ServerResponse,
  code: ErrorCode,
  message: string,
  { fix = null, status = errorStatus[code] }: { fix?: string | null; status?: number } = {},
): void {
  reply(response, status, JSON.stringify({ defined: true, code, status, message, data: { message, fix } }), {
    'content-type': 'application/json; charset=utf-8',
  });
}

/** Answers with a small page that says one thing in plain words. */
export function replyPage(response: ServerResponse, status: number, title: string, sentence: string): void {
  const page =
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">' +
    `<title>${title}</title></head><body><main><h1>${title}</h1><p>${sentence}</p></main></body></html>`;
  reply(response, status, page, { 'content-type': 'text/html; charset=utf-8' });
}

/** Answers with a whole body. Nothing of it may be stored unless `headers` says so. */
export function reply(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Record<string, string>,
): void {
  response.writeHead(status, {
    'cache-control': 'no-store',
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
