import { describe, expect, it } from 'vitest';
import { bluesky } from '../../../../src/engine/platforms/bluesky/platform.ts';
import type { TokenAsk } from '../../../../src/engine/platforms/sign-in.ts';
import { createBluesky } from '../../../../src/sandbox/bluesky/network.ts';
import { startNetwork } from '../../../support/network-account.ts';
import { connected } from './account.ts';

const { protocol, server, password } = bluesky.signIn;
const anna = { identifier: '@mara-bakes.practice.test', password: 'prac-tice-mara-only', factor: null };

describe('signing in', () => {
  it('gives tokens with their end and the account’s own server', async () => {
    const network = await startNetwork(bluesky, createBluesky);
    const reply = await protocol.signIn(network.ask, network.party, anna);
    expect(reply).toMatchObject({
      kind: 'issued',
      tokens: { expiresAt: network.now() + 7_200_000, scopes: null, api: network.endpoints.api },
    });
  });

  it('refuses a wrong password', async () => {
    const network = await startNetwork(bluesky, createBluesky);
    const reply = await protocol.signIn(network.ask, network.party, { ...anna, password: 'wrong' });
    expect(reply).toMatchObject({ kind: 'refused', error: 'invalid_grant' });
  });

  it('asks for the code of an e-mail with the own password, and takes it', async () => {
    const network = await startNetwork(bluesky, createBluesky);
    const own = { ...anna, password: 'the own password of mara_bakes' };
    expect(await protocol.signIn(network.ask, network.party, own)).toMatchObject({
      kind: 'refused',
      error: 'needs_factor',
    });
    const withCode = { ...own, factor: ' PRACT-ICE42 ' };
    expect(await protocol.signIn(network.ask, network.party, withCode)).toMatchObject({ kind: 'issued' });
  });

  it('takes an answer without the document of the identity, as small servers give it', async () => {
    const { endpoints } = bluesky;
    const party = { endpoints, clientId: '', clientSecret: null, now: () => 0 };
    const body = { accessJwt: 'a.b.c', refreshJwt: 'd', did: 'did:plc:a', handle: 'anna.test', active: true };
    const ask: TokenAsk = () =>
      Promise.resolve({ kind: 'answered', answer: { status: 200, headers: new Headers(), body } });
    expect(await protocol.signIn(ask, party, anna)).toEqual({
      kind: 'issued',
      tokens: { accessToken: 'a.b.c', refreshToken: 'd', expiresAt: null, scopes: null },
    });
  });

  it('says that the user must act where the account was taken down', async () => {
    const { endpoints } = bluesky;
    const party = { endpoints, clientId: '', clientSecret: null, now: () => 0 };
    const body = { error: 'AccountTakedown', message: 'Account has been taken down' };
    const ask: TokenAsk = () =>
      Promise.resolve({ kind: 'answered', answer: { status: 401, headers: new Headers(), body } });
    expect(await protocol.signIn(ask, party, anna)).toMatchObject({ error: 'account_action_required' });
  });

  it('is limited to 30 in five minutes', async () => {
    const network = await startNetwork(bluesky, createBluesky);
    for (let turn = 0; turn < 30; turn += 1) await protocol.signIn(network.ask, network.party, anna);
    expect(await protocol.signIn(network.ask, network.party, anna)).toEqual({
      kind: 'unavailable',
      status: 429,
      retryAt: network.now() + 300_000,
    });
  });

  it('tells passwords for apps from others', () => {
    expect(password.pattern.test('abcd-ef23-gh45-ij67')).toBe(true);
    expect(password.pattern.test('correct horse battery')).toBe(false);
  });
});

describe('a session', () => {
  it('is renewed by a token that is spent by it', async () => {
    const { network, tokens } = await connected();
    const renewed = await protocol.refresh?.(network.ask, network.party, tokens);
    expect(renewed).toMatchObject({ kind: 'issued' });
    expect(await protocol.refresh?.(network.ask, network.party, tokens)).toMatchObject({
      kind: 'refused',
      error: 'invalid_grant',
    });
  });

  it('ends, and is ended already the second time', async () => {
    const { network, tokens, http } = await connected();
    expect(await protocol.revoke?.(network.ask, network.party, tokens)).toBe(true);
    expect(await protocol.revoke?.(network.ask, network.party, tokens)).toBe(true);
    expect(await bluesky.api.profile(http)).toMatchObject({ ok: false, failure: { code: 'auth_revoked' } });
  });

  it('has an access token of two hours', async () => {
    const { network, http } = await connected();
    await network.pass(7_200_001);
    expect(await bluesky.api.profile(http)).toMatchObject({ ok: false, failure: { code: 'auth_expired' } });
  });
});

describe('finding the server', () => {
  const document = (endpoint: string) => ({
    service: [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: endpoint }],
  });
  const asking =
    (answers: Readonly<Record<string, unknown>>): TokenAsk =>
    ({ url }) => {
      const body = answers[url];
      const answer = { status: body === undefined ? 404 : 200, headers: new Headers(), body: body ?? null };
      return Promise.resolve({ kind: 'answered', answer });
    };
  const resolve = 'https://public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle?handle=';

  it('goes from the handle by its identity to the server', async () => {
    const ask = asking({
      [`${resolve}anna.example.com`]: { did: 'did:plc:abc' },
      'https://plc.directory/did%3Aplc%3Aabc': document('https://pds.example.com/'),
    });
    expect(await server.locate(ask, ' @Anna.Example.com')).toMatchObject({
      ok: true,
      endpoints: {
        api: 'https://pds.example.com',
        token: 'https://pds.example.com',
        authorize: 'https://bsky.app',
      },
    });
  });

  it('knows identities of the web, names without a dot, and servers by their own name', async () => {
    const ask = asking({
      [`${resolve}anna.bsky.social`]: { did: 'did:web:anna.example' },
      'https://anna.example/.well-known/did.json': document('https://one.example'),
      'https://pds.example/xrpc/com.atproto.server.describeServer': { availableUserDomains: [] },
    });
    expect(await server.locate(ask, 'anna')).toMatchObject({ endpoints: { api: 'https://one.example' } });
    expect(await server.locate(ask, 'pds.example')).toMatchObject({
      endpoints: { api: 'https://pds.example' },
    });
    expect(await server.locate(ask, 'https://pds.example/x')).toMatchObject({
      endpoints: { api: 'https://pds.example' },
    });
    expect(await server.locate(ask, 'anna@example.com')).toMatchObject({
      endpoints: { api: 'https://bsky.social' },
    });
  });

  it.each(['nobody.example.com', 'no spaces', 'did:key:abc', 'https://other.example'])(
    'finds none for %s',
    async (typed) => {
      expect(await server.locate(asking({}), typed)).toEqual({ ok: false, code: 'not_found' });
    },
  );

  it('never leads to a server without https', async () => {
    const ask = asking({ 'https://plc.directory/did%3Aplc%3Aabc': document('http://10.0.0.1') });
    expect(await server.locate(ask, 'did:plc:abc')).toEqual({ ok: false, code: 'not_found' });
  });

  it('tells an outage from a name that nobody has', async () => {
    const lost: TokenAsk = () => Promise.resolve({ kind: 'lost', sent: false });
    expect(await server.locate(lost, 'anna.example.com')).toEqual({ ok: false, code: 'network_unreachable' });
  });
});
