import { describe, expect, it } from 'vitest';
import { instagram } from '../../../../../src/engine/platforms/instagram/platform.ts';
import { threads } from '../../../../../src/engine/platforms/threads/platform.ts';
import { startNetwork } from '../../../../support/network-account.ts';
import { connected, consent, exchange, partyOf, signIn } from './account.ts';

const day = 86_400_000;

describe.each([
  { name: 'Instagram', platform: instagram },
  { name: 'Threads', platform: threads },
])('signing in with $name', ({ platform }) => {
  it('ends with a token of 60 days, and ids that no number can hold', async () => {
    const of = await connected(platform);
    const reply = await signIn(platform, of.network);
    expect(reply).toMatchObject({
      kind: 'issued',
      tokens: { expiresAt: of.network.now() + 60 * day, refreshToken: null },
    });
    expect(of.profile).toMatchObject({ username: 'mara_bakes', displayName: 'Mara Linden' });
    expect(of.profile.remoteId).toMatch(/^\d{17}$/);
    expect(Number.isSafeInteger(Number(of.profile.remoteId))).toBe(false);
    expect(of.profile.followers).toBeGreaterThan(0);
  });

  it('takes a code once, and ends its address with what belongs to none', async () => {
    const network = await startNetwork(platform);
    const back = await consent(platform, network);
    expect(back).toMatch(/&code=[\w-]+#_$|\?.*code=[\w-]+.*#_$/);
    const code = new URL(back).searchParams.get('code') ?? '';
    expect(await exchange(platform, network, code)).toMatchObject({ kind: 'issued' });
    expect(await exchange(platform, network, code)).toMatchObject({
      kind: 'refused',
      error: 'invalid_grant',
    });
  });

  it('says that a person declined', async () => {
    const network = await startNetwork(platform);
    expect(await consent(platform, network, { decision: 'deny' })).toContain('error=access_denied');
  });

  it('renews a token by itself once it is a day old, without the secret, until it ends', async () => {
    const of = await connected(platform);
    const held = { accessToken: of.token, refreshToken: null };
    const { refresh } = platform.signIn.protocol;
    const party = { ...partyOf(of.network), clientSecret: null };
    expect(await refresh?.(of.network.ask, party, held)).toMatchObject({ kind: 'refused' });
    await of.network.pass(day);
    expect(await refresh?.(of.network.ask, party, held)).toMatchObject({
      kind: 'issued',
      tokens: { expiresAt: of.network.now() + 60 * day },
    });
    await of.network.pass(60 * day);
    expect(await refresh?.(of.network.ask, party, held)).toMatchObject({
      kind: 'refused',
      error: 'invalid_grant',
    });
    expect(platform.signIn.renewal).toEqual({
      kind: 'access_token',
      notBeforeMs: day,
      whileLeftMs: 20 * day,
    });
  });

  it('registers an address that is https and that nobody serves', () => {
    const { address } = platform.signIn.redirect;
    expect(platform.card.guide.flatMap(({ copy }) => copy)).toContain(address);
    expect(new URL(address).protocol).toBe('https:');
    expect(['localhost', '127.0.0.1']).toContain(new URL(address).hostname);
  });
});

describe('the shapes of a token', () => {
  it('are both understood: flat, and in a list as documented', async () => {
    const network = await startNetwork(instagram);
    const granted = 'instagram_business_basic,instagram_business_content_publish';
    for (const person of ['mara_bakes', 'harbourcoffee'])
      expect(await signIn(instagram, network, { person, scope: granted })).toMatchObject({
        kind: 'issued',
        tokens: { scopes: granted.split(',') },
      });
  });
});
