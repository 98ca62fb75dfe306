import { expect, test } from 'vitest';
import { z } from 'zod';
import { createFlows } from '../../../src/engine/oauth/flows.ts';
import { createTokens } from '../../../src/engine/oauth/tokens.ts';
import type { TokenBroker, TokenReply } from '../../../src/engine/platforms/sign-in.ts';
import type { BrowserPort } from '../../../src/engine/ports.ts';
import { redirectRule } from '../../../src/engine/oauth/flow-addresses.ts';
import { endpointsAt, wsp } from '../http/account-world.ts';
import {
  bookSignIn,
  comeBack,
  heldBy,
  modelPlatform,
  modelWorld,
  startModelServer,
  tokenPath,
} from './model-sign-in.ts';
import { settled } from './oauth-world.ts';

const issued = z.object({ access_token: z.string(), refresh_token: z.string() });

/** A hosted app behind a small server of its own. */
function brokerAt(url: string, redirectUri: string | null = null): TokenBroker {
  const ask = async (path: string, body: unknown): Promise<TokenReply> => {
    const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) });
    const { access_token: accessToken, refresh_token: refreshToken } = issued.parse(await response.json());
    return { kind: 'issued', tokens: { accessToken, refreshToken, expiresAt: null, scopes: null } };
  };
  return {
    appOf: (platform) => (platform === 'model' ? { clientId: 'hosted', redirectUri } : null),
    exchange: (platform, given) => ask('/exchange', { platform, ...given }),
    refresh: (platform, refreshToken) => ask('/refresh', { platform, refreshToken }),
  };
}

test('a broker’s app exchanges and renews, and the network’s token endpoint is never asked', async () => {
  const hosted = await startModelServer({
    '/exchange': () => [200, { access_token: 'a-1', refresh_token: 'r-1' }],
    '/refresh': () => [200, { access_token: 'a-2', refresh_token: 'r-2' }],
  });
  const server = await startModelServer({ [tokenPath]: () => [500, {}] });
  const platform = modelPlatform(bookSignIn);
  const world = await modelWorld(server, platform);
  const deps = {
    ...world.flowsDeps,
    ports: { ...world.flowsDeps.ports, tokenBroker: brokerAt(hosted.url) },
  };
  const flows = createFlows(deps);
  const { flow } = await flows.start({ workspaceId: wsp, platform, openBrowser: false });
  expect(flow.clientId).toBe('hosted');
  const done = await comeBack({ ...world, flows }, flow);
  expect(heldBy(world, done.accountId)).toMatchObject({ accessToken: 'a-1', refreshToken: 'r-1' });
  const tokens = createTokens(deps);
  expect(await tokens.get(done.accountId ?? '', 'a-1')).toEqual({ ok: true, token: 'a-2' });
  const asked = hosted.seen.map(({ body }) => z.record(z.string(), z.string()).parse(JSON.parse(body)));
  expect(asked).toEqual([
    expect.objectContaining({ platform: 'model', code: 'code-1', redirectUri: flow.redirectUri }),
    { platform: 'model', refreshToken: 'r-1' },
  ]);
  expect(server.seen.filter(({ path }) => path === tokenPath)).toEqual([]);
  await flows.stop();
});

const address = 'https://done.example/oauth';
type Caught = NonNullable<BrowserPort['intercept']>;

/** Endpoints outside of this machine, so that the https redirect is the rule. */
async function windowWorld(intercept: Caught | undefined) {
  const server = await startModelServer({
    [tokenPath]: () => [200, { access_token: 'a-1', token_type: 'bearer' }],
  });
  const redirect = { kind: 'intercept', address, hosts: ['model.example'] } as const;
  const platform = modelPlatform({ ...bookSignIn, redirect });
  const internet: typeof fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    return fetch(new URL(url.pathname + url.search, server.url), init);
  };
  const world = await modelWorld({ url: '' }, platform, { fetch: internet });
  world.point(endpointsAt('https://model.example'));
  world.db.sql(`INSERT INTO developer_app VALUES (:wsp, 'model', 'my-app', 0)`).run({ wsp });
  const browser: BrowserPort = {
    ...world.flowsDeps.browser,
    ...(intercept !== undefined && { intercept }),
  };
  const flows = createFlows({ ...world.flowsDeps, browser });
  const start = () => flows.start({ workspaceId: wsp, platform, openBrowser: true });
  return { world: { ...world, flows }, flows, start };
}

const stateOf = (url: string): string => new URL(url).searchParams.get('state') ?? '';

test('an https redirect is caught by a window of the app', async () => {
  const routes: unknown[] = [];
  const { world, start } = await windowWorld((url, { address, hosts }) => {
    routes.push({ address, hosts });
    return Promise.resolve(new URLSearchParams({ code: 'code-1', state: stateOf(url) }));
  });
  const { flow } = await start();
  expect(flow).toMatchObject({ listening: true, redirectUri: address });
  expect(await settled(world, flow.id)).toMatchObject({ status: 'connected' });
  expect(routes).toEqual([{ address, hosts: ['model.example'] }]);
  expect(world.opened).toEqual([]);
});

test('closing the window ends the connection; another state fails it', async () => {
  const closed = await windowWorld(() => Promise.resolve(null));
  const { flow } = await closed.start();
  expect(await settled(closed.world, flow.id)).toMatchObject({ status: 'cancelled' });
  const forged = await windowWorld(() => Promise.resolve(new URLSearchParams({ code: 'c', state: 'other' })));
  const other = (await forged.start()).flow;
  expect(await settled(forged.world, other.id)).toMatchObject({
    status: 'failed',
    problemCode: 'oauth_state_mismatch',
  });
});

test('a cancelled connection closes its window, and an address that was pasted does too', async () => {
  const signals: AbortSignal[] = [];
  const { flows, start, world } = await windowWorld((_url, { signal }) => {
    signals.push(signal);
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(null)));
  });
  const first = await start();
  flows.cancel(first.flow.id);
  const second = await start();
  const pasted = `${address}?code=code-1&state=${second.state}#_=_`;
  expect(await flows.paste(second.flow.id, pasted)).toMatchObject({ status: 'connected' });
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  expect(world.flows.read(first.flow.id).status).toBe('cancelled');
});

test('without such a window the browser is opened and the address pasted', async () => {
  const { world, start } = await windowWorld(undefined);
  const { flow } = await start();
  expect(flow).toMatchObject({ listening: false, redirectUri: address });
  expect(world.opened).toEqual([flow.authorizeUrl]);
});

test('where the network is played on this machine a listener stands in for the https address', () => {
  const signIn = { ...bookSignIn, redirect: { kind: 'intercept', address, hosts: [] } } as const;
  expect(redirectRule({ name: 'model' }, signIn, endpointsAt('http://127.0.0.1:9'))).toEqual({
    kind: 'loopback',
    host: 'localhost',
    ports: [],
    path: '/oauth/model',
  });
});
