import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { ClockSetting } from '../../../src/engine/ports.ts';
import type { SettleMeans } from '../../../src/engine/platforms/settling.ts';
import { answerTo, publishPlanned } from './behaviour.ts';
import type { Answer } from './behaviour.ts';
import { createFaults } from './faults.ts';
import type { ModelFault, ModelRule } from './faults.ts';
import { openLog } from './log.ts';
import type { PlannedPost, TakenPost } from './log.ts';

/** A running model network: all kinds on one port, each under its name. */
export interface RunningModel {
  readonly url: string;
  /** Every post there is, oldest first; of one kind where it is named. */
  truth(network?: string): readonly TakenPost[];
  /** Replaces all rules. */
  faults(rules: readonly ModelRule[]): void;
  setClock(clock: ClockSetting): void;
  /** Resolves when that many posts have been taken. */
  taken(posts: number): Promise<void>;
  /** Resolves when that many requests of an operation have arrived since the start. */
  arrived(operation: string, requests: number): Promise<void>;
  /** The network's user finishes in its own app what was handed to them under this handle. */
  finish(handle: string): void;
  /** Posts that the network keeps until their time, or for their user. */
  planned(): readonly PlannedPost[];
  /** Resolves when no request is held that is to be taken late. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

export interface ModelOptions {
  /** Holds the log; another process may go on with it after this one has ended. */
  readonly directory: string;
  readonly port: number;
  readonly clock: ClockSetting;
  /** The means of each network, by its name. */
  readonly kinds: ReadonlyMap<string, SettleMeans['kind']>;
}

/** Real milliseconds between looks at a clock that may be moved. */
const lookMs = 3;

export async function startModelServer(options: ModelOptions): Promise<RunningModel> {
  const log = openLog(options.directory);
  const faults = createFaults();
  const arrivals = new Map<string, number>();
  const watchers = new Set<() => void>();
  const stopping = new AbortController();
  let clock = options.clock;
  let held = 0;
  const now = (): number => Math.floor(clock.epochMs + (Date.now() - clock.anchorMs) * clock.rate);
  const told = (): void => {
    for (const watch of watchers) watch();
  };
  const when = (isTime: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isTime()) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  const until = async (isTime: () => boolean): Promise<void> => {
    while (!isTime() && !stopping.signal.aborted)
      await new Promise((resolve) => void setTimeout(resolve, lookMs));
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const receivedAt = now();
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, network = '', thing = '', subject = ''] = url.pathname.split('/');
    const means = options.kinds.get(network);
    const operation = `${thing}.${request.method === 'POST' ? 'create' : thing === 'posts' ? 'list' : 'read'}`;
    const body = request.method === 'POST' ? await json(request) : null;
    const account = (request.headers.authorization ?? '').replace('Bearer token-of-', '');
    if (means === undefined) return send(response, { status: 404, body: {} });
    arrivals.set(operation, (arrivals.get(operation) ?? 0) + 1);
    told();
    let lagMs = 0;
    let after: ModelFault | undefined;
    for (const fault of faults.strike(network, operation)) {
      switch (fault.kind) {
        case 'delay':
          await until(() => now() >= receivedAt + fault.ms);
          break;
        case 'reset_before':
          return request.socket.resetAndDestroy() && undefined;
        case 'swallow':
          return;
        case 'rate_limit':
          response.setHeader('retry-after-ms', String(fault.resetInMs));
          return send(response, { status: 429, body: { message: 'Too many requests' } });
        case 'lag_listings':
          lagMs = fault.ms;
          break;
        case 'status':
          if (fault.accept !== true)
            return send(response, { status: fault.status, body: { message: fault.message ?? 'No' } });
          after = fault;
          break;
        case 'accept_late':
          held += 1;
          await until(() => request.socket.destroyed && now() >= receivedAt + fault.ms);
          held -= 1;
          after = fault;
          break;
        case 'accept_then_hang':
        case 'accept_then_reset':
          after = fault;
      }
    }
    // A server that stops must not take what it was still holding: nobody could tell when it happened.
    if (stopping.signal.aborted) return;
    const answer = answerTo(log, {
      network,
      means,
      account,
      operation,
      subject,
      body,
      now: now(),
      clientGone: request.socket.destroyed,
      lagMs,
      since: Number(url.searchParams.get('since') ?? 0),
    });
    told();
    if (after === undefined) return send(response, answer);
    if (after.kind === 'status') return send(response, { status: after.status, body: {} });
    if (after.kind === 'accept_then_reset') request.socket.resetAndDestroy();
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The model network has no port.');

  return {
    url: `http://127.0.0.1:${address.port}`,
    truth: (network) => log.posts.filter((post) => network === undefined || post.network === network),
    faults: (rules) => faults.set(rules),
    setClock(setting) {
      clock = setting;
    },
    taken: (posts) => when(() => log.posts.length >= posts),
    arrived: (operation, requests) => when(() => (arrivals.get(operation) ?? 0) >= requests),
    finish: (handle) => publishPlanned(log, now(), handle),
    planned: () => log.planned,
    quiet: () => until(() => held === 0),
    async stop() {
      stopping.abort();
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
      log.close();
    },
  };
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer.body));
}
