import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { accountsContract } from '../../../src/shared/contract/accounts.ts';
import { connectionCheck } from '../../../src/shared/models/account.ts';
import { accountId, workspaceId } from '../../../src/shared/models/ids.ts';
import { createAccountHandlers } from '../../../src/engine/accounts/handlers.ts';
import { createScriptConnect } from '../../../src/engine/accounts/script-connect.ts';
import { createWords } from '../../../src/engine/words.ts';
import { OcmaError } from '../../../src/shared/errors.ts';
import { Practice, harbour, mara } from '../../sandbox/practice.ts';
import { addWorkspace, endpointsAt, wsp } from '../http/account-world.ts';
import { json, startNetwork } from '../http/network.ts';
import { consent, createOAuthWorld, freePortX, withPorts } from '../oauth/oauth-world.ts';
import type { OAuthWorld } from '../oauth/oauth-world.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(() => practice.end());

const caller = { workspaceId: wsp, actor: 'user' };
const stranger = { workspaceId: workspaceId.parse('wsp_2'), actor: 'user' };

async function accountsWorld(url = practice.url, over: Parameters<typeof createOAuthWorld>[1] = {}) {
  const world = await createOAuthWorld(url, over);
  addWorkspace(world.db, 'wsp_2');
  const deps = {
    ...world,
    ports: { ...world.http.ports, ...portsOf(world) },
    newId: world.http.newId,
    words: createWords(),
    changed: world.http.emit,
    wake: () => {},
    platforms: [world.platform],
    findPlatform: world.flowsDeps.findPlatform,
    platformOf: (name: string) => {
      if (name === 'x' || name === 'twitter') return world.platform;
      throw new OcmaError('unknown_platform', { platform: name });
    },
  };
  return { ...world, accounts: createAccountHandlers(deps), script: createScriptConnect(deps) };
}

function portsOf(world: OAuthWorld) {
  return {
    random: { fraction: () => 0, bytes: (count: number) => new Uint8Array(count) },
    vaultKey: { kind: 'none', load: () => Promise.resolve(null), derive: () => Promise.reject(new Error()) },
    browser: world.flowsDeps.browser,
    notifier: { notify: () => {} },
    power: { available: false, keepAwake: () => () => undefined, onResume: () => () => undefined },
    practiceServer: { url: null, start: () => Promise.reject(new Error()), stop: () => Promise.resolve() },
    paths: { data: '', migrations: '', worker: () => '' },
  } as const;
}

type World = Awaited<ReturnType<typeof accountsWorld>>;

async function connected(world: World, person = 'mara_bakes') {
  const flow = await world.accounts.connect(caller, { platform: 'x', openBrowser: false });
  const back = await consent(flow.authorizeUrl, { person });
  const done = await world.accounts.pasteRedirect(caller, { id: flow.id, address: back.href });
  if (done.account === null) throw new Error(`not connected: ${JSON.stringify(done.problem)}`);
  return done.account;
}

/** The answer as the contract lets it through. */
function checked(name: keyof typeof accountsContract, answer: unknown): unknown {
  const schema: z.ZodType | undefined = accountsContract[name]['~orpc'].outputSchema;
  return schema?.parse(answer);
}

const lineOf = (check: z.infer<typeof connectionCheck>, id: string) =>
  check.lines.find((line) => line.id === id);

test('platforms are shown with the addresses to register', async () => {
  const world = await accountsWorld(practice.url, {
    platform: { ...freePortX, signIn: withPorts([47_841, 47_842]) },
  });
  const cards = world.accounts.platforms(caller, {});
  expect(checked('platforms', cards)).toEqual(cards);
  expect(cards).toMatchObject([
    {
      name: 'x',
      title: 'X',
      redirectUris: ['http://127.0.0.1:47841/oauth/x', 'http://127.0.0.1:47842/oauth/x'],
    },
  ]);
});

test('an account is connected, listed with name and followers, and belongs to its workspace', async () => {
  const world = await accountsWorld();
  const account = await connected(world);
  expect(account).toMatchObject({
    workspaceId: wsp,
    platform: 'x',
    remoteId: mara,
    username: 'mara_bakes',
    state: 'connected',
    problem: null,
    practice: false,
    customEndpoints: true,
    pausedUntil: null,
  });
  expect(account.displayName).not.toBe('');
  expect(account.avatarUrl).toBeNull();
  expect(account.followers).toBeGreaterThan(0);
  expect(checked('list', world.accounts.list(caller, {}))).toEqual([account]);
  expect(world.accounts.list(stranger, {})).toEqual([]);
  const input = { id: account.id };
  expect(() => world.accounts.resume(stranger, input)).toThrow('not_found');
  expect(() => world.accounts.check(stranger, input)).toThrow('not_found');
  await expect(world.accounts.disconnect(stranger, input)).rejects.toMatchObject({ code: 'not_found' });
  await expect(
    world.accounts.connect(stranger, { platform: 'x', openBrowser: false, reconnect: account.id }),
  ).rejects.toMatchObject({ code: 'not_found' });
  expect(world.accounts.list(caller, {})).toEqual([account]);
});

test('a failed connection says what happened and what to do', async () => {
  const world = await accountsWorld();
  const flow = await world.accounts.connect(caller, { platform: 'twitter', openBrowser: false });
  expect(checked('connect', flow)).toEqual(flow);
  const back = await consent(flow.authorizeUrl, { decision: 'deny' });
  const failed = await world.accounts.pasteRedirect(caller, { id: flow.id, address: back.href });
  expect(failed).toMatchObject({
    status: 'failed',
    problem: { code: 'oauth_denied', message: 'Access was not granted at X.' },
  });
  expect(world.accounts.connection(caller, { id: flow.id })).toEqual(failed);
  const next = await world.accounts.connect(caller, { platform: 'x', openBrowser: false });
  world.accounts.cancelConnection(caller, { id: next.id });
  expect(world.accounts.connection(caller, { id: next.id }).status).toBe('cancelled');
  expect(() =>
    world.accounts.connection(caller, { ...next, id: flow.id.replace(/.$/, '~') as typeof flow.id }),
  ).toThrow('not_found');
});

test('disconnecting revokes at the network, forgets the tokens and keeps the account', async () => {
  const world = await accountsWorld();
  const account = await connected(world);
  const token = await world.tokens.get(account.id);
  const gone = await world.accounts.disconnect(caller, { id: account.id });
  expect(gone).toMatchObject({ id: account.id, state: 'disconnected', username: 'mara_bakes' });
  expect(world.db.sql(`SELECT 1 FROM secret WHERE owner_kind = 'account'`).all()).toEqual([]);
  const me = await fetch(`${practice.url}/2/users/me`, {
    headers: { authorization: `Bearer ${token.ok ? token.token : ''}` },
  });
  expect(me.status).toBe(401);
  const back = await connected(world);
  expect(back).toMatchObject({ id: account.id, state: 'connected' });
});

test('disconnecting works while the network is away', async () => {
  const world = await accountsWorld();
  const account = await connected(world);
  const network = await startNetwork();
  await network.stop();
  world.db
    .sql(`UPDATE account SET endpoints = :endpoints`)
    .run({ endpoints: JSON.stringify(endpointsAt(network.url)) });
  expect(await world.accounts.disconnect(caller, { id: account.id })).toMatchObject({
    state: 'disconnected',
  });
  expect(world.db.sql(`SELECT 1 FROM secret WHERE owner_kind = 'account'`).all()).toEqual([]);
});

test('a check of a good connection finds nothing to mend', async () => {
  const world = await accountsWorld();
  const account = await connected(world);
  world.db.sql(`UPDATE account SET username = 'an old name', followers = 1, last_checked_at = NULL`).run();
  const check = await world.accounts.check(caller, { id: account.id });
  expect(connectionCheck.parse(check)).toEqual(check);
  expect(check.ok).toBe(true);
  expect(check.lines.map(({ id, status }) => `${id} ${status}`)).toEqual([
    'profile ok',
    'version ok',
    'token ok',
    'scopes ok',
    'limits ok',
    'spending ok',
    'clock warning',
    'endpoints warning',
  ]);
  expect(lineOf(check, 'profile')?.text).toBe('X answers, with @mara_bakes.');
  expect(check.lines.every((line) => !line.text.includes('{{') && !line.text.startsWith('accounts.'))).toBe(
    true,
  );
  expect(world.accounts.list(caller, {})).toMatchObject([
    { username: 'mara_bakes', followers: account.followers, lastCheckedAt: world.clock.now() },
  ]);
});

test('a check names what is wrong and how to mend it', async () => {
  const world = await accountsWorld();
  const account = await connected(world);
  world.db.sql(`UPDATE account SET scopes = '["tweet.read","users.read","offline.access"]'`).run();
  world.db.sql(`INSERT INTO setting VALUES (:wsp, 'monthlyCapMicros', '10000', 0)`).run({ wsp });
  const short = await world.accounts.check(caller, { id: account.id });
  expect(short.ok).toBe(false);
  expect(lineOf(short, 'scopes')).toMatchObject({
    status: 'problem',
    text: 'Permissions are missing: tweet.write, media.write.',
  });
  expect(lineOf(short, 'spending')).toMatchObject({ status: 'problem' });
  expect(lineOf(short, 'profile')).toMatchObject({ status: 'problem' });
  expect(short.lines.filter((line) => line.status !== 'ok').every((line) => line.fix !== null)).toBe(true);

  world.db.sql(`DELETE FROM setting`).run();
  await practice.faults({ match: { operation: 'users.me' }, fault: { kind: 'credits_depleted' } });
  const broke = await world.accounts.check(caller, { id: account.id });
  await practice.faults();
  expect(lineOf(broke, 'profile')?.text).toContain('no credits left');
  expect(lineOf(broke, 'limits')).toMatchObject({ status: 'problem' });
  expect(lineOf(broke, 'limits')?.text).toContain('paused until');
  expect(world.accounts.list(caller, {})[0]?.pauseReason).toContain('no credits left');

  const mended = await world.accounts.check(caller, { id: account.id });
  expect(lineOf(mended, 'profile')?.status).toBe('ok');
  expect(world.accounts.resume(caller, { id: account.id })).toMatchObject({
    pausedUntil: null,
    pauseReason: null,
  });
  expect(lineOf(await world.accounts.check(caller, { id: account.id }), 'limits')?.status).toBe('ok');

  await world.accounts.disconnect(caller, { id: account.id });
  const gone = await world.accounts.check(caller, { id: account.id });
  expect(gone).toMatchObject({
    ok: false,
    lines: [{ id: 'connection', status: 'problem', fix: 'Connect it again.' }],
  });
});

test('a check of a revoked connection asks to connect again', async () => {
  const world = await accountsWorld();
  const account = await connected(world);
  await practice.faults({ match: { operation: 'users.me', times: 1 }, fault: { kind: 'token_revoked' } });
  const check = await world.accounts.check(caller, { id: account.id });
  await practice.faults();
  expect(lineOf(check, 'profile')).toMatchObject({ status: 'problem' });
  expect(lineOf(check, 'profile')?.fix).toContain('Connect it again');
  expect(world.accounts.list(caller, {})).toMatchObject([
    { state: 'needs_reconnect', problem: { code: 'auth_revoked' } },
  ]);
});

test('the developer app is saved; its secret is sealed, kept, and forgotten when asked', async () => {
  const world = await accountsWorld('', { platform: freePortX });
  const x = { platform: 'x' };
  expect(world.accounts.developerApp(caller, x)).toMatchObject({ app: null, customEndpoints: false });
  const saved = await world.accounts.saveDeveloperApp(caller, {
    ...x,
    clientId: 'mine',
    clientSecret: 'planted-secret',
  });
  expect(saved).toEqual({ platform: 'x', clientId: 'mine', hasSecret: true, updatedAt: world.clock.now() });
  expect(JSON.stringify(world.accounts.developerApp(caller, x))).not.toContain('planted');
  expect(await world.accounts.saveDeveloperApp(caller, { ...x, clientId: 'two' })).toMatchObject({
    hasSecret: true,
  });
  const emptied = await world.accounts.saveDeveloperApp(caller, { ...x, clientId: 'two', clientSecret: '' });
  expect(emptied.hasSecret).toBe(false);
  expect(world.accounts.developerApp(caller, x).app).toEqual(emptied);
  expect(world.accounts.developerApp(stranger, x).app).toBeNull();
  const required = { ...freePortX, card: { ...freePortX.card, clientSecret: 'required' } } as const;
  const strict = await accountsWorld('', { platform: required });
  await expect(strict.accounts.saveDeveloperApp(caller, { ...x, clientId: 'mine' })).rejects.toMatchObject({
    code: 'invalid_input',
  });
});

test.each([
  [
    'an unknown code',
    400,
    { error: 'invalid_request', error_description: 'Value passed for the authorization code was invalid.' },
    'ok',
  ],
  ['an invalid grant', 400, { error: 'invalid_grant' }, 'ok'],
  ['an unknown client', 401, { error: 'invalid_client' }, 'problem'],
  ['a missing secret', 401, { error: 'unauthorized_client' }, 'problem'],
  [
    'a client named in words',
    400,
    { error: 'invalid_request', error_description: 'Value passed for the client id was invalid.' },
    'problem',
  ],
  ['an outage', 503, {}, 'warning'],
] as const)('testing the developer app: %s', async (_what, status, body, verdict) => {
  const network = await startNetwork();
  network.answer((_request, response) => json(response, status, body));
  const world = await accountsWorld(network.url);
  const check = await world.accounts.testDeveloperApp(caller, { platform: 'x' });
  expect(connectionCheck.parse(check)).toEqual(check);
  expect(lineOf(check, 'app')?.status).toBe(verdict);
  expect(check.ok).toBe(verdict !== 'problem');
  expect(network.seen).toHaveLength(1);
});

test('testing an app at the practice network tells known from unknown', async () => {
  const world = await accountsWorld();
  await practice.control('PUT', 'apps', [
    { clientId: 'registered', redirectUris: ['http://127.0.0.1:47841/oauth/x'] },
  ]);
  await world.accounts.saveDeveloperApp(caller, { platform: 'x', clientId: 'registered' });
  expect(await world.accounts.testDeveloperApp(caller, { platform: 'x' })).toMatchObject({ ok: true });
  await world.accounts.saveDeveloperApp(caller, { platform: 'x', clientId: 'unheard of' });
  expect(await world.accounts.testDeveloperApp(caller, { platform: 'x' })).toMatchObject({ ok: false });
  await practice.control('PUT', 'apps', null);
});

test('other endpoints disconnect what was connected through the old ones, and never receive its tokens', async () => {
  const world = await accountsWorld();
  const account = await connected(world);
  await connected(world, 'harbourcoffee');
  const elsewhere = await startNetwork();
  const changed = await world.accounts.setEndpoints(caller, {
    platform: 'x',
    endpoints: endpointsAt(elsewhere.url),
  });
  expect(changed).toEqual({ endpoints: endpointsAt(elsewhere.url), customEndpoints: true, disconnected: 2 });
  expect(world.accounts.list(caller, {}).map(({ state, remoteId }) => [state, remoteId])).toEqual([
    ['disconnected', mara],
    ['disconnected', harbour],
  ]);
  expect(world.db.sql(`SELECT 1 FROM secret WHERE owner_kind = 'account'`).all()).toEqual([]);
  expect(elsewhere.seen).toEqual([]);
  const restored = await world.accounts.setEndpoints(caller, { platform: 'x', endpoints: null });
  expect(restored).toMatchObject({ endpoints: freePortX.endpoints, customEndpoints: false, disconnected: 0 });
  await world.accounts.setEndpoints(caller, { platform: 'x', endpoints: endpointsAt(practice.url) });
  expect((await connected(world)).id).toBe(account.id);
});

test.each(['http://api.example.org', 'ftp://127.0.0.1/', 'https://user:pass@example.org'])(
  'the endpoint %s is refused',
  async (api) => {
    const world = await accountsWorld('');
    await expect(
      world.accounts.setEndpoints(caller, { platform: 'x', endpoints: { api } }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
    });
    expect(world.accounts.developerApp(caller, { platform: 'x' }).customEndpoints).toBe(false);
  },
);

test('endpoints from outside hold until a workspace sets its own', async () => {
  const host = {
    kind: 'web',
    version: '1',
    developerApps: {},
    endpoints: { x: endpointsAt(practice.url) },
  } as const;
  const world = await accountsWorld('', { host });
  expect(world.accounts.developerApp(caller, { platform: 'x' })).toMatchObject({
    endpoints: endpointsAt(practice.url),
    customEndpoints: true,
    app: { clientId: 'ocma-loopback', hasSecret: false },
  });
  expect(await connected(world)).toMatchObject({ customEndpoints: true });
});

test('a script connects by code and state, and only with its own', async () => {
  const world = await accountsWorld();
  const begun = await world.script(caller, { platform: 'twitter' });
  if (!('authorizeUrl' in begun)) throw new Error('not begun');
  expect(new URL(begun.authorizeUrl).searchParams.get('state')).toBe(begun.state);
  const authCode = (await consent(begun.authorizeUrl)).searchParams.get('code') ?? '';
  for (const state of [undefined, 'guessed']) {
    await expect(
      world.script(caller, { platform: 'x', authCode, ...(state !== undefined && { state }) }),
    ).rejects.toMatchObject({ code: 'oauth_state_mismatch' });
  }
  await expect(world.script(stranger, { platform: 'x', authCode, state: begun.state })).rejects.toMatchObject(
    {
      code: 'oauth_state_mismatch',
    },
  );
  expect(await world.script(caller, { platform: 'x', authCode, state: begun.state })).toMatchObject({
    account: { username: 'mara_bakes', id: accountId.parse(world.accounts.list(caller, {})[0]?.id) },
  });
});
