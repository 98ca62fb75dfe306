import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { clientSecretPlace } from '../../../src/engine/oauth/network-config.ts';
import type { BrowserSignIn } from '../../../src/engine/platforms/sign-in.ts';
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

async function connected(
  rules: Partial<BrowserSignIn>,
  given: { secret?: string; answer?: unknown; code?: string } = {},
) {
  const issued = given.answer ?? { access_token: 'a-1', token_type: 'Bearer', expires_in: 3_600 };
  const server = await startModelServer({ [tokenPath]: () => [200, issued] });
  const platform = modelPlatform({ ...bookSignIn, ...rules });
  const world = await modelWorld(server, platform);
  if (given.secret !== undefined) {
    world.db.sql(`INSERT INTO developer_app VALUES (:wsp, 'model', 'my-app', 0)`).run({ wsp });
    const place = clientSecretPlace(wsp, 'model', endpointsAt(server.url));
    await world.vault.ready(place, { create: true });
    world.vault.seal(place, given.secret);
  }
  const { flow } = await world.flows.start({ workspaceId: wsp, platform, openBrowser: false });
  const done = await comeBack(world, flow, given.code);
  const [sent] = server.seen.filter(({ path }) => path === tokenPath);
  return {
    world,
    asked: Object.fromEntries(new URL(flow.authorizeUrl).searchParams),
    done,
    sent: Object.fromEntries(new URLSearchParams(sent?.body)),
    authorization: sent?.headers.authorization,
  };
}

test('scopes with commas, the id by another name, the secret as a field, a digest in hexadecimal', async () => {
  const { asked, sent, authorization, done, world } = await connected(
    {
      scopeSeparator: ',',
      pkce: 'S256_hex',
      clientIdParameter: 'client_key',
      clientAuthentication: 'body',
      authorizeParameters: { access_type: 'offline' },
    },
    { secret: 'a secret', answer: { access_token: 'a-1', token_type: 'bearer', scope: 'read,upload' } },
  );
  expect(asked).toMatchObject({ scope: 'read,write', client_key: 'my-app', access_type: 'offline' });
  expect(asked).not.toHaveProperty('client_id');
  expect(sent).toMatchObject({
    grant_type: 'authorization_code',
    code: 'code-1',
    client_key: 'my-app',
    client_secret: 'a secret',
  });
  expect(sent).not.toHaveProperty('client_id');
  expect(authorization).toBeUndefined();
  const digest = createHash('sha256')
    .update(sent['code_verifier'] ?? '')
    .digest('hex');
  expect(asked['code_challenge']).toBe(digest);
  expect(done.status).toBe('connected');
  expect(world.db.sql(`SELECT scopes FROM account`).all()).toEqual([{ scopes: '["read","upload"]' }]);
});

test('without PKCE neither challenge nor verifier is sent', async () => {
  const { asked, sent, done } = await connected({ pkce: 'none' });
  expect(done.status).toBe('connected');
  expect(asked).not.toHaveProperty('code_challenge');
  expect(sent).not.toHaveProperty('code_verifier');
});

test('a secret goes by HTTP Basic where that is the rule', async () => {
  const { sent, authorization } = await connected({}, { secret: 'a secret' });
  expect(authorization).toBe(`Basic ${Buffer.from('my-app:a+secret').toString('base64')}`);
  expect(sent).not.toHaveProperty('client_secret');
});

test.each(['#_', '#_=_'])('%s at the end of a code is no part of it', async (end) => {
  const { sent } = await connected({}, { code: `code-1${end}` });
  expect(sent['code']).toBe('code-1');
});

test('a token without a type is a bearer’s; the refresh token’s own end is kept', async () => {
  const answer = {
    access_token: 'a-1',
    refresh_token: 'r-1',
    expires_in: 3_600,
    refresh_token_expires_in: 86_400,
  };
  const { world, done } = await connected({}, { answer });
  expect(heldBy(world, done.accountId)).toMatchObject({
    accessToken: 'a-1',
    refreshToken: 'r-1',
    issuedAt: world.clock.now(),
    expiresAt: world.clock.now() + 3_600_000,
    renewableUntil: world.clock.now() + 86_400_000,
  });
});

test('a no with a status of success is a no', async () => {
  const { done } = await connected({}, { answer: { error: 'invalid_grant', error_description: 'spent' } });
  expect(done).toMatchObject({ status: 'failed', problemCode: 'oauth_failed' });
});

test('connecting again without a refresh token keeps the one there was', async () => {
  const answers = [
    { access_token: 'a-1', token_type: 'bearer', refresh_token: 'r-1', expires_in: 60 },
    { access_token: 'a-2', token_type: 'bearer', expires_in: 60 },
  ];
  const server = await startModelServer({ [tokenPath]: () => [200, answers.shift()] });
  const platform = modelPlatform(bookSignIn);
  const world = await modelWorld(server, platform);
  const start = async () =>
    comeBack(world, (await world.flows.start({ workspaceId: wsp, platform, openBrowser: false })).flow);
  const first = await start();
  const again = await start();
  expect(again.accountId).toBe(first.accountId);
  expect(heldBy(world, again.accountId)).toMatchObject({ accessToken: 'a-2', refreshToken: 'r-1' });
});
