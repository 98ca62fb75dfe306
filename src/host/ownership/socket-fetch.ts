import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { webStream } from '../web-stream.ts';

/** `fetch` to a server that listens on a local socket or a named pipe; the address's host is ignored. */
export function socketFetch(socketPath: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const outgoing = httpRequest({
      socketPath,
      method: request.method,
      path: url.pathname + url.search,
      headers: Object.fromEntries(request.headers),
      signal: request.signal,
    });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve);
      outgoing.once('error', reject);
    });
    outgoing.end(Buffer.from(await request.arrayBuffer()));
    return toResponse(await answered);
  };
}

function toResponse(incoming: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const single of Array.isArray(value) ? value : [value]) {
      if (single !== undefined) headers.append(name, single);
    }
  }
  const status = incoming.statusCode ?? 500;
  const empty = status === 204 || status === 304;
  return new Response(empty ? null : webStream(incoming), { status, headers });
}
