import { expect, test } from 'vitest';
import { clientSecretPlace } from '../../../src/engine/oauth/network-config.ts';
import { openTokens, readTokenAccount } from '../../../src/engine/oauth/account-tokens.ts';
import { revokeTokens } from '../../../src/engine/oauth/revoke.ts';
import { createClock } from '../../../src/engine/system/clock.ts';
import { wsp } from '../http/account-world.ts';
import { settled, worldOf } from './oauth-world.ts';
import { oidcPlatform, signIn, startOidcServer } from './oidc-server.ts';
import type { OidcServer } from './oidc-server.ts';

async function oidcWorld(server: OidcServer, secret: string | null = null) {
  const world = await worldOf('', { clock: createClock(), platform: oidcPlatform });
  world.point(server.endpoints);
  world.db.sql(`INSERT INTO developer_app VALUES (:wsp, 'x', 'ocma-client', 0)`).run({ wsp });
  if (secret !== null) {
    const place = clientSecretPlace(wsp, 'x', server.endpoints);
    await world.vault.ready(place, { create: true });
    world.vault.seal(place, secret);
  }
  const connect = async (name: string) => {
    const { flow } = await world.flows.start({
      workspaceId: wsp,
      platform: oidcPlatform,
      openBrowser: false,
    });
    const back = await signIn(flow.authorizeUrl, flow.redirectUri, name);
    expect((await fetch(back)).status).toBe(200);
    return { back, flow: await settled(world, flow.id) };
  };
  const stored = (id: string) => {
    const account = readTokenAccount(world.db, id);
    if (account === undefined) throw new Error('no account');
    return {
      ...openTokens(world.db, world.vault, account),
      state: account.state,
      problem: account.problemCode,
    };
  };
  return { ...world, connect, stored };
}

test('an independent server: PKCE, issuer, exchange, profile, rotation, and the end by reuse', async () => {
  const server = await startOidcServer();
  const world = await oidcWorld(server);
  const { back, flow } = await world.connect('mara');
  expect(back.searchParams.get('iss')).toBe(server.issuer);
  expect(flow).toMatchObject({ status: 'connected' });
  const id = flow.accountId ?? '';
  const first = world.stored(id);
  expect(world.db.sql(`SELECT remote_id AS remoteId FROM account`).all()).toEqual([{ remoteId: 'mara' }]);

  expect(await world.tokens.get(id)).toEqual({ ok: true, token: first.accessToken });
  const renewed = await world.tokens.get(id, first.accessToken ?? '');
  const second = world.stored(id);
  expect(renewed).toEqual({ ok: true, token: second.accessToken });
  expect(second.refreshToken).not.toBe(first.refreshToken);
  expect(server.events).toContain('refresh_token.consumed');

  // As if the file had been restored from before the refresh: the spent token comes back, the server ends the grant.
  const owner = { workspaceId: wsp, ownerKind: 'account', ownerId: id, name: 'refresh_token' } as const;
  world.vault.seal({ ...owner, origin: server.issuer }, first.refreshToken ?? '');
  expect(await world.tokens.get(id, second.accessToken ?? '')).toMatchObject({
    ok: false,
    failure: { code: 'auth_revoked' },
  });
  expect(server.events).toContain('grant.revoked');
  expect(world.stored(id)).toMatchObject({ state: 'needs_reconnect', problem: 'auth_revoked' });

  const again = await world.connect('mara');
  expect(again.flow).toMatchObject({ status: 'connected', accountId: id });
  expect(world.stored(id).state).toBe('connected');
  expect(server.events).not.toContain('server_error');
});

test('many at once are one refresh: the server sees no reuse', async () => {
  const server = await startOidcServer();
  const world = await oidcWorld(server);
  const { flow } = await world.connect('mara');
  const id = flow.accountId ?? '';
  const { accessToken } = world.stored(id);
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => world.tokens.get(id, accessToken ?? '')),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ ok: true });
  expect(server.events.filter((name) => name === 'refresh_token.consumed')).toHaveLength(1);
  expect(server.events).not.toContain('grant.revoked');
});

test('a confidential client authenticates with its secret, at the exchange and at each refresh', async () => {
  const server = await startOidcServer({
    token_endpoint_auth_method: 'client_secret_basic',
    client_secret: 's3cret-with.all~kinds/of+signs%and spaces',
  });
  const world = await oidcWorld(server, 's3cret-with.all~kinds/of+signs%and spaces');
  const { flow } = await world.connect('mara');
  expect(flow.status).toBe('connected');
  const id = flow.accountId ?? '';
  expect(await world.tokens.get(id, world.stored(id).accessToken ?? '')).toMatchObject({ ok: true });
});

test('a wrong secret fails the connection', async () => {
  const server = await startOidcServer({
    token_endpoint_auth_method: 'client_secret_basic',
    client_secret: 'the right one, which is long enough',
  });
  const world = await oidcWorld(server, 'a wrong one');
  const { flow } = await world.connect('mara');
  expect(flow).toMatchObject({ status: 'failed', problemCode: 'oauth_failed' });
});

test('a code that was caught by somebody else is worth nothing without the verifier', async () => {
  const server = await startOidcServer();
  const world = await oidcWorld(server);
  const { flow } = await world.flows.start({ workspaceId: wsp, platform: oidcPlatform, openBrowser: false });
  const back = await signIn(flow.authorizeUrl, flow.redirectUri, 'mara');
  const response = await fetch(server.endpoints.token, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: flow.redirectUri,
      client_id: 'ocma-client',
      code_verifier: 'a'.repeat(43),
    }),
  });
  expect(response.status).toBe(400);
});

test('revoked tokens are of no use afterwards', async () => {
  const server = await startOidcServer();
  const world = await oidcWorld(server);
  const { flow } = await world.connect('mara');
  const id = flow.accountId ?? '';
  const { accessToken, refreshToken } = world.stored(id);
  const me = async (): Promise<number> =>
    (await fetch(`${server.issuer}/me`, { headers: { authorization: `Bearer ${accessToken}` } })).status;
  expect(await me()).toBe(200);
  expect(await revokeTokens(world.flowsDeps, id)).toBe(true);
  expect(await me()).toBe(401);
  const refresh = await fetch(server.endpoints.token, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken ?? '',
      client_id: 'ocma-client',
    }),
  });
  expect(refresh.status).toBe(400);
});
