import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createGateMemory } from '../../../src/engine/db/gate.ts';
import { originOf } from '../../../src/engine/oauth/network-config.ts';
import { releaseAllLeases } from '../../../src/engine/oauth/refresh-lease.ts';
import { revokeTokens } from '../../../src/engine/oauth/revoke.ts';
import { createVault } from '../../../src/engine/vault/vault.ts';
import { createTokens } from '../../../src/engine/oauth/tokens.ts';
import { createClock } from '../../../src/engine/system/clock.ts';
import { acc, endpointsAt, wsp } from '../http/account-world.ts';
import { json, startNetwork } from '../http/network.ts';
import { createOAuthWorld, freePortX, worldOf } from './oauth-world.ts';
import { addAccountWithTokens, storedTokens } from './stored-tokens.ts';
import { startTokenServer } from './token-server.ts';

const minute = 60_000;
const entry = new URL('refreshing-run.ts', import.meta.url);

async function tokenWorld(leftMs: number, refreshToken: string | null = 'refresh-1') {
  const server = await startTokenServer();
  const world = await createOAuthWorld('');
  await addAccountWithTokens(world, server.url, world.clock.now() + leftMs, refreshToken);
  return { ...world, server };
}

test('a token that is good for more than five minutes is handed out as it is', async () => {
  const { tokens, server } = await tokenWorld(6 * minute);
  expect(await tokens.get(acc)).toEqual({ ok: true, token: 'access-1' });
  expect(server.refreshes).toBe(0);
});

test('a token that ends soon is replaced, with its refresh token, before it is used', async () => {
  const world = await tokenWorld(4 * minute);
  expect(await world.tokens.get(acc)).toEqual({ ok: true, token: 'access-2' });
  expect(storedTokens(world)).toEqual({
    accessToken: 'access-2',
    refreshToken: 'refresh-2',
    state: 'connected',
    problemCode: null,
    expiresAt: world.clock.now() + 7_200_000,
    lease: null,
  });
  expect(world.server.seen[0]?.body).toBe(
    'refresh_token=refresh-1&grant_type=refresh_token&client_id=client-1',
  );
});

test('a refused token is replaced once, whoever found out', async () => {
  const { tokens, server } = await tokenWorld(60 * minute);
  expect(await tokens.get(acc, 'access-1')).toEqual({ ok: true, token: 'access-2' });
  expect(await tokens.get(acc, 'access-1')).toEqual({ ok: true, token: 'access-2' });
  expect(server.refreshes).toBe(1);
});

test('a network that does not rotate keeps its refresh token', async () => {
  const world = await tokenWorld(minute);
  world.server.plan({ status: 200, body: { token_type: 'bearer', access_token: 'fresh', expires_in: 60 } });
  expect(await world.tokens.get(acc)).toEqual({ ok: true, token: 'fresh' });
  expect(storedTokens(world).refreshToken).toBe('refresh-1');
});

test('two threads on one file refresh once and both get the new token', async () => {
  const server = await startTokenServer();
  const world = await worldOf('', { clock: createClock() });
  await addAccountWithTokens(world, server.url, world.clock.now() - 1);
  const gate = createGateMemory();
  const { promise: oneWaits, resolve: waits } = Promise.withResolvers<void>();
  server.plan({ hold: oneWaits });
  const answers = await Promise.all(
    [2, 3].map(async (seat) => {
      const worker = new Worker(entry, { workerData: { file: world.file, gate, seat } });
      for (;;) {
        const [message] = (await once(worker, 'message')) as [unknown];
        if (message === 'waiting') waits();
        else {
          await worker.terminate();
          return message;
        }
      }
    }),
  );
  expect(answers).toEqual([
    { ok: true, token: 'access-2' },
    { ok: true, token: 'access-2' },
  ]);
  expect(server.refreshes).toBe(1);
  expect(storedTokens(world)).toMatchObject({ refreshToken: 'refresh-2', lease: null });
});

test.each(['invalid_grant', 'invalid_request'])(
  '%s ends the sign-in, and nobody asks again',
  async (error) => {
    const world = await tokenWorld(minute);
    world.server.plan({ status: 400, body: { error } });
    expect(await world.tokens.get(acc)).toMatchObject({
      ok: false,
      failure: { code: 'auth_revoked', reach: 'not_sent' },
    });
    expect(storedTokens(world)).toMatchObject({
      state: 'needs_reconnect',
      problemCode: 'auth_revoked',
      lease: null,
    });
    expect(world.changes).toContainEqual({ topic: 'account', workspaceId: wsp, id: acc });
    expect(await world.tokens.get(acc)).toMatchObject({ ok: false, failure: { code: 'auth_revoked' } });
    expect(world.server.refreshes).toBe(1);
  },
);

test('an app that the network does not know is told apart from a revoked sign-in', async () => {
  const world = await tokenWorld(minute);
  world.server.plan({ status: 401, body: { error: 'invalid_client' } });
  expect(await world.tokens.get(acc)).toMatchObject({ ok: false });
  expect(storedTokens(world)).toMatchObject({
    state: 'needs_reconnect',
    problemCode: 'developer_app_missing',
  });
});

test.each([
  ['an outage', { status: 503, headers: { 'retry-after': '60' } }, 'unavailable'],
  [
    'a limit',
    { status: 429, body: { error: 'slow_down' }, headers: { 'retry-after': '60' } },
    'rate_limited',
  ],
  ['a page of somebody in between', { status: 403, body: 'Forbidden' }, 'unavailable'],
] as const)('%s costs no account its sign-in', async (_what, behaviour, code) => {
  const world = await tokenWorld(minute);
  world.server.plan(behaviour, behaviour);
  expect(await world.tokens.get(acc)).toEqual({ ok: true, token: 'access-1' });
  const refused = await world.tokens.get(acc, 'access-1');
  const retryAt = 'headers' in behaviour ? world.clock.now() + minute : null;
  expect(refused).toMatchObject({ ok: false, failure: { code, reach: 'not_sent', retryAt } });
  expect(storedTokens(world)).toMatchObject({ state: 'connected', refreshToken: 'refresh-1', lease: null });
  expect(await world.tokens.get(acc)).toEqual({ ok: true, token: 'access-2' });
});

test('a network that is out of reach costs nothing; a token that still holds is used', async () => {
  const world = await tokenWorld(minute);
  await world.server.stop();
  expect(await world.tokens.get(acc)).toEqual({ ok: true, token: 'access-1' });
  world.clock.advance(minute);
  expect(await world.tokens.get(acc)).toMatchObject({ ok: false, failure: { code: 'network_unreachable' } });
  expect(storedTokens(world)).toMatchObject({ state: 'connected', refreshToken: 'refresh-1', lease: null });
});

test('a lost answer is followed by one more try with the same token, which tells', async () => {
  const world = await tokenWorld(-1);
  world.server.plan('reset');
  expect(await world.tokens.get(acc)).toEqual({ ok: true, token: 'access-2' });
  expect(world.server.refreshes).toBe(2);
});

test('a lost answer whose token was spent ends in a sign-in that is needed, not in a loop', async () => {
  const world = await tokenWorld(-1);
  world.server.plan('spend_and_reset');
  expect(await world.tokens.get(acc)).toMatchObject({ ok: false, failure: { code: 'auth_revoked' } });
  expect(world.server.refreshes).toBe(2);
  expect(storedTokens(world)).toMatchObject({ state: 'needs_reconnect', problemCode: 'auth_revoked' });
});

test('two lost answers leave the account as it is, for a later try', async () => {
  const world = await tokenWorld(-1);
  world.server.plan('reset', 'reset');
  expect(await world.tokens.get(acc)).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
  expect(storedTokens(world)).toMatchObject({ state: 'connected', lease: null });
  expect(await world.tokens.get(acc)).toEqual({ ok: true, token: 'access-2' });
});

test('killed between answer and commit: the next start asks once with the old token and says what is needed', async () => {
  const server = await startTokenServer();
  const world = await worldOf('', { clock: createClock() });
  await addAccountWithTokens(world, server.url, world.clock.now() - 1);
  const child = execFile(process.execPath, [
    fileURLToPath(entry),
    JSON.stringify({ file: world.file, seat: 2 }),
  ]);
  const [, signal] = (await once(child, 'exit')) as [unknown, unknown];
  expect(signal).toBe('SIGKILL');
  expect(storedTokens(world)).toMatchObject({ refreshToken: 'refresh-1', state: 'connected' });
  expect(storedTokens(world).lease).not.toBeNull();
  expect(server.current).toBe(2);
  releaseAllLeases(world.db);
  expect(await world.tokens.get(acc)).toMatchObject({ ok: false, failure: { code: 'auth_revoked' } });
  expect(storedTokens(world)).toMatchObject({
    state: 'needs_reconnect',
    problemCode: 'auth_revoked',
    lease: null,
  });
  expect(server.refreshes).toBe(2);
});

test('whoever waits for a thread that died takes over when its lease runs out', async () => {
  const world = await tokenWorld(-1);
  world.db
    .sql(`UPDATE account SET refresh_lease = 'dead', refresh_lease_until = :until`)
    .run({ until: world.clock.now() + 60_000 });
  const asked = world.tokens.get(acc);
  for (let time = 0; time < 1_199; time += 1) {
    world.clock.advance(50);
    await Promise.resolve();
    await Promise.resolve();
  }
  expect(world.server.refreshes).toBe(0);
  for (let time = 0; time < 5; time += 1) {
    world.clock.advance(50);
    await new Promise(setImmediate);
  }
  expect(await asked).toEqual({ ok: true, token: 'access-2' });
});

test('tokens that come after another thread has stored newer ones are not kept', async () => {
  const world = await tokenWorld(-1);
  const network = await startNetwork();
  const endpoints = { ...endpointsAt(world.server.url), token: `${network.url}/2/oauth2/token` };
  world.db.sql(`UPDATE account SET endpoints = :endpoints`).run({ endpoints: JSON.stringify(endpoints) });
  const owner = { workspaceId: wsp, ownerKind: 'account', ownerId: acc } as const;
  const origin = originOf(false, endpoints);
  const put = (name: string, text: string): void => world.vault.seal({ ...owner, name, origin }, text);
  put('access_token', 'access-1');
  put('refresh_token', 'refresh-1');
  network.answer((_request, response) => {
    put('access_token', 'newer');
    put('refresh_token', 'newer-refresh');
    world.db.sql(`UPDATE account SET refresh_lease = 'other', refresh_lease_until = 9e15`).run();
    json(response, 200, { token_type: 'bearer', access_token: 'late', refresh_token: 'late-refresh' });
  });
  expect(await world.tokens.get(acc)).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
  expect(storedTokens(world)).toMatchObject({
    accessToken: 'newer',
    refreshToken: 'newer-refresh',
    lease: 'other',
  });
});

test('a sign-in that cannot be renewed is used to its end and then needs the user', async () => {
  const world = await tokenWorld(minute, null);
  expect(await world.tokens.get(acc)).toEqual({ ok: true, token: 'access-1' });
  world.clock.advance(minute);
  expect(await world.tokens.get(acc)).toMatchObject({ ok: false, failure: { code: 'auth_expired' } });
  expect(storedTokens(world)).toMatchObject({ state: 'needs_reconnect', problemCode: 'auth_expired' });
});

test('tokens do not follow an account whose endpoints were changed in the file', async () => {
  const world = await tokenWorld(60 * minute);
  const elsewhere = await startNetwork();
  world.db
    .sql(`UPDATE account SET endpoints = :endpoints, origin = :origin`)
    .run({ endpoints: JSON.stringify(endpointsAt(elsewhere.url)), origin: elsewhere.url });
  expect(await world.tokens.get(acc)).toMatchObject({ ok: false });
  expect(await revokeTokens({ ...world.flowsDeps }, acc)).toBe(true);
  expect(elsewhere.seen).toEqual([]);
});

test('a locked vault is a reason of its own', async () => {
  const world = await tokenWorld(60 * minute);
  const vault = createVault({
    db: world.db,
    keyPort: { kind: 'none', load: () => Promise.resolve(null), derive: () => Promise.reject(new Error()) },
    practiceKey: new Uint8Array(32),
    clock: world.clock,
  });
  const tokens = createTokens({ ...world.http, vault, findPlatform: () => freePortX });
  expect(await tokens.get(acc)).toMatchObject({
    ok: false,
    failure: { code: 'vault_locked', reach: 'not_sent' },
  });
  expect(storedTokens(world).state).toBe('connected');
});

test('a token that is refused even when fresh marks the account', async () => {
  const world = await tokenWorld(60 * minute);
  world.tokens.refused(acc);
  expect(storedTokens(world)).toMatchObject({ state: 'needs_reconnect', problemCode: 'auth_revoked' });
});
