import { once } from 'node:events';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../../engine/ports.ts';
import type { EngineFace } from '../engine-face.ts';
import { createRpc } from '../rpc.ts';
import { reply, replyError } from '../web/replies.ts';
import { bearerToken, sameSecret } from '../web/secrets.ts';
import { socketAddress } from './socket-address.ts';

/** What the owner of a data directory does for other processes of the same user. */
export interface OwnerServerOptions {
  readonly dataDirectory: string;
  readonly engine: EngineFace;
  readonly log: Log;
  /** The data directory's access token; callers prove with it that they can read the directory. */
  readonly token: string;
  /** Makes a fresh address of the window; null where this owner has no web host. */
  readonly invite: (() => string) | null;
}

/** A running owner server. */
export interface OwnerServer {
  close(): Promise<void>;
}

/** Serves the contract on the data directory's local socket, which only this user may open. */
export async function startOwnerServer(options: OwnerServerOptions): Promise<OwnerServer> {
  const { path, directory } = socketAddress(options.dataDirectory);
  const pipe = process.platform === 'win32';
  if (directory !== null) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    chmodSync(directory, 0o700);
  }
  // Whoever left a socket here is dead: this process holds the directory's lock.
  if (!pipe) rmSync(path, { force: true });

  const rpc = createRpc(options.engine, options.log);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const given = bearerToken(request.headers.authorization);
    if (given === null || !sameSecret(given, options.token)) {
      replyError(response, 'unauthorized', 'This call needs the access token of the data directory.');
    } else if (request.url === '/invite' && request.method === 'POST') {
      const url = options.invite?.() ?? null;
      reply(response, 200, JSON.stringify({ url }), { 'content-type': 'application/json' });
    } else if (!(await rpc(request, response, { actor: 'command_line' }))) {
      replyError(response, 'not_found', 'There is no such call.');
    }
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.log.error({ error }, 'A call over the local socket failed unexpectedly.');
      response.destroy();
    });
  });
  server.requestTimeout = 0;
  server.listen(path);
  await once(server, 'listening');
  if (!pipe) chmodSync(path, 0o600);

  return {
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
