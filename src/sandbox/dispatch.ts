import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PracticeClock } from './clock.ts';
import { controlPrefix } from './control/routes.ts';
import type { Fault, Faults } from './control/faults.ts';
import type { RecentRequests } from './control/requests.ts';
import { json } from './exchange.ts';
import type { Answer, Exchange } from './exchange.ts';
import type { Network } from './network.ts';
import { readBody, send } from './transport.ts';
import type { Found, Router } from './routing.ts';

/** What the dispatcher reaches. `stopping` aborts when the server stops. */
export interface Dispatched {
  readonly clock: PracticeClock;
  readonly faults: Faults;
  readonly requests: RecentRequests;
  readonly router: Router;
  readonly stopping: AbortSignal;
}

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/** Handles one request from its first byte to its last: refusals at the door, faults, the endpoint, the answer. */
export async function dispatch(
  world: Dispatched,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const receivedAt = world.clock.now();
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const refused = refusedAtTheDoor(request, url.pathname);
  const found = refused === undefined ? world.router.find(request.method ?? 'GET', url.pathname) : undefined;
  const left = new AbortController();
  response.once('close', () => left.abort());
  const body = await readBody(request);
  let operation = typeof found === 'object' ? found.route.operation : null;
  const note = (status: number | null, account: string | undefined, faults: readonly Fault[]): void => {
    if (url.pathname.startsWith(controlPrefix)) return;
    world.requests.add({
      at: receivedAt,
      method: request.method ?? 'GET',
      path: url.pathname,
      network: typeof found === 'object' ? (found.network?.name ?? null) : null,
      operation,
      account: account ?? null,
      status,
      faults: faults.map((fault) => fault.kind),
    });
  };
  if (body === 'gone') return note(null, undefined, []);
  if (refused !== undefined || body === 'too_large' || typeof found !== 'object') {
    const missing = json(found === undefined ? 404 : 405, plain(found === undefined ? 404 : 405));
    const answer = refused ?? (body === 'too_large' ? json(413, plain(413)) : missing);
    note(answer.status, undefined, []);
    return send(response, answer);
  }
  const exchange: Exchange = {
    method: request.method ?? 'GET',
    path: url.pathname,
    parameters: found.parameters,
    query: url.searchParams,
    headers: request.headers,
    body,
    receivedAt,
    bend: { slowMediaMs: 0, lagListingsMs: 0, rewriteText: false, lookThrough: null },
    gone: AbortSignal.any([left.signal, world.stopping]),
  };
  const speaker = found.network?.identify(exchange);
  operation = found.route.operationOf?.(exchange) ?? found.route.operation;
  const faults = found.network ? world.faults.strike(found.network.name, operation, speaker) : [];
  const answer = await underFaults(world, found, exchange, faults);
  note(typeof answer === 'string' ? null : answer.status, speaker?.id, faults);
  if (answer === 'reset') request.socket.resetAndDestroy();
  else if (answer !== 'silence') await send(response, answer);
}

function plain(status: number): object {
  return { title: 'Refused', status, type: 'about:blank' };
}

/** A page on the web must reach nothing here by a name of its own (DNS rebinding), nor control anything. */
function refusedAtTheDoor(request: IncomingMessage, path: string): Answer | undefined {
  if (!loopback.test(request.headers.host ?? '')) return json(421, plain(421));
  if (path.startsWith(controlPrefix) && request.headers['x-practice-control'] !== '1')
    return json(403, plain(403));
  return undefined;
}

/** Handles the request under the faults that strike it: an answer, silence, or a reset connection. */
async function underFaults(
  world: Dispatched,
  found: Found,
  exchange: Exchange,
  faults: readonly Fault[],
): Promise<Answer | 'silence' | 'reset'> {
  let bend = exchange.bend;
  let after: Fault | undefined;
  for (const fault of faults) {
    switch (fault.kind) {
      case 'delay':
        await world.clock.sleep(fault.ms, world.stopping);
        break;
      case 'reset_before':
        return 'reset';
      case 'rate_limit':
      case 'token_revoked':
      case 'credits_depleted':
        return refusal(world, found.network, exchange, fault) ?? json(500, plain(500));
      case 'status':
        if (fault.accept !== true) return given(fault);
        after = fault;
        break;
      case 'accept_late':
        await untilGone(exchange.gone);
        await world.clock.sleep(exchange.receivedAt + fault.ms - world.clock.now(), world.stopping);
        after = fault;
        break;
      case 'accept_then_hang':
      case 'accept_then_reset':
      case 'malformed':
        after = fault;
        break;
      case 'slow_media':
        bend = { ...bend, slowMediaMs: fault.ms };
        break;
      case 'lag_listings':
        bend = { ...bend, lagListingsMs: fault.ms };
        break;
      case 'look_through':
        bend = { ...bend, lookThrough: { ms: fault.ms, refuse: fault.refuse ?? null } };
        break;
      case 'rewrite_text':
        bend = { ...bend, rewriteText: true };
        break;
    }
  }
  // A server that stops must not accept what it was still holding: nobody could tell when it happened.
  if (world.stopping.aborted) return 'reset';
  const answer = await found.route.handle({ ...exchange, bend });
  return after === undefined ? answer : afterwards(after, answer);
}

function refusal(
  world: Dispatched,
  network: Network | undefined,
  exchange: Exchange,
  fault: Fault,
): Answer | undefined {
  if (fault.kind === 'rate_limit') return network?.refusals.rateLimited(world.clock.now() + fault.resetInMs);
  if (fault.kind === 'token_revoked') return network?.refusals.tokenRevoked(exchange);
  return network?.refusals.creditsDepleted();
}

function afterwards(fault: Fault, answer: Answer): Answer | 'silence' | 'reset' {
  if (fault.kind === 'accept_then_reset') return 'reset';
  if (fault.kind === 'status') return given(fault);
  if (fault.kind === 'malformed') return { ...answer, body: half(answer.body) };
  return 'silence';
}

function given(fault: Extract<Fault, { kind: 'status' }>): Answer {
  return json(fault.status, fault.body ?? plain(fault.status), fault.headers ?? {});
}

function half(body: Answer['body']): string {
  const text = typeof body === 'string' ? body : '{"data":{}}';
  return text.slice(0, Math.max(1, Math.floor(text.length / 2)));
}

function untilGone(gone: AbortSignal): Promise<void> {
  if (gone.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    gone.addEventListener('abort', () => resolve(), { once: true });
  });
}
