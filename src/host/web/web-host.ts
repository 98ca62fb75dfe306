import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Log } from '../../engine/ports.ts';
import { commandAs } from '../command-name.ts';
import type { EngineFace } from '../engine-face.ts';
import { createRpc } from '../rpc.ts';
import type { Api } from './api.ts';
import { sessionCookie, setCookieLine } from './cookies.ts';
import { fromOwnPage, refusal } from './guard.ts';
import { getMedia, getPicture, putMedia } from './media-routes.ts';
import type { MediaRoutes } from './media-routes.ts';
import { bootScript, bootScriptPath, renderPage } from './page.ts';
import { reply, replyError, replyPage } from './replies.ts';
import { securityHeaders } from './security-headers.ts';
import type { WindowBuild } from '../window-build.ts';
import { createSessions } from './sessions.ts';
import { createStaticFiles } from './static-files.ts';

/** What the web host serves and to whom. */
export interface WebHostOptions {
  readonly engine: EngineFace;
  readonly log: Log;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The built window: `index.html` and its files. Requests for it wait until it is built. */
  readonly window: WindowBuild;
  readonly apiToken: string;
  readonly version: string;
  /** Bytes of one file at most; 2 GB by default. */
  readonly largestUpload?: number;
}

/** A running web host, on loopback only. */
export interface WebHost {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** A fresh address that opens the window in one browser, once. */
  invite(): string;
  /** Ends every connection. */
  close(): Promise<void>;
}

/** Starts the web host. Rejects with `EADDRINUSE` where the port is taken. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const sessions = createSessions();
  const files = createStaticFiles(options.window.directory);
  const rpc = createRpc(options.engine, options.log);
  const media: MediaRoutes = { ...options, media: options.engine.media };
  let origin = '';
  let port = 0;
  // What describes the contract to scripts is heavy, and the window does not need it.
  let api: Promise<Api> | null = null;
  const loadApi = async (): Promise<Api> => {
    const { createApi } = await import('./api.ts');
    return createApi({ ...options, token: options.apiToken, origin: () => origin });
  };

  const sendPage = async (response: ServerResponse, windowSecret: string | null): Promise<void> => {
    await options.window.ready;
    const { html, styleNonce } = await renderPage(
      options.window.directory,
      windowSecret === null ? {} : { windowSecret },
      bootScriptPath,
    );
    const headers = { ...securityHeaders(styleNonce), 'content-type': 'text/html; charset=utf-8' };
    reply(response, 200, html, headers);
  };

  const open = async (
    request: IncomingMessage,
    response: ServerResponse,
    invitation: string,
  ): Promise<void> => {
    const opened = sessions.accept(invitation);
    if (opened !== null) {
      response.setHeader('set-cookie', setCookieLine(opened.cookie, port));
      await sendPage(response, opened.windowSecret);
    } else if (sessions.hasCookie(sessionCookie(request.headers.cookie, port))) {
      reply(response, 303, '', { location: '/' });
    } else {
      replyPage(
        response,
        403,
        'This address was used already',
        `Each address opens OCMA once. Run "${commandAs('open')}" for a new one.`,
      );
    }
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', origin);
    // The printed address may be taken as the base of the API's addresses.
    const pathname = url.pathname.replace(/^\/open\/[\w-]+(?=\/api\/)/, '');
    if (pathname === '/api' || pathname.startsWith('/api/')) {
      request.url = pathname + url.search;
      api ??= loadApi();
      const answerScript = await api;
      await answerScript(request, response, pathname);
      return;
    }
    const cookie = sessionCookie(request.headers.cookie, port);
    const windowSecret = request.headers['x-ocma-window'];
    const mayCall =
      fromOwnPage(request) && typeof windowSecret === 'string' && sessions.mayCall(cookie, windowSecret);
    if (pathname.startsWith('/rpc/') || (pathname === '/media' && request.method === 'PUT')) {
      if (!mayCall) {
        replyError(response, 'unauthorized', 'This window is not signed in.', {
          fix: `Run "${commandAs('open')}" for a new address and open it.`,
        });
      } else if (pathname === '/media') await putMedia(media, request, response, url.searchParams);
      else if (!(await rpc(request, response, { actor: 'user' }))) {
        replyError(response, 'not_found', 'There is no such call.');
      }
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      replyError(response, 'not_found', 'There is nothing here for this method.', { status: 405 });
      return;
    }
    const invitation = /^\/open\/([\w-]+)$/.exec(pathname)?.[1];
    const [, shown, id] = /^\/(media|avatars)\/([\w-]+)$/.exec(pathname) ?? [];
    if (invitation !== undefined) await open(request, response, invitation);
    else if (id !== undefined) {
      if (!sessions.hasCookie(cookie) || !fromOwnPage(request))
        replyError(response, 'unauthorized', 'This window is not signed in.');
      else if (shown === 'media') await getMedia(media, request, response, id);
      else await getPicture(media, request, response, id);
    } else if (pathname === bootScriptPath) {
      reply(response, 200, bootScript, { 'content-type': 'text/javascript; charset=utf-8' });
    } else if (pathname !== '/index.html' && (await files.serve(request, response, pathname))) {
      return;
    } else if (/\.\w+$/.test(pathname)) replyError(response, 'not_found', 'There is no such file.');
    else if (sessions.hasCookie(cookie)) await sendPage(response, null);
    else
      replyPage(
        response,
        401,
        'OCMA is running',
        `To open it here, run "${commandAs('open')}" and use the address it prints.`,
      );
  };

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders())) response.setHeader(name, value);
    const refused = refusal(request, port);
    if (refused !== null) {
      replyError(response, 'forbidden', refused.message, { status: refused.status });
      return;
    }
    answer(request, response).catch((error: unknown) => {
      options.log.error({ error, method: request.method }, 'A request failed unexpectedly.');
      if (response.headersSent) response.destroy();
      else
        replyError(
          response,
          'internal',
          'OCMA could not answer because of a fault of its own. It is written to the log.',
        );
    });
  });
  // An upload may take long, and the event stream never ends.
  server.requestTimeout = 0;
  port = await listen(server, options.port);
  origin = `http://127.0.0.1:${port}`;

  return {
    origin,
    invite: () => `${origin}/open/${sessions.invite()}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The web host has no port.');
  return address.port;
}
