import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import { writeAudit } from '../http/audit.ts';
import { exchange } from '../http/transport.ts';
import type { WireRequest, WireResult } from '../http/transport.ts';
import type { TokenAsk, TokenRequest } from '../platforms/sign-in.ts';
import type { Ports } from '../ports.ts';
import { isPublicAddress } from './public-address.ts';
import type { ResolveName } from './public-address.ts';

/** Real milliseconds for one request of signing in. */
const timeoutMs = 20_000;

/** Bytes of an answer to a question of signing in; real ones have some thousands. */
const longestAnswer = 512 * 1024;

export interface AskDeps {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'fetch' | 'host'>;
  /** Looks names up; the system does unless said. */
  readonly resolveName?: ResolveName;
}

/** On whose behalf a request of signing in is made, for its line in the audit. */
export interface Asker {
  readonly workspaceId: WorkspaceId;
  readonly accountId: string | null;
  readonly platform: string;
}

/**
 * The requests that a network's own way of signing in makes: https or this machine only, no redirect is followed, each is
 * audited, none is repeated. `publicOnly` is for addresses that somebody typed or a server named: nothing on this machine or in its
 * own network is asked then, whatever name it has.
 */
export function createTokenAsk(
  deps: AskDeps,
  asker: Asker,
  { publicOnly = false }: { readonly publicOnly?: boolean } = {},
): TokenAsk {
  return async (request) => {
    const wire = urlOf(request);
    if (wire === null || (publicOnly && !(await isPublicAddress(wire, deps.resolveName))))
      return { kind: 'lost', sent: false };
    const headers = new Headers({ accept: 'application/json', ...request.headers });
    if (request.body?.kind === 'json') headers.set('content-type', 'application/json');
    const result = await audited(deps, asker, request.operation, {
      url: wire,
      method: request.method,
      headers,
      body: bodyOf(request),
    });
    return result.kind === 'answered'
      ? { kind: 'answered', answer: result.answer }
      : { kind: 'lost', sent: result.sent };
  };
}

/** Sends one request of signing in and writes its line. */
export async function audited(
  { db, ports }: AskDeps,
  asker: Asker,
  operation: string,
  request: Pick<WireRequest, 'url' | 'method' | 'headers' | 'body'>,
): Promise<WireResult> {
  const begun = ports.clock.monotonic();
  request.headers.set('user-agent', `OCMA/${ports.host.version}`);
  const wire = await exchange(ports, { ...request, timeoutMs, longestAnswer });
  const status = wire.kind === 'answered' ? wire.answer.status : null;
  writeAudit(db, {
    at: ports.clock.now(),
    workspaceId: asker.workspaceId,
    accountId: asker.accountId,
    platform: asker.platform,
    operation,
    status,
    code: status === null ? 'network_unreachable' : status < 400 ? null : 'oauth_failed',
    ms: ports.clock.monotonic() - begun,
    cache: 'none',
    costMicros: 0,
  });
  return wire;
}

function urlOf({ url, query = {} }: TokenRequest): URL | null {
  const address = URL.parse(url);
  if (address === null) return null;
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address;
}

function bodyOf({ body }: TokenRequest): WireRequest['body'] {
  if (body === undefined) return null;
  return body.kind === 'json' ? JSON.stringify(body.value) : new URLSearchParams(body.value);
}
