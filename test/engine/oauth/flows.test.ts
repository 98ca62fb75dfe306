import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { beforeAll, afterAll, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { accountId } from '../../../src/shared/models/ids.ts';
import { endOpenFlows } from '../../../src/engine/oauth/flow-rows.ts';
import { openTokens, readTokenAccount } from '../../../src/engine/oauth/account-tokens.ts';
import { Practice, harbour, mara } from '../../sandbox/practice.ts';
import { endpointsAt, wsp } from '../http/account-world.ts';
import { json, startNetwork } from '../http/network.ts';
import { consent, createOAuthWorld, freePortX, settled, withPorts } from './oauth-world.ts';
import type { OAuthWorld } from './oauth-world.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(() => practice.end());

const start = (world: OAuthWorld, over: object = {}) =>
  world.flows.start({ workspaceId: wsp, platform: world.platform, openBrowser: true, ...over });

async function connect(world: OAuthWorld, person = 'mara_bakes', over: object = {}) {
  const { flow } = await start(world, over);
  const back = await consent(flow.authorizeUrl, { person });
  const page = await fetch(back);
  return { page, flow: await settled(world, flow.id) };
}

const fileText = (world: OAuthWorld): string =>
  readFileSync(world.file).toString('latin1') + readFileSync(`${world.file}-wal`).toString('latin1');

test('the whole way: browser, consent, code, tokens, profile, account', async () => {
  const world = await createOAuthWorld(practice.url);
  const { flow } = await start(world);
  expect(world.opened).toEqual([flow.authorizeUrl]);
  expect(flow).toMatchObject({ status: 'waiting', listening: true, expiresAt: world.clock.now() + 300_000 });
  const asked = new URL(flow.authorizeUrl).searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: 'code',
    client_id: 'ocma-loopback',
    redirect_uri: flow.redirectUri,
    scope: 'tweet.read tweet.write users.read media.write offline.access',
    code_challenge_method: 'S256',
  });
  expect(flow.authorizeUrl).toContain('scope=tweet.read%20tweet.write');
  const page = await fetch(await consent(flow.authorizeUrl));
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  const html = await page.text();
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('You can close this tab');
  expect(html).not.toMatch(/<script|https?:\/\//);
  const done = await settled(world, flow.id);
  expect(done).toMatchObject({ status: 'connected', listening: false, problemCode: null });
  const row = world.db.sql(`SELECT * FROM account`).all();
  expect(row).toMatchObject([
    {
      id: done.accountId,
      workspace_id: wsp,
      platform: 'x',
      remote_id: mara,
      username: 'mara_bakes',
      state: 'connected',
      origin: practice.url,
      custom_endpoints: 1,
      client_id: 'ocma-loopback',
      token_expires_at: world.clock.now() + 7_200_000,
      scopes: '["tweet.read","tweet.write","users.read","media.write","offline.access"]',
    },
  ]);
  expect(world.changes).toContainEqual({ topic: 'account', workspaceId: wsp, id: done.accountId });
  expect(world.changes).toContainEqual({ topic: 'connection_flow', workspaceId: wsp, id: flow.id });
  await expect(fetch(flow.redirectUri)).rejects.toThrow('fetch failed');
});

test('no token, verifier, state or code is readable in the file, before or after', async () => {
  const world = await createOAuthWorld(practice.url);
  const { flow, state } = await start(world);
  const sealed = world.vault.open({
    workspaceId: wsp,
    ownerKind: 'flow',
    ownerId: flow.id,
    name: 'verifier',
    origin: practice.url,
  });
  const { verifier } = z.object({ verifier: z.string() }).parse(JSON.parse(sealed ?? ''));
  expect(fileText(world)).toContain(flow.id);
  for (const secret of [state, verifier]) expect(fileText(world)).not.toContain(secret);
  const back = await consent(flow.authorizeUrl);
  await fetch(back);
  const { accountId: id } = await settled(world, flow.id);
  const account = readTokenAccount(world.db, id ?? '');
  if (account === undefined) throw new Error('no account');
  const { accessToken, refreshToken } = openTokens(world.db, world.vault, account);
  const secrets = [accessToken, refreshToken, back.searchParams.get('code'), state, verifier];
  for (const secret of secrets) {
    expect(secret).toMatch(/.{20}/);
    expect(fileText(world)).not.toContain(secret);
  }
  expect(world.db.sql(`SELECT 1 FROM secret WHERE owner_kind = 'flow'`).all()).toEqual([]);
});

test('a callback with another state is turned away and the right one still connects', async () => {
  const world = await createOAuthWorld(practice.url);
  const { flow } = await start(world);
  const back = await consent(flow.authorizeUrl);
  for (const state of ['', 'x', `${back.searchParams.get('state')}x`]) {
    const forged = new URL(back);
    forged.searchParams.set('state', state);
    expect((await fetch(forged)).status).toBe(400);
  }
  expect(world.flows.read(flow.id).status).toBe('waiting');
  await fetch(back);
  expect((await settled(world, flow.id)).status).toBe('connected');
});

test('the listener is on loopback alone and refuses other hosts, methods and paths', async () => {
  const world = await createOAuthWorld(practice.url);
  const { flow } = await start(world);
  const { port, pathname } = new URL(flow.redirectUri);
  const ask = async (options: object): Promise<number | undefined> => {
    const sent = request({ host: '127.0.0.1', port, path: pathname, ...options }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    return response.statusCode;
  };
  expect(await ask({ headers: { host: `evil.example.org:${port}` } })).toBe(421);
  expect(await ask({ headers: { host: `localhost:${port}` } })).toBe(421);
  expect(await ask({ method: 'POST' })).toBe(405);
  expect(await ask({ path: '/' })).toBe(404);
  expect(await ask({ path: `${pathname}?${'a'.repeat(9_000)}` })).toBe(414);
  const outside = request({ host: '127.0.0.2', port }).end();
  const [error] = (await once(outside, 'error')) as [NodeJS.ErrnoException];
  expect(error.code).toBe('ECONNREFUSED');
  expect(world.flows.read(flow.id).status).toBe('waiting');
});

test('a denial ends the flow with its reason', async () => {
  const world = await createOAuthWorld(practice.url);
  const { flow } = await start(world);
  const page = await fetch(await consent(flow.authorizeUrl, { decision: 'deny' }));
  expect(await page.text()).toContain('Nothing was connected');
  expect(await settled(world, flow.id)).toMatchObject({ status: 'failed', problemCode: 'oauth_denied' });
});

test('another issuer than the one that was asked is not believed', async () => {
  const world = await createOAuthWorld(practice.url);
  const { flow } = await start(world);
  const back = await consent(flow.authorizeUrl);
  back.searchParams.set('iss', 'https://elsewhere.example.org');
  await fetch(back);
  expect(await settled(world, flow.id)).toMatchObject({
    status: 'failed',
    problemCode: 'oauth_state_mismatch',
  });
});

test('cancelling and running out of time free the port and keep late callers out', async () => {
  const world = await createOAuthWorld(practice.url);
  const first = await start(world);
  const late = await consent(first.flow.authorizeUrl);
  world.flows.cancel(first.flow.id);
  expect(world.flows.read(first.flow.id)).toMatchObject({ status: 'cancelled', listening: false });
  await expect(fetch(first.flow.redirectUri)).rejects.toThrow('fetch failed');
  const second = await start(world);
  world.clock.advance(300_001);
  expect(world.flows.read(second.flow.id)).toMatchObject({ status: 'expired', listening: false });
  await expect(fetch(second.flow.redirectUri)).rejects.toThrow('fetch failed');
  expect(await world.flows.paste(first.flow.id, late.href)).toMatchObject({ status: 'cancelled' });
  const code = late.searchParams.get('code') ?? '';
  await expect(world.flows.complete({ workspaceId: wsp, state: first.state, code })).rejects.toMatchObject({
    code: 'oauth_cancelled',
  });
  await expect(world.flows.complete({ workspaceId: wsp, state: second.state, code })).rejects.toMatchObject({
    code: 'oauth_expired',
  });
  expect(world.db.sql(`SELECT 1 FROM secret WHERE owner_kind = 'flow'`).all()).toEqual([]);
});

test('the pasted address goes on where the browser could not; a foreign one does not', async () => {
  const world = await createOAuthWorld(practice.url);
  const { flow } = await start(world, { openBrowser: false });
  const other = await start(world, { openBrowser: false });
  expect(world.opened).toEqual([]);
  const foreign = await consent(other.flow.authorizeUrl);
  for (const wrong of [foreign.href, 'https://example.org/', 'not an address']) {
    await expect(world.flows.paste(flow.id, wrong)).rejects.toMatchObject({ code: 'oauth_state_mismatch' });
  }
  const back = await consent(flow.authorizeUrl);
  expect(await world.flows.paste(flow.id, `  ${back.href}\n`)).toMatchObject({ status: 'connected' });
  expect(await world.flows.paste(other.flow.id, foreign.search)).toMatchObject({ status: 'connected' });
});

test('a script that caught the code completes with its state, once and only with it', async () => {
  const world = await createOAuthWorld(practice.url);
  const redirectUri = 'http://127.0.0.1:9/its/own';
  const { flow, state } = await start(world, { openBrowser: false, redirectUri });
  expect(flow).toMatchObject({ listening: false, redirectUri });
  const code = (await consent(flow.authorizeUrl)).searchParams.get('code') ?? '';
  await expect(world.flows.complete({ workspaceId: wsp, state: 'guess', code })).rejects.toMatchObject({
    code: 'oauth_state_mismatch',
  });
  const id = await world.flows.complete({ workspaceId: wsp, state, code });
  expect(await world.flows.complete({ workspaceId: wsp, state, code })).toBe(id);
});

test('a code that the network does not take fails the flow', async () => {
  const world = await createOAuthWorld(practice.url);
  const { flow, state } = await start(world);
  await expect(world.flows.complete({ workspaceId: wsp, state, code: 'made-up' })).rejects.toMatchObject({
    code: 'oauth_failed',
  });
  expect(world.flows.read(flow.id)).toMatchObject({ status: 'failed', problemCode: 'oauth_failed' });
});

test('connecting the same account again keeps its row', async () => {
  const world = await createOAuthWorld(practice.url);
  const first = await connect(world);
  world.db.sql(`UPDATE account SET state = 'needs_reconnect', problem_code = 'auth_revoked'`).run();
  const second = await connect(world, 'mara_bakes', { reconnect: first.flow.accountId });
  expect(second.flow.accountId).toBe(first.flow.accountId);
  expect(world.db.sql(`SELECT state, problem_code AS problem FROM account`).all()).toEqual([
    { state: 'connected', problem: null },
  ]);
});

test('another account than the one to connect again is refused, its tokens are revoked, the old ones stay', async () => {
  const world = await createOAuthWorld(practice.url);
  const { flow } = await connect(world);
  const id = flow.accountId ?? accountId.parse('none');
  const before = await world.tokens.get(id);
  const other = await connect(world, 'harbourcoffee', { reconnect: id });
  expect(other.flow).toMatchObject({ status: 'failed', problemCode: 'oauth_other_account' });
  expect(world.db.sql(`SELECT remote_id AS remoteId FROM account`).all()).toEqual([{ remoteId: mara }]);
  expect(await world.tokens.get(id)).toEqual(before);
  const revoked = world.db.sql(`SELECT status FROM http_audit WHERE operation = 'oauth.revoke'`).all();
  expect(revoked).toEqual([{ status: 200 }, { status: 200 }]);
  const alone = await connect(world, 'harbourcoffee');
  expect(alone.flow.status).toBe('connected');
  expect(world.db.sql(`SELECT remote_id AS remoteId FROM account ORDER BY id`).all()).toEqual([
    { remoteId: mara },
    { remoteId: harbour },
  ]);
});

test('where the profile cannot be read nothing is stored and the tokens are revoked', async () => {
  const world = await createOAuthWorld(practice.url);
  await practice.faults({ match: { operation: 'users.me' }, fault: { kind: 'credits_depleted' } });
  const { flow } = await connect(world);
  await practice.faults();
  expect(flow).toMatchObject({ status: 'failed', problemCode: 'credits_exhausted' });
  expect(world.db.sql(`SELECT 1 FROM account`).all()).toEqual([]);
  expect(world.db.sql(`SELECT 1 FROM secret WHERE owner_kind = 'account'`).all()).toEqual([]);
  expect(world.db.sql(`SELECT 1 FROM http_audit WHERE operation = 'oauth.revoke'`).all()).toHaveLength(2);
});

test('ports are tried in order; those of forgotten flows are taken back, those of other programs are not', async () => {
  const ports = await freePorts(3);
  const blocker = createServer();
  blocker.listen(ports[0], '127.0.0.1');
  await once(blocker, 'listening');
  onTestFinished(() => void blocker.close());
  const platform = { ...freePortX, signIn: withPorts(ports) };
  const world = await createOAuthWorld(practice.url, { platform });
  const portOf = (uri: string): number => Number(new URL(uri).port);
  const first = await start(world);
  const second = await start(world);
  expect([portOf(first.flow.redirectUri), portOf(second.flow.redirectUri)]).toEqual(ports.slice(1));
  const third = await start(world);
  expect(portOf(third.flow.redirectUri)).toBe(ports[1]);
  expect(world.flows.read(first.flow.id).status).toBe('cancelled');
  const alone = await createOAuthWorld(practice.url, {
    platform: { ...platform, signIn: withPorts(ports.slice(0, 1)) },
  });
  await expect(start(alone)).rejects.toMatchObject({
    code: 'redirect_port_busy',
    params: { platform: 'X', ports: String(ports[0]) },
  });
  const pasting = await start(alone, { openBrowser: false });
  expect(pasting.flow.listening).toBe(false);
});

test('without a developer app nothing begins; one from outside serves', async () => {
  const world = await createOAuthWorld('');
  await expect(start(world)).rejects.toMatchObject({
    code: 'developer_app_missing',
    params: { platform: 'X' },
  });
  const host = { ...world.http.ports.host, developerApps: { x: { clientId: 'outside' } } };
  const outside = await createOAuthWorld('', { host });
  const { flow } = await start(outside);
  expect(flow.authorizeUrl).toMatch(/^https:\/\/x\.com\/i\/oauth2\/authorize\?.*client_id=outside/);
});

test('practice connects without a vault, and only to this machine', async () => {
  const keyPort = {
    kind: 'none',
    load: () => Promise.resolve(null),
    derive: () => Promise.reject(new Error()),
  } as const;
  const world = await createOAuthWorld(practice.url, { keyPort });
  await expect(start(world)).rejects.toMatchObject({ code: 'vault_unavailable' });
  const practiceWorkspace = {
    workspaceId: world.db.sql<{ id: typeof wsp }>(`SELECT id FROM workspace WHERE kind = 'practice'`).get()
      ?.id,
  };
  await expect(start(world, practiceWorkspace)).rejects.toMatchObject({ code: 'practice_unavailable' });
  expect(() => world.point(endpointsAt('https://api.example.org'), practiceWorkspace.workspaceId)).toThrow(
    'forbidden',
  );
  world.point(endpointsAt(practice.url), practiceWorkspace.workspaceId);
  const { flow } = await connect(world, 'mara_bakes', practiceWorkspace);
  expect(flow.status).toBe('connected');
  const moved = endpointsAt('http://127.0.0.1:1');
  world.point(moved, practiceWorkspace.workspaceId);
  expect(world.db.sql(`SELECT state, endpoints FROM account`).all()).toEqual([
    { state: 'connected', endpoints: JSON.stringify(moved) },
  ]);
  expect(await world.tokens.get(flow.accountId ?? '')).toMatchObject({ ok: true });
});

test('what a process was exchanging is ended at the next start; what still waited can go on', async () => {
  const world = await createOAuthWorld(practice.url);
  const waiting = await start(world);
  const exchanging = await start(world);
  world.db
    .sql(`UPDATE connection_flow SET status = 'exchanging' WHERE id = :id`)
    .run({ id: exchanging.flow.id });
  endOpenFlows(world.db);
  expect(world.flows.read(waiting.flow.id).status).toBe('waiting');
  expect(world.flows.read(exchanging.flow.id)).toMatchObject({
    status: 'failed',
    problemCode: 'oauth_failed',
  });
  expect(world.db.sql(`SELECT owner_id FROM secret WHERE owner_kind = 'flow'`).all()).toEqual([
    { owner_id: waiting.flow.id },
  ]);
});

test('a secret is sent as Basic authentication, encoded so that nobody has to decode what needs no encoding', async () => {
  const network = await startNetwork();
  const world = await createOAuthWorld(network.url);
  network.answer((_request, response) => json(response, 400, { error: 'invalid_request' }));
  world.db.sql(`INSERT INTO developer_app VALUES (:wsp, 'x', 'rG9n-_.1', 0)`).run({ wsp });
  await world.vault.ready({ workspaceId: wsp, ownerKind: 'developer_app' }, { create: true });
  world.vault.seal(
    {
      workspaceId: wsp,
      ownerKind: 'developer_app',
      ownerId: 'x',
      name: 'client_secret',
      origin: network.url,
    },
    'a-b_c%d',
  );
  const { state } = await start(world);
  await world.flows.complete({ workspaceId: wsp, state, code: 'c' }).catch(() => {});
  const sent = network.seen[0];
  const pair = Buffer.from((sent?.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();
  expect(pair).toBe('rG9n-_.1:a-b_c%25d');
  expect(sent?.body).not.toContain('a-b_c');
});

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return address === null || typeof address === 'string' ? 0 : address.port;
  });
  for (const server of servers) {
    server.close();
    await once(server, 'close');
  }
  return ports;
}
