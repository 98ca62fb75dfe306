import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { tiktok } from '../../../../src/engine/platforms/tiktok/platform.ts';
import { startNetwork } from '../../../support/network-account.ts';
import { connected, consent, control, partyOf, redirectUri, signedIn } from './account.ts';

const { protocol } = tiktok.signIn;

const issued = async (reply: ReturnType<typeof signedIn>) => {
  const got = await reply;
  if (got.kind !== 'issued') throw new Error(JSON.stringify(got));
  return got.tokens;
};

describe('signing in at TikTok', () => {
  it('gives tokens of two hours, with the scopes that were granted', async () => {
    const network = await startNetwork(tiktok);
    const tokens = await issued(signedIn(network));
    expect(tokens).toMatchObject({
      expiresAt: network.now() + 7_200_000,
      renewableUntil: network.now() + 180 * 86_400_000,
      scopes: tiktok.signIn.scopes,
      refreshToken: expect.any(String),
    });
  });

  it('brings a code back that has to be decoded, and what was granted', async () => {
    const network = await startNetwork(tiktok);
    const { back } = await consent(network, { scope: 'user.info.basic,video.upload' });
    expect(back.search).toContain('%2A1');
    expect(back.searchParams.get('scopes')).toBe('user.info.basic,video.upload');
    expect(back.searchParams.get('state')).toBe('a state');
  });

  it('is told which scopes a person unticked', async () => {
    const network = await startNetwork(tiktok);
    const tokens = await issued(signedIn(network, { ticks: '1', granted: 'video.upload' }));
    expect(tokens.scopes).toEqual(['user.info.basic', 'video.upload']);
  });

  it('proves the challenge in hexadecimal and in no other way', async () => {
    const network = await startNetwork(tiktok);
    const verifier = 'v'.repeat(64);
    const base64 = createHash('sha256').update(verifier).digest('base64url');
    const { back } = await consent(network, { code_challenge: base64 });
    const code = back.searchParams.get('code') ?? '';
    const given = { code, redirectUri, verifier };
    expect(await protocol.exchange(network.ask, partyOf(network), given)).toMatchObject({
      kind: 'refused',
      error: 'invalid_grant',
    });
  });

  it('wants the secret, and says so with the status of a yes', async () => {
    const network = await startNetwork(tiktok);
    const { back, verifier } = await consent(network);
    await control(network, [{ clientId: 'my-key', clientSecret: 'my-secret', redirectUris: [] }], '/apps');
    const party = { ...partyOf(network), clientSecret: null };
    const given = { code: back.searchParams.get('code') ?? '', redirectUri, verifier };
    expect(await protocol.exchange(network.ask, party, given)).toMatchObject({
      kind: 'refused',
      error: 'invalid_client',
    });
  });

  it('takes any port of a registered address with a star, and no other path', async () => {
    const network = await startNetwork(tiktok);
    const app = {
      clientId: 'my-key',
      clientSecret: 'my-secret',
      redirectUris: ['http://127.0.0.1:*/oauth/tiktok/'],
    };
    await control(network, [app], '/apps');
    await expect(
      consent(network, { redirect_uri: 'http://127.0.0.1:40001/oauth/tiktok/' }),
    ).resolves.toBeDefined();
    for (const redirect_uri of [
      'http://127.0.0.1:40001/other/',
      'http://127.0.0.1/oauth/tiktok/',
      'http://10.0.0.1:40001/oauth/tiktok/',
    ]) {
      await expect(consent(network, { redirect_uri })).rejects.toThrow(/redirect_uri/);
    }
  });

  it('spends the refresh token and gets another', async () => {
    const network = await startNetwork(tiktok);
    const first = await issued(signedIn(network));
    const second = await issued(protocol.refresh(network.ask, partyOf(network), first));
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(await protocol.refresh(network.ask, partyOf(network), first)).toMatchObject({
      kind: 'refused',
      error: 'invalid_grant',
    });
    expect(await protocol.refresh(network.ask, partyOf(network), second)).toMatchObject({ kind: 'issued' });
  });

  it('loses the refresh token after 180 days', async () => {
    const network = await startNetwork(tiktok);
    const tokens = await issued(signedIn(network));
    await network.pass(181 * 86_400_000);
    expect(await protocol.refresh(network.ask, partyOf(network), tokens)).toMatchObject({ kind: 'refused' });
  });

  it('ends the access', async () => {
    const network = await startNetwork(tiktok);
    const tokens = await issued(signedIn(network));
    expect(await protocol.revoke(network.ask, partyOf(network), tokens)).toBe(true);
    expect(await tiktok.api.profile(network.http(tokens.accessToken), null)).toMatchObject({
      failure: { code: 'auth_expired', status: 401 },
    });
  });

  it('finds out whether the app is known without signing in', async () => {
    const network = await startNetwork(tiktok);
    expect(await protocol.probe(network.ask, partyOf(network), redirectUri)).toMatchObject({
      error: 'invalid_grant',
    });
    await control(network, [], '/apps');
    expect(await protocol.probe(network.ask, partyOf(network), redirectUri)).toMatchObject({
      error: 'invalid_client',
    });
  });

  it('takes an outage for no answer', async () => {
    const network = await startNetwork(tiktok);
    await network.fault('oauth.token', { kind: 'status', status: 503 });
    expect(await signedIn(network)).toMatchObject({ kind: 'unavailable', status: 503 });
  });
});

describe('the account', () => {
  it('is told with its numbers, and with what is open to the creator', async () => {
    const { profile, network } = await connected();
    expect(profile).toMatchObject({
      username: 'mara_bakes',
      displayName: 'Mara Linden',
      profileUrl: `${network.url}/tiktok/@mara_bakes`,
      followers: expect.any(Number),
      facts: {
        named: true,
        privacyLevels: 'PUBLIC_TO_EVERYONE,MUTUAL_FOLLOW_FRIENDS,SELF_ONLY',
        longestSeconds: 300,
        duetDisabled: false,
      },
    });
  });

  it('is told as far as scopes were granted', async () => {
    const { profile } = await connected('mara_bakes', ['user.info.basic', 'video.upload']);
    expect(profile).toMatchObject({
      username: 'Mara Linden',
      profileUrl: null,
      followers: null,
      metrics: {},
    });
    expect(profile.facts).toEqual({ verified: false, named: false });
  });
});
