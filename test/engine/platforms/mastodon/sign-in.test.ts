import { describe, expect, it } from 'vitest';
import { mastodon } from '../../../../src/engine/platforms/mastodon/platform.ts';
import { hostOf } from '../../../../src/engine/platforms/mastodon/server.ts';
import type { TokenAsk } from '../../../../src/engine/platforms/sign-in.ts';
import { createMastodon } from '../../../../src/sandbox/mastodon/network.ts';
import { startNetwork } from '../../../support/network-account.ts';
import { allowed, connected } from './account.ts';

const { server } = mastodon.signIn;

const asking =
  (answers: Readonly<Record<string, unknown>>): TokenAsk =>
  ({ url }) => {
    const body = answers[url];
    const status = body === undefined ? 404 : 200;
    return Promise.resolve({
      kind: 'answered',
      answer: { status, headers: new Headers(), body: body ?? null },
    });
  };

describe('the name of a server', () => {
  it.each([
    ['mastodon.social', 'mastodon.social'],
    ['  https://Mastodon.Social/@anna ', 'mastodon.social'],
    ['@anna@mastodon.social', 'mastodon.social'],
    ['anna@social.example:8443', 'social.example:8443'],
    ['münster.social', 'xn--mnster-3ya.social'],
    ['http://mastodon.social', 'mastodon.social'],
    ['anna', null],
    ['', null],
    ['two words.example', null],
  ])('in %s', (typed, host) => {
    expect(hostOf(typed)).toBe(host);
  });
});

describe('finding a server', () => {
  const described = { domain: 'a.example', version: '4.5.0' };
  const metadata = (origin: string) => ({
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token2`,
    revocation_endpoint: `${origin}/oauth/revoke`,
    scopes_supported: ['profile', 'read', 'write'],
  });

  it('reads what it says of its OAuth', async () => {
    const ask = asking({
      'https://a.example/api/v2/instance': described,
      'https://a.example/.well-known/oauth-authorization-server': metadata('https://a.example'),
    });
    expect(await server.locate(ask, '@anna@a.example')).toMatchObject({
      ok: true,
      endpoints: { api: 'https://a.example', token: 'https://a.example/oauth/token2' },
      scopes: mastodon.signIn.scopes,
    });
  });

  it('takes an older server, without the scope that it does not know', async () => {
    const ask = asking({ 'https://a.example/api/v1/instance': { uri: 'a.example', version: '3.5.3' } });
    const located = await server.locate(ask, 'a.example');
    expect(located).toMatchObject({ ok: true, endpoints: { token: 'https://a.example/oauth/token' } });
    expect(located.ok && located.scopes).not.toContain('profile');
  });

  it('sends no token to another host that it names', async () => {
    const ask = asking({
      'https://a.example/api/v2/instance': described,
      'https://a.example/.well-known/oauth-authorization-server': metadata('https://evil.example'),
    });
    expect(await server.locate(ask, 'a.example')).toMatchObject({
      endpoints: { token: 'https://a.example/oauth/token', authorize: 'https://a.example/oauth/authorize' },
    });
  });

  it('follows the account where the server has another name', async () => {
    const ask = asking({
      'https://a.example/.well-known/webfinger?resource=acct%3Aanna%40a.example': {
        links: [{ rel: 'self', href: 'https://social.a.example/users/anna' }],
      },
      'https://social.a.example/api/v2/instance': described,
    });
    expect(await server.locate(ask, '@anna@a.example')).toMatchObject({
      ok: true,
      endpoints: { api: 'https://social.a.example' },
    });
  });

  it('finds none where there is none, and tells an outage from it', async () => {
    expect(await server.locate(asking({}), 'a.example')).toEqual({ ok: false, code: 'not_found' });
    const lost: TokenAsk = () => Promise.resolve({ kind: 'lost', sent: false });
    expect(await server.locate(lost, 'a.example')).toEqual({ ok: false, code: 'network_unreachable' });
  });
});

describe('making the app known', () => {
  it('gives an id and a secret, for all addresses and for copying by hand', async () => {
    const network = await startNetwork(mastodon, createMastodon);
    const given = { endpoints: network.endpoints, redirectUris: ['http://127.0.0.1:1/a'], scopes: ['read'] };
    expect(await server.register?.(network.ask, given)).toMatchObject({
      ok: true,
      clientId: expect.stringMatching(/^.{43}$/),
      clientSecret: expect.stringMatching(/^.{43}$/),
    });
  });

  it('writes the addresses in lines for an older server', async () => {
    const bodies: unknown[] = [];
    const ask: TokenAsk = ({ body }) => {
      bodies.push(body?.value);
      const answer =
        bodies.length === 1
          ? { status: 422, body: {} }
          : { status: 200, body: { client_id: 'a', client_secret: 'b' } };
      return Promise.resolve({ kind: 'answered', answer: { ...answer, headers: new Headers() } });
    };
    const given = { endpoints: mastodon.endpoints, redirectUris: ['http://127.0.0.1:1/a'], scopes: ['read'] };
    expect(await server.register?.(ask, given)).toEqual({ ok: true, clientId: 'a', clientSecret: 'b' });
    expect(bodies[1]).toMatchObject({ redirect_uris: 'http://127.0.0.1:1/a\nurn:ietf:wg:oauth:2.0:oob' });
  });

  it.each([
    [429, 'rate_limited'],
    [503, 'unavailable'],
    [200, 'platform_changed'],
  ])('says what is wrong with %i', async (status, code) => {
    const ask: TokenAsk = () =>
      Promise.resolve({ kind: 'answered', answer: { status, headers: new Headers(), body: {} } });
    const given = { endpoints: mastodon.endpoints, redirectUris: [], scopes: [] };
    expect(await server.register?.(ask, given)).toEqual({ ok: false, code });
  });
});

describe('signing in at the practice network', () => {
  it('wants the secret, the address and the verifier that belong to the code', async () => {
    const network = await startNetwork(mastodon, createMastodon);
    for (const wrong of [
      { client_secret: 'x' },
      { redirect_uri: 'http://127.0.0.1:2/' },
      { code_verifier: 'w'.repeat(43) },
    ]) {
      const { fields } = await allowed(network);
      const body = new URLSearchParams({ ...fields, ...wrong });
      const response = await fetch(network.endpoints.token, { method: 'POST', body });
      expect([400, 401]).toContain(response.status);
    }
  });

  it('ends with the token, and says that it was revoked', async () => {
    const { network, client, token, http } = await connected();
    const body = new URLSearchParams({
      client_id: client.clientId,
      client_secret: client.clientSecret ?? '',
      token,
    });
    expect((await fetch(network.endpoints.revoke, { method: 'POST', body })).status).toBe(200);
    expect(await mastodon.api.profile(http)).toMatchObject({
      ok: false,
      failure: { code: 'auth_revoked', detail: 'The access token was revoked' },
    });
  });

  it('gives tokens that do not end', async () => {
    const { network, http } = await connected();
    await network.pass(400 * 86_400_000);
    expect(await mastodon.api.profile(http)).toMatchObject({ ok: true });
  });
});
