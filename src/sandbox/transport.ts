import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './exchange.ts';

/** No endpoint takes more in one request: the largest one-shot image and a chunk in base64 fit. */
const largestBody = 24 * 1024 * 1024;

/** Reads a request's body. `gone` when the client left before its end, so that nothing half-sent is handled. */
export async function readBody(request: IncomingMessage): Promise<Uint8Array | 'gone' | 'too_large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      if (!Buffer.isBuffer(chunk)) continue;
      size += chunk.length;
      if (size <= largestBody) chunks.push(chunk);
    }
  } catch {
    return 'gone';
  }
  return size > largestBody ? 'too_large' : Buffer.concat(chunks);
}

/** Writes an answer; ends early when the client has gone. */
export async function send(response: ServerResponse, answer: Answer): Promise<void> {
  if (response.destroyed) return;
  response.writeHead(answer.status, answer.headers);
  if (typeof answer.body === 'string' || answer.body instanceof Uint8Array) {
    response.end(answer.body);
    return;
  }
  for await (const piece of answer.body) {
    if (response.destroyed) return;
    if (!response.write(piece)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
  response.end();
}
