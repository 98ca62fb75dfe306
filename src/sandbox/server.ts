import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { PracticeClock } from './clock.ts';
import type { ClockSetting } from './clock.ts';
import { storedClock } from './control/stored-clock.ts';
import { Faults } from './control/faults.ts';
import { RecentRequests } from './control/requests.ts';
import { controlRoutes } from './control/routes.ts';
import { dispatch } from './dispatch.ts';
import { Journal } from './journal.ts';
import type { NetworkFactory } from './network.ts';
import { networks } from './networks.ts';
import { avatarRoute } from './people/avatar.ts';
import { Router } from './routing.ts';
import { startPageRoute } from './start-page.ts';
import { storageRoutes } from './storage/routes.ts';

/** How to start a practice network. */
export interface SandboxOptions {
  /** A directory of its own; made when missing. Everything that must survive a restart is in it. */
  readonly dataDirectory: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Without it the clock that was last set here, or real time. */
  readonly clock?: ClockSetting;
  /** What is played; every network where left out. */
  readonly networks?: readonly NetworkFactory[];
}

/** A running practice network. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** Ends every connection and closes the files. */
  stop(): Promise<void>;
}

/** Starts the practice network on loopback. Rejects when the port is taken or the data cannot be read. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  mkdirSync(options.dataDirectory, { recursive: true });
  const stored = storedClock(options.dataDirectory);
  const clock = new PracticeClock(options.clock ?? stored.read());
  const journal = new Journal(options.dataDirectory, () => clock.now());
  const stopping = new AbortController();
  const faults = new Faults();
  const requests = new RecentRequests();
  const router = new Router();
  let url = '';
  const world = { dataDirectory: options.dataDirectory, clock, journal, baseUrl: () => url };
  const played = (options.networks ?? networks).map((create) => create(world));
  const clockMoved = (): void => {
    stored.write(clock.setting);
    for (const network of played) network.clockMoved();
  };
  router.add(controlRoutes({ clock, faults, journal, requests, clockMoved }), undefined);
  router.add(
    [startPageRoute(played, clock), avatarRoute, ...storageRoutes(options.dataDirectory)],
    undefined,
  );
  for (const network of played) router.add(network.routes, network);

  const dispatched = { clock, faults, requests, router, stopping: stopping.signal };
  const server = createServer((request, response) => {
    dispatch(dispatched, request, response).catch((error: unknown) => {
      process.stderr.write(`practice network: ${error instanceof Error ? error.stack : String(error)}\n`);
      if (response.headersSent) response.destroy();
      else
        response
          .writeHead(500, { 'content-type': 'application/json' })
          .end('{"title":"Internal Server Error","status":500}');
    });
  });
  // Node's five seconds end a connection under the next request of an app that was held up for a moment.
  server.keepAliveTimeout = 60_000;
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The practice network has no port.');
  url = `http://127.0.0.1:${address.port}`;

  return {
    url,
    async stop() {
      stopping.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      for (const network of played) network.close();
      journal.close();
    },
  };
}
