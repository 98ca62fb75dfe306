import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { PasswordSignIn, TokenReply } from '../../../src/engine/platforms/sign-in.ts';
import { wsp } from '../http/account-world.ts';
import { heldBy, modelPlatform, modelWorld, startModelServer } from './model-sign-in.ts';

const password = 'abcd-efgh-ijkl-mnop';

const signIn: PasswordSignIn = {
  kind: 'password',
  scopes: [],
  renewal: { kind: 'refresh_token', rotates: true },
  password: { pattern: /^(\w{4}-){3}\w{4}$/, madeAt: 'https://model.example/app-passwords' },
  protocol: {
    async signIn(ask, { endpoints }, given): Promise<TokenReply> {
      const answer = await ask({
        operation: 'session.create',
        method: 'POST',
        url: endpoints.token,
        body: { kind: 'json', value: given },
      });
      if (answer.kind === 'lost') return { kind: 'not_sent' };
      if (answer.answer.status === 403)
        return { kind: 'refused', error: 'account_action_required', description: '' };
      if (answer.answer.status === 401) return { kind: 'refused', error: 'needs_factor', description: '' };
      if (answer.answer.status !== 200) return { kind: 'refused', error: 'invalid_grant', description: '' };
      const api = answer.answer.headers.get('x-api');
      return {
        kind: 'issued',
        tokens: {
          accessToken: 'a-1',
          refreshToken: 'r-1',
          expiresAt: null,
          scopes: null,
          ...(api !== null && { api }),
        },
      };
    },
  },
};

async function passwordWorld(status: (sent: { password: string; factor: string | null }) => number) {
  const server = await startModelServer({
    '/2/oauth2/token': ({ body }) => [status(JSON.parse(body)), {}],
  });
  const platform = modelPlatform(signIn);
  const world = await modelWorld(server, platform);
  const given = { workspaceId: wsp, platform, identifier: 'mara', password };
  return { server, world, given };
}

test('a name and a password for apps connect, and the password is kept nowhere', async () => {
  const { world, given } = await passwordWorld((sent) => (sent.password === password ? 200 : 400));
  const flow = await world.flows.signIn(given);
  expect(flow).toMatchObject({ status: 'connected', authorizeUrl: '', redirectUri: '', listening: false });
  expect(heldBy(world, flow?.accountId ?? null)).toMatchObject({ accessToken: 'a-1', refreshToken: 'r-1' });
  const file =
    readFileSync(world.file).toString('latin1') + readFileSync(`${world.file}-wal`).toString('latin1');
  expect(file).toContain(flow?.id);
  expect(file).not.toContain(password);
  expect(
    world.db.sql(`SELECT operation FROM http_audit WHERE operation = 'session.create'`).all(),
  ).toHaveLength(1);
});

test('a code that the network sent is asked for, and then given', async () => {
  const { world, given } = await passwordWorld(({ factor }) => (factor === '12345' ? 200 : 401));
  expect(await world.flows.signIn(given)).toBeNull();
  expect(world.db.sql(`SELECT 1 FROM connection_flow`).all()).toEqual([]);
  expect(await world.flows.signIn({ ...given, factor: '12345' })).toMatchObject({ status: 'connected' });
});

test.each([
  [400, 'sign_in_refused'],
  [403, 'account_action_required'],
])('a no (%i) is told as %s', async (status, code) => {
  const { world, given } = await passwordWorld(() => status);
  await expect(world.flows.signIn(given)).rejects.toMatchObject({ code });
  expect(world.db.sql(`SELECT 1 FROM account`).all()).toEqual([]);
});

test('a network with a password has no browser, and the other way round', async () => {
  const { world, given } = await passwordWorld(() => 200);
  await expect(world.flows.start({ ...given, openBrowser: true })).rejects.toMatchObject({
    code: 'invalid_input',
  });
});
