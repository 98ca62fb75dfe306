import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { landingHeaders, landingPage } from './landing-page.ts';
import type { LandingPage } from './landing-page.ts';

/** Waits on this machine for the browser to come back from a consent page (RFC 8252, section 7.3). */
export interface RedirectListener {
  readonly port: number;
  /** The exact address that the network sends the browser to. */
  readonly redirectUri: string;
  /** Frees the port; pages that are being written are finished first. Resolves once the port is free. */
  close(): Promise<void>;
}

/** Takes what the browser brought back, and says what to show for it. */
export type OnRedirect = (parameters: URLSearchParams) => {
  readonly page: LandingPage;
  readonly status: number;
};

const longestAddress = 8_000;

/**
 * Listens on the first free one of `ports` (none: any free port) on 127.0.0.1 alone. Requests with another host, method
 * or path are refused before anybody looks at them. Null where every port is taken.
 */
export async function listenForRedirect(
  options: {
    readonly host: '127.0.0.1' | 'localhost';
    readonly ports: readonly number[];
    readonly path: string;
  },
  onRedirect: OnRedirect,
): Promise<RedirectListener | null> {
  for (const port of options.ports.length === 0 ? [0] : options.ports) {
    const server = await listenOn(port);
    if (server === null) continue;
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The listener has no port.');
    answer(server, `${options.host}:${address.port}`, options.path, onRedirect);
    return {
      port: address.port,
      redirectUri: `http://${options.host}:${address.port}${options.path}`,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeIdleConnections();
        }),
    };
  }
  return null;
}

function listenOn(port: number): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 10_000 });
    server.once('error', (error) => {
      const taken = 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
      if (taken) resolve(null);
      else reject(error);
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server));
  });
}

function answer(server: Server, host: string, path: string, onRedirect: OnRedirect): void {
  server.removeAllListeners('error');
  server.on('error', () => server.close());
  server.on('request', (request, response) => {
    const page = (status: number, shown: LandingPage): void => {
      response.writeHead(status, landingHeaders).end(landingPage(shown));
    };
    const address = request.url ?? '';
    // A page of another site that resolves its name to this machine brings its own host name along.
    if (request.headers.host !== host) return page(421, refused);
    if (request.method !== 'GET') return page(405, refused);
    if (address.length > longestAddress) return page(414, refused);
    const url = new URL(address, `http://${host}`);
    if (url.pathname !== path) return page(404, refused);
    const result = onRedirect(url.searchParams);
    return page(result.status, result.page);
  });
}

const refused: LandingPage = {
  title: 'Nothing here',
  text: 'OCMA waits at this address for a network to send you back. You can close this tab.',
};
