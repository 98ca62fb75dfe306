import { describe, expect, it } from 'vitest';
import { linkedin, linkedinPages } from '../../../../src/engine/platforms/linkedin/platform.ts';
import { startNetwork } from '../../../support/network-account.ts';
import { askToken, connected, signedIn } from './account.ts';

const dayMs = 86_400_000;

describe('signing in', () => {
  it('tells the member, by OpenID Connect', async () => {
    const { profile } = await connected();
    expect(profile).toMatchObject({
      displayName: 'Mara Linden',
      facts: { kind: 'Profile', urn: `urn:li:person:${profile.remoteId}` },
    });
  });

  it('gives the member and the organisations that they may post for', async () => {
    const { http } = await connected('page');
    const found = await linkedinPages.signIn.accounts(http);
    if (!found.ok) throw new Error(found.failure.detail);
    const [member, page, ...others] = found.data;
    expect(others).toEqual([]);
    expect(member?.profile.facts).toMatchObject({ kind: 'Profile' });
    expect(page?.profile).toMatchObject({
      displayName: 'Linden Bakery',
      username: 'linden-bakery',
      facts: { kind: 'Page', urn: 'urn:li:organization:90100100' },
      followers: expect.any(Number),
    });
    expect(page?.grantor).toBe(member?.profile.remoteId);
    expect(page?.accessToken).toBeNull();
  });

  it('gives tokens of 60 days, and a refresh token to apps for pages alone', async () => {
    const network = await startNetwork(linkedin);
    const member = await signedIn(network, linkedin.signIn.scopes, 'mara_bakes');
    expect(member).toMatchObject({ expires_in: 5_184_000, scope: 'openid,profile,w_member_social' });
    expect(member.refresh_token).toBeUndefined();
    const pages = await signedIn(network, linkedinPages.signIn.scopes, 'mara_bakes');
    const renewed = await askToken(network, 'accessToken', {
      grant_type: 'refresh_token',
      refresh_token: pages.refresh_token ?? '',
    });
    expect(await renewed.json()).toMatchObject({ refresh_token: pages.refresh_token });
  });

  it('tells a sign-in that ran out from one that was taken back', async () => {
    const network = await startNetwork(linkedin);
    const { access_token: token } = await signedIn(network, linkedin.signIn.scopes, 'mara_bakes');
    const account = { remoteId: '', username: '', webOrigin: network.url, facts: {} };
    const found = () => linkedin.api.doctor(network.http(token), account, network.now());
    expect(await found()).toMatchObject([{ id: 'linkedin_access', status: 'ok' }]);
    await network.pass(60 * dayMs);
    expect(await found()).toMatchObject([{ id: 'linkedin_expired', status: 'problem' }]);
    expect(await (await askToken(network, 'introspectToken', { token })).json()).toMatchObject({
      active: false,
      status: 'expired',
    });
    await askToken(network, 'revoke', { token });
    expect(await found()).toMatchObject([{ id: 'linkedin_revoked', status: 'problem' }]);
  });

  it('looks whether the member still has a role', async () => {
    const { http, account, network } = await connected('page');
    expect(await linkedinPages.api.doctor(http, account, network.now())).toMatchObject([
      { id: 'linkedin_access' },
      { id: 'linkedin_role', status: 'ok' },
    ]);
    const other = { ...account, facts: { urn: 'urn:li:organization:90100101' } };
    // Another's organisation cannot be read at all, so there is nothing to say of it.
    expect(await linkedinPages.api.doctor(http, other, network.now())).toEqual([]);
  });
});

describe('reading', () => {
  it('knows the posts of a page back through the past, and none of a member', async () => {
    const bakery = await connected('page');
    const first = await linkedinPages.api.history(bakery.http, bakery.account, { cursor: null, limit: 10 });
    if (!first.ok) throw new Error(first.failure.detail);
    expect(first.data.posts).toHaveLength(10);
    expect(first.data.next).toBe('10');
    const { posts } = first.data;
    expect(posts.map(({ publishedAt }) => publishedAt)).toEqual(
      posts.map(({ publishedAt }) => publishedAt).toSorted((one, other) => other - one),
    );
    const mara = await connected();
    await mara.published({ text: 'Unseen' });
    expect(await linkedin.api.ownPosts(mara.http, mara.account, { since: null, limit: 5 })).toMatchObject({
      ok: true,
      data: [],
    });
  });

  it('reads the numbers of a page, all posts in one call', async () => {
    const bakery = await connected('page');
    const own = await linkedinPages.api.ownPosts(bakery.http, bakery.account, { since: null, limit: 5 });
    if (!own.ok) throw new Error(own.failure.detail);
    const numbers = await linkedinPages.api.postMetrics(
      bakery.http,
      bakery.account,
      own.data,
      bakery.network.now(),
    );
    if (!numbers.ok) throw new Error(numbers.failure.detail);
    expect([...numbers.data.keys()].toSorted()).toEqual(own.data.map(({ remoteId }) => remoteId).toSorted());
    for (const values of numbers.data.values()) {
      expect(values).toMatchObject({ impressions: expect.any(Number), likes: expect.any(Number) });
    }
  });

  it("reads the numbers of a member's newest posts", async () => {
    const mara = await connected('page_member');
    const remoteId = await mara.published({ text: 'What came of this?' });
    const publishedAt = mara.network.now();
    await mara.network.pass(dayMs);
    const numbers = await linkedinPages.api.postMetrics(
      mara.http,
      mara.account,
      [{ remoteId, publishedAt }],
      mara.network.now(),
    );
    if (!numbers.ok) throw new Error(numbers.failure.detail);
    expect(numbers.data.get(remoteId)?.impressions).toBeGreaterThan(0);
  });

  it('reads comments of others under the posts of a page', async () => {
    const bakery = await connected('page');
    const own = await linkedinPages.api.ownPosts(bakery.http, bakery.account, { since: null, limit: 30 });
    if (!own.ok) throw new Error(own.failure.detail);
    const found = await linkedinPages.api.comments(bakery.http, bakery.account, {
      posts: own.data,
      since: null,
      limit: 100,
    });
    if (!found.ok) throw new Error(found.failure.detail);
    expect(found.data.length).toBeGreaterThan(0);
    expect(found.data[0]).toMatchObject({
      kind: 'comment',
      onPost: expect.stringMatching(/^urn:li:share:/),
      text: expect.any(String),
    });
  });
});
