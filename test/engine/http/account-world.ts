import { z } from 'zod';
import { OcmaError } from '../../../src/shared/errors.ts';
import { accountId, workspaceId } from '../../../src/shared/models/ids.ts';
import type { AccountId, WorkspaceId } from '../../../src/shared/models/ids.ts';
import type { Endpoints } from '../../../src/shared/models/account.ts';
import type { Change } from '../../../src/shared/models/event.ts';
import type { Database } from '../../../src/engine/db/database.ts';
import { createAccountHttp } from '../../../src/engine/http/account-http.ts';
import type { AccountHttp, Call } from '../../../src/engine/http/call.ts';
import type { Tokens } from '../../../src/engine/http/caller.ts';
import { createHttpMemory } from '../../../src/engine/http/sending.ts';
import type { HttpDeps } from '../../../src/engine/http/sending.ts';
import type { Clock, HostFacts, Log } from '../../../src/engine/ports.ts';
import type { Platform } from '../../../src/engine/platforms/platform.ts';
import { findPlatform } from '../../../src/engine/platforms/registry.ts';
import { createClock } from '../../../src/engine/system/clock.ts';
import { createIds } from '../../../src/engine/system/ids.ts';
import { createRandom } from '../../../src/engine/system/random.ts';
import { temporaryDatabase } from '../../support/database.ts';

export const quietLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export const testHost: HostFacts = { kind: 'web', version: '1.2.3', endpoints: {}, developerApps: {} };

export const wsp: WorkspaceId = workspaceId.parse('wsp_1');
export const acc: AccountId = accountId.parse('acc_1');

export function addWorkspace(db: Database, id: string, kind: 'real' | 'practice' = 'real'): void {
  db.sql(
    `INSERT INTO workspace (id, name, kind, color, time_zone, created_at) VALUES (:id, :id, :kind, '#000000', 'UTC', 0)`,
  ).run({ id, kind });
}

/** Every endpoint at one address, as the practice network has them. */
export function endpointsAt(url: string): Endpoints {
  return {
    authorize: `${url}/i/oauth2/authorize`,
    token: `${url}/2/oauth2/token`,
    revoke: `${url}/2/oauth2/revoke`,
    api: url,
    upload: url,
  };
}

export function addAccount(
  db: Database,
  given: {
    id: string;
    workspaceId: string;
    endpoints: Endpoints;
    clientId?: string;
    tokenExpiresAt?: number;
  },
): void {
  db.sql(
    `INSERT INTO account (id, workspace_id, platform, origin, remote_id, username, display_name, endpoints, client_id,
       scopes, state, token_expires_at, connected_at, created_at)
     VALUES (:id, :workspaceId, 'x', 'test', 'r_' || :id, 'someone', 'Someone', :endpoints, :clientId, '[]',
       'connected', :tokenExpiresAt, 0, 0)`,
  ).run({
    id: given.id,
    workspaceId: given.workspaceId,
    endpoints: JSON.stringify(given.endpoints),
    clientId: given.clientId ?? 'client-1',
    tokenExpiresAt: given.tokenExpiresAt ?? null,
  });
}

export interface AccountWorld {
  readonly db: Database;
  readonly file: string;
  readonly clock: Clock;
  readonly changes: Change[];
  readonly deps: HttpDeps;
  readonly http: AccountHttp;
  /** Another account of the same workspace. */
  httpOf(id: string): AccountHttp;
}

/** A workspace with one account whose network is at `url`, on a real file. Tokens are `token-1`, then `token-2`. */
export async function createAccountWorld(
  url: string,
  options: {
    clock?: Clock;
    tokens?: Tokens;
    fetch?: typeof fetch;
    log?: Log;
    onClockWrong?: NonNullable<HttpDeps['onClockWrong']>;
    /** The network that the accounts are of, in place of X. */
    platform?: Platform;
  } = {},
): Promise<AccountWorld> {
  const { db, file } = await temporaryDatabase();
  addWorkspace(db, wsp);
  addAccount(db, { id: acc, workspaceId: wsp, endpoints: endpointsAt(url) });
  const clock = options.clock ?? createClock();
  const changes: Change[] = [];
  const deps: HttpDeps = {
    db,
    ports: { clock, fetch: options.fetch ?? globalThis.fetch, log: options.log ?? quietLog, host: testHost },
    newId: createIds(clock, createRandom()),
    memory: createHttpMemory(clock),
    emit: (change) => changes.push(change),
    ...(options.onClockWrong !== undefined && { onClockWrong: options.onClockWrong }),
  };
  const tokens = options.tokens ?? countingTokens();
  const { platform } = options;
  const find = platform === undefined ? findPlatform : () => platform;
  const httpOf = (id: string): AccountHttp => createAccountHttp({ ...deps, tokens, findPlatform: find }, id);
  return { db, file, clock, changes, deps, http: httpOf(acc), httpOf };
}

function countingTokens(): Tokens {
  return {
    get: (_id, rejected) =>
      Promise.resolve({ ok: true, token: rejected === undefined ? 'token-1' : 'token-2' }),
    refused: () => {
      throw new OcmaError('internal');
    },
  };
}

const anything = z.looseObject({ id: z.string().optional() });
type Anything = z.infer<typeof anything>;

export function write(over: Partial<Call<Anything>> = {}): Call<Anything> {
  return {
    operation: 'posts.create',
    endpoint: 'api',
    method: 'POST',
    path: '/2/tweets',
    body: { kind: 'json', value: { text: 'a text that nobody logs' } },
    effect: 'write',
    answer: anything,
    costMicros: 0,
    ...over,
  };
}

export function read(over: Partial<Call<Anything>> = {}): Call<Anything> {
  return {
    operation: 'posts.list',
    endpoint: 'api',
    method: 'GET',
    path: '/2/users/1/tweets',
    query: { max_results: '5' },
    effect: 'read',
    answer: anything,
    costMicros: 0,
    ...over,
  };
}
