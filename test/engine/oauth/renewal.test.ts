import { expect, test } from 'vitest';
import type { Renewal, TokenProtocol } from '../../../src/engine/platforms/sign-in.ts';
import { signInLife } from '../../../src/engine/oauth/renewal.ts';
import { wsp } from '../http/account-world.ts';
import {
  bookSignIn,
  comeBack,
  heldBy,
  modelPlatform,
  modelWorld,
  startModelServer,
  tokenPath,
} from './model-sign-in.ts';

const day = 24 * 60 * 60_000;

/** As Instagram has it: a token of 60 days renews itself once it is a day old. */
const longLived: Renewal = { kind: 'access_token', notBeforeMs: day, whileLeftMs: 10 * day };

async function renewedWorld(renewal: Renewal, first: Record<string, unknown>) {
  let issued = 0;
  const renewals: string[] = [];
  const server = await startModelServer({
    [tokenPath]: () => [200, { token_type: 'bearer', ...first }],
    '/renew': ({ body }) => {
      renewals.push(body);
      return [200, {}];
    },
  });
  const protocol: TokenProtocol = {
    async refresh(ask, { endpoints, now }, { accessToken }) {
      const body = { kind: 'json', value: accessToken } as const;
      const answer = await ask({
        operation: 'oauth.refresh',
        method: 'POST',
        url: `${endpoints.api}/renew`,
        body,
      });
      if (answer.kind === 'lost') return { kind: 'not_sent' };
      issued += 1;
      const tokens = {
        accessToken: `a-${issued + 1}`,
        refreshToken: null,
        expiresAt: now() + 60 * day,
        scopes: null,
      };
      return { kind: 'issued', tokens };
    },
  };
  const platform = modelPlatform({ ...bookSignIn, renewal, protocol });
  const world = await modelWorld(server, platform);
  const { flow } = await world.flows.start({ workspaceId: wsp, platform, openBrowser: false });
  const id = (await comeBack(world, flow)).accountId ?? '';
  return { world, id, renewals };
}

test('a token that renews itself is renewed once it is old enough, and its age begins anew', async () => {
  const { world, id, renewals } = await renewedWorld(longLived, {
    access_token: 'a-1',
    expires_in: 60 * 86_400,
  });
  expect(await world.tokens.renew(id)).toEqual({ ok: true, token: 'a-1' });
  expect(renewals).toEqual([]);
  world.clock.advance(2 * day);
  expect(await world.tokens.get(id)).toEqual({ ok: true, token: 'a-1' });
  expect(await world.tokens.renew(id)).toEqual({ ok: true, token: 'a-2' });
  expect(renewals).toEqual(['"a-1"']);
  expect(heldBy(world, id)).toMatchObject({
    accessToken: 'a-2',
    issuedAt: world.clock.now(),
    expiresAt: world.clock.now() + 60 * day,
  });
  expect(await world.tokens.renew(id)).toEqual({ ok: true, token: 'a-2' });
  world.clock.advance(60 * day);
  expect(await world.tokens.get(id)).toMatchObject({ ok: false, failure: { code: 'auth_expired' } });
  expect(heldBy(world, id)).toMatchObject({ state: 'needs_reconnect', problemCode: 'auth_expired' });
});

test('a sign-in that nothing renews is good until it ends', async () => {
  const { world, id, renewals } = await renewedWorld(
    { kind: 'sign_in' },
    { access_token: 'a-1', refresh_token: 'derived from', expires_in: 86_400 },
  );
  expect(await world.tokens.renew(id)).toEqual({ ok: true, token: 'a-1' });
  world.clock.advance(day + 1);
  expect(await world.tokens.get(id)).toMatchObject({ ok: false, failure: { code: 'auth_expired' } });
  expect(renewals).toEqual([]);
});

const ends = (expiresAt: number | null, more: object = {}) => ({
  expiresAt,
  issuedAt: 0,
  renewableUntil: null,
  ...more,
});
const rotating: Renewal = { kind: 'refresh_token', rotates: true };

test.each([
  ['no end', longLived, ends(null), false, { tokenEndsAt: null, endsAt: null, renewAt: null }],
  ['itself', longLived, ends(60 * day), false, { tokenEndsAt: 60 * day, endsAt: null, renewAt: 50 * day }],
  [
    'itself, too young',
    longLived,
    ends(3 * day),
    false,
    { tokenEndsAt: 3 * day, endsAt: null, renewAt: day },
  ],
  ['itself, too short', longLived, ends(day), false, { tokenEndsAt: day, endsAt: day, renewAt: null }],
  [
    'nothing',
    { kind: 'sign_in' } as const,
    ends(day),
    true,
    { tokenEndsAt: day, endsAt: day, renewAt: null },
  ],
  ['a refresh token', rotating, ends(day), true, { tokenEndsAt: day, endsAt: null, renewAt: day }],
  [
    'a refresh token for a year',
    rotating,
    ends(day, { renewableUntil: 365 * day }),
    true,
    { tokenEndsAt: day, endsAt: 365 * day, renewAt: day },
  ],
  [
    'a refresh token that is not there',
    rotating,
    ends(day),
    false,
    { tokenEndsAt: day, endsAt: day, renewAt: null },
  ],
])('renewed by %s', (_name, renewal, account, hasRefreshToken, life) => {
  expect(signInLife(renewal, account, hasRefreshToken)).toEqual(life);
});
