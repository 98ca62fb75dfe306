import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server on loopback that does what a test tells it to, and remembers what it was asked. */
export interface TestNetwork {
  readonly url: string;
  readonly port: number;
  readonly seen: SeenRequest[];
  /** What to do with the next requests, whatever they are. */
  answer(handle: (request: SeenRequest, response: ServerResponse) => void): void;
  stop(): Promise<void>;
}

export async function startNetwork(): Promise<TestNetwork> {
  const seen: SeenRequest[] = [];
  let handle = (_request: SeenRequest, response: ServerResponse): void => json(response, 200, {});
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const asked = { method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') };
      seen.push(asked);
      handle(asked, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const stop = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  onTestFinished(stop);
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    seen,
    answer(next) {
      handle = next;
    },
    stop,
  };
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
