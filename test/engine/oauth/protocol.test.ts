import { expect, test } from 'vitest';
import { revokeTokens } from '../../../src/engine/oauth/revoke.ts';
import { createTokenAsk } from '../../../src/engine/oauth/token-ask.ts';
import type { TokenProtocol } from '../../../src/engine/platforms/sign-in.ts';
import { wsp } from '../http/account-world.ts';
import {
  bookSignIn,
  comeBack,
  heldBy,
  modelPlatform,
  modelWorld,
  startModelServer,
} from './model-sign-in.ts';

const issued = (accessToken: string) =>
  ({
    kind: 'issued',
    tokens: { accessToken, refreshToken: 'r-1', expiresAt: null, scopes: ['read'] },
  }) as const;

/** A network that has nothing of OAuth but the word. */
const protocol: TokenProtocol = {
  async exchange(ask, { endpoints, clientId }, { code }) {
    const answer = await ask({
      operation: 'oauth.token',
      method: 'GET',
      url: `${endpoints.api}/own/exchange`,
      query: { code, clientId },
    });
    return answer.kind === 'answered' ? issued('a-1') : { kind: 'lost' };
  },
  async refresh(ask, { endpoints }, { accessToken, refreshToken }) {
    await ask({
      operation: 'oauth.refresh',
      method: 'POST',
      url: `${endpoints.api}/own/refresh`,
      headers: { authorization: `Bearer ${refreshToken}` },
      body: { kind: 'json', value: { accessToken } },
    });
    return issued('a-2');
  },
  async revoke(ask, { endpoints }, { accessToken }) {
    const answer = await ask({
      operation: 'oauth.revoke',
      method: 'DELETE',
      url: `${endpoints.api}/own/session`,
      headers: { authorization: `Bearer ${accessToken}` },
    });
    return answer.kind === 'answered' && answer.answer.status === 200;
  },
};

async function ownWorld() {
  const server = await startModelServer({
    '/own/exchange': () => [200, {}],
    '/own/refresh': () => [200, {}],
    '/own/session': () => [200, {}],
  });
  const platform = modelPlatform({ ...bookSignIn, protocol });
  const world = await modelWorld(server, platform);
  const { flow } = await world.flows.start({ workspaceId: wsp, platform, openBrowser: false });
  return { server, world, flow };
}

test('tokens are had, renewed and ended by the network’s own protocol, each request audited', async () => {
  const { server, world, flow } = await ownWorld();
  const done = await comeBack(world, flow);
  expect(done.status).toBe('connected');
  const id = done.accountId ?? '';
  expect(await world.tokens.get(id, 'a-1')).toEqual({ ok: true, token: 'a-2' });
  expect(heldBy(world, id)).toMatchObject({ accessToken: 'a-2', refreshToken: 'r-1' });
  expect(await revokeTokens(world.flowsDeps, id)).toBe(true);
  const own = server.seen.filter(({ path }) => path.startsWith('/own/'));
  expect(own.map(({ method, path, body }) => `${method} ${path} ${body}`)).toEqual([
    'GET /own/exchange?code=code-1&clientId=model-client ',
    'POST /own/refresh {"accessToken":"a-1"}',
    'DELETE /own/session ',
  ]);
  const audit = world.db
    .sql<{ operation: string }>(`SELECT operation FROM http_audit WHERE operation LIKE 'oauth.%' ORDER BY id`)
    .all();
  expect(audit.map(({ operation }) => operation)).toEqual(['oauth.token', 'oauth.refresh', 'oauth.revoke']);
});

test('an issuer is compared only where the network goes by the book', async () => {
  const { world, flow } = await ownWorld();
  expect((await comeBack(world, flow, 'code-1', '&iss=https%3A%2F%2Felsewhere.example')).status).toBe(
    'connected',
  );
});

test('nothing is asked over plain http, nor from a private place where only a name was given', async () => {
  const { world, server } = await ownWorld();
  const asker = { workspaceId: wsp, accountId: null, platform: 'model' };
  const get = (url: string, publicOnly: boolean) =>
    createTokenAsk(world.flowsDeps, asker, { publicOnly })({ operation: 'oauth.test', method: 'GET', url });
  expect(await get('http://network.example/token', false)).toEqual({ kind: 'lost', sent: false });
  expect(await get(`${server.url}/me`, false)).toMatchObject({ kind: 'answered' });
  expect(await get(`${server.url}/me`, true)).toEqual({ kind: 'lost', sent: false });
  expect(await get('https://192.168.1.1/token', true)).toEqual({ kind: 'lost', sent: false });
});
