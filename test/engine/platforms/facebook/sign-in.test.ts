import { describe, expect, it } from 'vitest';
import { facebook } from '../../../../src/engine/platforms/facebook/platform.ts';
import { startNetwork } from '../../../support/network-account.ts';
import { appOf, codeOf, connected, signIn, value } from './account.ts';

const { protocol, accounts, scopes } = facebook.signIn;
const dayMs = 86_400_000;

describe('signing in to Facebook', () => {
  it('ends with a token of 60 days and the permissions that were granted', async () => {
    const network = await startNetwork(facebook);
    const tokens = await signIn(network, 'mara_bakes');
    expect(tokens.expiresAt).toBe(network.now() + 60 * dayMs);
    expect(tokens.scopes).toEqual(scopes);
    expect(tokens.refreshToken).toBe(tokens.accessToken);
  });

  it('tells which permissions were declined', async () => {
    const network = await startNetwork(facebook);
    const { scopes: granted } = await signIn(network, 'mara_bakes', ['pages_manage_posts']);
    expect(granted).toEqual(['pages_show_list', 'pages_manage_posts']);
  });

  it('refuses a code that was used', async () => {
    const network = await startNetwork(facebook);
    const given = {
      code: await codeOf(network, 'mara_bakes'),
      redirectUri: 'http://localhost:50123/oauth/facebook',
      verifier: '',
    };
    const party = appOf(network);
    expect(await protocol.exchange?.(network.ask, party, given)).toMatchObject({ kind: 'issued' });
    expect(await protocol.exchange?.(network.ask, party, given)).toMatchObject({
      kind: 'refused',
      error: 'invalid_grant',
    });
  });

  it('says that the app is wrong where its secret is missing', async () => {
    const network = await startNetwork(facebook);
    const party = { ...appOf(network), clientSecret: null };
    expect(await protocol.probe?.(network.ask, party, 'https://example.com/back')).toMatchObject({
      kind: 'refused',
      error: 'invalid_client',
    });
  });

  it('tells a known app by how an invented code is refused', async () => {
    const network = await startNetwork(facebook);
    expect(await protocol.probe?.(network.ask, appOf(network), 'https://example.com/back')).toMatchObject({
      kind: 'refused',
      error: 'invalid_grant',
    });
  });

  it('renews nothing without the user', async () => {
    const network = await startNetwork(facebook);
    const tokens = await signIn(network, 'mara_bakes');
    expect(await protocol.refresh?.(network.ask, appOf(network), tokens)).toMatchObject({
      kind: 'refused',
    });
  });
});

describe('the Pages of a sign-in', () => {
  it('have a token each that does not end, and name the person', async () => {
    const { pages, network, http } = await connected();
    expect(pages).toMatchObject([
      {
        profile: { username: 'mara_bakes', displayName: 'Mara Linden' },
        expiresAt: null,
        grantor: '1022100000001',
        unusable: null,
      },
    ]);
    await network.pass(100 * dayMs);
    expect((await facebook.api.profile(http, null)).ok).toBe(true);
  });

  it('include those of a Business Portfolio once, and say which cannot be used', async () => {
    const { pages } = await connected('harbourcoffee');
    expect(pages.map(({ profile, unusable }) => [profile.username, unusable !== null])).toEqual([
      ['harbourcoffee', false],
      ['oldmill_lane', true],
    ]);
  });

  it('leave out the portfolio where it was not allowed', async () => {
    const network = await startNetwork(facebook);
    const tokens = await signIn(network, 'harbourcoffee', ['pages_manage_posts']);
    expect(value(await accounts(network.http(tokens.accessToken)))).toEqual([]);
  });

  it('end with the person’s access', async () => {
    const { network, tokens, http } = await connected();
    expect(await protocol.revoke?.(network.ask, appOf(network), tokens)).toBe(true);
    expect(await facebook.api.profile(http, null)).toMatchObject({
      ok: false,
      failure: { code: 'auth_revoked' },
    });
  });
});
