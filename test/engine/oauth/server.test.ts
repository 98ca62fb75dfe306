import { expect, test } from 'vitest';
import type { Platform } from '../../../src/engine/platforms/platform.ts';
import type { ServerRule } from '../../../src/engine/platforms/sign-in.ts';
import { isPublicAddress, isPublicIp } from '../../../src/engine/oauth/public-address.ts';
import { createTestClock } from '../../support/clock.ts';
import { noon } from '../../sandbox/practice.ts';
import { endpointsAt, wsp } from '../http/account-world.ts';
import {
  bookSignIn,
  comeBack,
  modelPlatform,
  modelWorld,
  startModelServer,
  tokenPath,
} from './model-sign-in.ts';

const rule: ServerRule = {
  typed: 'host',
  example: 'social.example',
  usual: null,
  async locate(ask, typed) {
    const answer = await ask({
      operation: 'server.find',
      method: 'GET',
      url: `https://${typed}/.well-known/model`,
    });
    if (answer.kind === 'lost') return { ok: false, code: 'network_unreachable' };
    if (answer.answer.status !== 200) return { ok: false, code: 'not_found' };
    return { ok: true, endpoints: endpointsAt(`https://${typed}`), scopes: ['read'] };
  },
  async register(ask, { endpoints, redirectUris, scopes }) {
    const answer = await ask({
      operation: 'server.register',
      method: 'POST',
      url: `${endpoints.api}/apps`,
      body: { kind: 'json', value: { redirectUris, scopes } },
    });
    if (answer.kind === 'lost') return { ok: false, code: 'network_unreachable' };
    if (answer.answer.status === 429) return { ok: false, code: 'rate_limited' };
    const { headers } = answer.answer;
    return { ok: true, clientId: headers.get('x-id') ?? 'app', clientSecret: 'the app’s secret' };
  },
};

async function serverWorld(tokenAnswer: () => readonly [number, unknown] = () => [200, issued]) {
  const server = await startModelServer({
    '/.well-known/model': ({ headers }) => [headers.host === undefined ? 404 : 200, {}],
    '/apps': () => [200, {}],
    [tokenPath]: tokenAnswer,
  });
  const platform: Platform = modelPlatform({ ...bookSignIn, clientAuthentication: 'body', server: rule });
  // The internet of this test: every https name leads to the server on this machine.
  const asked: string[] = [];
  const internet: typeof fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    asked.push(url.origin);
    if (url.hostname === 'gone.example') return Promise.resolve(new Response('', { status: 404 }));
    return fetch(new URL(url.pathname + url.search, server.url), init);
  };
  const clock = createTestClock(noon);
  const world = await modelWorld({ url: '' }, platform, { fetch: internet, clock });
  const connect = (over: object) =>
    world.flows.start({ workspaceId: wsp, platform, openBrowser: false, ...over });
  return { server, world, platform, connect, asked, clock };
}

const issued = { access_token: 'a-1', token_type: 'bearer' };

test('the server that the user names is found, the app made known there once, and its secret sealed', async () => {
  const { server, world, connect, asked } = await serverWorld();
  const { flow } = await connect({ server: ' social.example ' });
  expect(flow.authorizeUrl).toContain('https://social.example/i/oauth2/authorize');
  expect(new URL(flow.authorizeUrl).searchParams.get('scope')).toBe('read');
  const done = await comeBack(world, flow);
  expect(done.status).toBe('connected');
  expect(server.forms(tokenPath)[0]).toMatchObject({ client_id: 'app', client_secret: 'the app’s secret' });
  const again = await connect({ server: 'social.example' });
  await connect({ reconnect: done.accountId });
  expect(server.seen.filter(({ path }) => path === '/apps')).toHaveLength(1);
  expect(again.flow.clientId).toBe('app');
  await connect({ server: 'other.example' });
  expect(server.seen.filter(({ path }) => path === '/apps')).toHaveLength(2);
  expect(new Set(asked)).toEqual(new Set(['https://social.example', 'https://other.example']));
  expect(world.db.sql(`SELECT origin, client_id FROM registered_app ORDER BY origin`).all()).toEqual([
    { origin: 'https://other.example', client_id: 'app' },
    { origin: 'https://social.example', client_id: 'app' },
  ]);
  expect(world.db.sql(`SELECT custom_endpoints, endpoints FROM account`).all()).toEqual([
    { custom_endpoints: 0, endpoints: JSON.stringify(endpointsAt('https://social.example')) },
  ]);
});

test('an app that the server no longer knows is made known anew', async () => {
  const { server, world, connect } = await serverWorld(() => [401, { error: 'invalid_client' }]);
  const { flow } = await connect({ server: 'social.example' });
  expect(await comeBack(world, flow)).toMatchObject({ status: 'failed' });
  await connect({ server: 'social.example' });
  expect(server.seen.filter(({ path }) => path === '/apps')).toHaveLength(2);
});

test('an app that nobody signed in through is made known anew after a while', async () => {
  const { server, connect, clock } = await serverWorld();
  await connect({ server: 'social.example' });
  clock.advance(24 * 60 * 60_000);
  await connect({ server: 'social.example' });
  expect(server.seen.filter(({ path }) => path === '/apps')).toHaveLength(2);
});

test('what is no server, or none of the public internet, is refused', async () => {
  const { connect, asked } = await serverWorld();
  await expect(connect({})).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(connect({ server: 'gone.example' })).rejects.toMatchObject({
    code: 'server_not_found',
    params: { server: 'gone.example', example: 'social.example' },
  });
  asked.length = 0;
  for (const server of ['localhost', '127.0.0.1', '[::1]', '10.0.0.7', 'router.local', '169.254.169.254'])
    await expect(connect({ server })).rejects.toMatchObject({ code: 'network_unreachable' });
  expect(asked).toEqual([]);
});

test('where endpoints are set the server is not looked for, and the app is made known there', async () => {
  const { server, world, connect, asked } = await serverWorld();
  world.point(endpointsAt(server.url));
  const { flow } = await connect({});
  expect(flow.authorizeUrl).toContain(server.url);
  expect(flow.clientId).toBe('app');
  expect(asked).toEqual([server.url]);
});

test('addresses of the public internet are told from others', async () => {
  expect(['8.8.8.8', '2606:4700::1111'].map(isPublicIp)).toEqual([true, true]);
  const others = [
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '0.0.0.0',
  ];
  expect(others.filter(isPublicIp)).toEqual([]);
  const leadsTo = (address: string) => () => Promise.resolve(['8.8.8.8', address]);
  const url = new URL('https://social.example/');
  expect(await isPublicAddress(url, leadsTo('9.9.9.9'))).toBe(true);
  expect(await isPublicAddress(url, leadsTo('192.168.0.1'))).toBe(false);
  expect(await isPublicAddress(new URL('http://social.example/'), leadsTo('9.9.9.9'))).toBe(false);
});
