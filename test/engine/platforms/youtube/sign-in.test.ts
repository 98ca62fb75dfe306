import { describe, expect, it } from 'vitest';
import { youtube } from '../../../../src/engine/platforms/youtube/platform.ts';
import { scope } from '../../../../src/engine/platforms/youtube/scopes.ts';
import { subjectOf } from '../../../../src/engine/platforms/youtube/tokens.ts';
import { startNetwork } from '../../../support/network-account.ts';
import type { Network } from '../../../support/network-account.ts';
import { clientId, connected, signIn } from './account.ts';

const day = 86_400_000;
const start = () => startNetwork(youtube);

const refreshed = async (network: Network, refreshToken: string | null) => {
  const response = await fetch(network.endpoints.token, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken ?? '',
      client_id: clientId,
      client_secret: 'GOCSPX-practice',
    }),
  });
  return { status: response.status, body: await response.json() };
};

describe('signing in at Google', () => {
  it('gives tokens for an hour, a refresh token that stays, and who the user is', async () => {
    const network = await start();
    const mara = await signIn(network, 'mara_bakes');
    expect(mara).toMatchObject({
      refreshToken: expect.any(String),
      expiresAt: network.now() + 3_599_000,
      scopes: Object.values(scope),
      grantor: expect.stringMatching(/^\d{21}$/),
    });
    expect((await signIn(network, 'mara_bakes')).grantor).toBe(mara.grantor);
    expect((await signIn(network, 'tobi_repairs')).grantor).not.toBe(mara.grantor);
    const again = await refreshed(network, mara.refreshToken);
    expect(again).toMatchObject({ status: 200, body: { expires_in: 3599 } });
    expect(again.body).not.toHaveProperty('refresh_token');
    expect(await refreshed(network, mara.refreshToken)).toMatchObject({ status: 200 });
  });

  it('gives what was left ticked', async () => {
    const network = await start();
    const tokens = await signIn(network, 'mara_bakes', [scope.read]);
    expect(tokens.scopes).toEqual([scope.user, scope.read]);
    const here = await connected('mara_bakes', [scope.read]);
    const refused = await youtube.api.stage(here.http, here.part(), null, {
      now: () => here.network.now(),
      signal: new AbortController().signal,
    });
    expect(refused).toMatchObject({ state: 'failed', failure: { code: 'scope_missing', reach: 'refused' } });
  });

  it('of a project in testing ends after seven days', async () => {
    const here = await connected();
    await here.settings({ testing: true });
    const { refreshToken } = await signIn(here.network, 'mara_bakes');
    await here.network.pass(6.9 * day);
    expect(await refreshed(here.network, refreshToken)).toMatchObject({ status: 200 });
    await here.network.pass(0.2 * day);
    expect(await refreshed(here.network, refreshToken)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
  });

  it('ends for all channels of the user where one is told off', async () => {
    const network = await start();
    const first = await signIn(network, 'mara_bakes');
    const second = await signIn(network, 'mara_bakes');
    const other = await signIn(network, 'tobi_repairs');
    const party = { ...network.party, clientId };
    expect(await youtube.signIn.protocol.revoke(network.ask, party, first)).toBe(true);
    expect(await refreshed(network, second.refreshToken)).toMatchObject({ status: 400 });
    expect(await refreshed(network, other.refreshToken)).toMatchObject({ status: 200 });
    expect(await youtube.signIn.protocol.revoke(network.ask, party, first)).toBe(false);
  });

  it('understands refusals, outages and answers that are none', async () => {
    const network = await start();
    const party = { ...network.party, clientId };
    const given = { code: 'nobody issued it', redirectUri: 'http://127.0.0.1:1/', verifier: 'v'.repeat(64) };
    const ask = (fault?: Readonly<Record<string, unknown>>) =>
      (fault === undefined ? Promise.resolve() : network.fault('oauth.token', fault)).then(() =>
        youtube.signIn.protocol.exchange(network.ask, party, given),
      );
    expect(await ask()).toEqual({
      kind: 'refused',
      error: 'invalid_grant',
      description: 'Malformed auth code.',
    });
    expect(await ask({ kind: 'status', status: 503 })).toMatchObject({ kind: 'unavailable', status: 503 });
    expect(await ask({ kind: 'status', status: 429 })).toMatchObject({ kind: 'unavailable', status: 429 });
    expect(await ask({ kind: 'status', status: 200, body: { ok: true } })).toEqual({ kind: 'lost' });
    expect(await ask({ kind: 'reset_before' })).toEqual({ kind: 'lost' });
  });
});

describe('id tokens', () => {
  it.each(['', 'a', 'a.b.c', 'a.e30.c', `a.${Buffer.from('[]').toString('base64url')}.c`])(
    'that say nothing (%j) name nobody',
    (token) => {
      expect(subjectOf(token)).toBeNull();
    },
  );
});
