import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Practice, allScopes, redirectUri } from '../practice.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(() => practice.end());
beforeEach(() => practice.control('PUT', 'apps', null));

const invalidCode = {
  error: 'invalid_request',
  error_description: 'Value passed for the authorization code was invalid.',
};
const invalidToken = {
  error: 'invalid_request',
  error_description: 'Value passed for the token was invalid.',
};

test('the consent page offers three people, Allow and Deny, and says that it is practice', async () => {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'ocma-practice',
    redirect_uri: redirectUri,
    scope: allScopes,
    state: '"><script>',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  });
  const { status, body } = await practice.ask('GET', `/i/oauth2/authorize?${query}`);
  expect(status).toBe(200);
  const text = String(body);
  expect(text.match(/type="radio"/g)).toHaveLength(3);
  expect(text).toMatch(/<button[^>]*>Allow<\/button>/);
  expect(text).toMatch(/<button[^>]*>Deny<\/button>/);
  expect(text).toContain('PRACTICE');
  expect(text).not.toContain('<script>');
});

test('a code becomes tokens, and the token says who one is', async () => {
  const { code, verifier, back } = await practice.consent();
  expect(back.searchParams.get('state')).toBe('state-1');
  expect(back.origin + back.pathname).toBe(redirectUri);
  const { status, body } = await practice.exchange(code, verifier);
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: 'bearer', expires_in: 7200, scope: allScopes });
  const client = await practice.connect('harbourcoffee');
  const me = await client.get('/2/users/me?user.fields=subscription_type,public_metrics');
  expect(me.body).toMatchObject({ data: { username: 'harbourcoffee', subscription_type: 'Premium' } });
});

test('Deny goes back with access_denied', async () => {
  const { back } = await practice.consent({ decision: 'deny' });
  expect(back.searchParams.get('error')).toBe('access_denied');
  expect(back.searchParams.get('code')).toBeNull();
});

describe('refused at the token endpoint', () => {
  test('a wrong verifier, and the code is spent by it', async () => {
    const { code, verifier } = await practice.consent();
    const wrong = await practice.exchange(code, 'a'.repeat(43));
    expect(wrong).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
    expect(await practice.exchange(code, verifier)).toMatchObject({ status: 400, body: invalidCode });
  });

  test('a code used twice', async () => {
    const { code, verifier } = await practice.consent();
    expect((await practice.exchange(code, verifier)).status).toBe(200);
    expect(await practice.exchange(code, verifier)).toMatchObject({ status: 400, body: invalidCode });
  });

  test('a code after 30 seconds', async () => {
    const inTime = await practice.consent();
    const late = await practice.consent();
    await practice.pass(30_000);
    expect((await practice.exchange(inTime.code, inTime.verifier)).status).toBe(200);
    await practice.pass(1);
    expect(await practice.exchange(late.code, late.verifier)).toMatchObject({
      status: 400,
      body: invalidCode,
    });
  });

  test('another redirect address than before', async () => {
    const { code, verifier } = await practice.consent();
    const got = await practice.exchange(code, verifier, { redirect_uri: `${redirectUri}/` });
    expect(got).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });

  test("another client's code", async () => {
    const { code, verifier } = await practice.consent();
    const got = await practice.exchange(code, verifier, { client_id: 'somebody-else' });
    expect(got).toMatchObject({ status: 400, body: invalidCode });
  });

  test('a refresh token used twice; the newest still works', async () => {
    const { tokens } = await practice.connect();
    const refresh = { grant_type: 'refresh_token', client_id: 'ocma-practice' };
    const first = await practice.token({ ...refresh, refresh_token: tokens.refresh_token ?? '' });
    expect(first.status).toBe(200);
    const again = await practice.token({ ...refresh, refresh_token: tokens.refresh_token ?? '' });
    expect(again).toMatchObject({ status: 400, body: invalidToken });
    const fresh = String(Object(first.body).refresh_token);
    expect((await practice.token({ ...refresh, refresh_token: fresh })).status).toBe(200);
  });
});

test('without offline.access there is no refresh token', async () => {
  const client = await practice.connect('mara_bakes', 'tweet.read users.read');
  expect(client.tokens.refresh_token).toBeUndefined();
});

test('an access token ends after two hours, and when it is revoked', async () => {
  const client = await practice.connect();
  await practice.pass(7_200_000 - 1);
  expect((await client.get('/2/users/me')).status).toBe(200);
  await practice.pass(1);
  const unauthorized = { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' };
  expect(await client.get('/2/users/me')).toMatchObject({ status: 401, body: unauthorized });

  const other = await practice.connect();
  const revoke = new URLSearchParams({ token: other.tokens.refresh_token ?? '', client_id: 'ocma-practice' });
  expect((await practice.ask('POST', '/2/oauth2/revoke', revoke)).status).toBe(200);
  expect((await other.get('/2/users/me')).status).toBe(401);
});

test('grants survive a restart, codes do not', async () => {
  const client = await practice.connect();
  const { code, verifier } = await practice.consent();
  await practice.down();
  await practice.up();
  expect((await client.get('/2/users/me')).status).toBe(200);
  expect((await practice.exchange(code, verifier)).status).toBe(400);
});

describe('registered apps', () => {
  const apps = [
    { clientId: 'web', clientSecret: 'hush', redirectUris: [redirectUri] },
    { clientId: 'native', redirectUris: [redirectUri] },
  ];
  const basic = (pair: string) => ({ authorization: `Basic ${Buffer.from(pair).toString('base64')}` });
  beforeEach(() => practice.control('PUT', 'apps', apps));

  test('only their own addresses and ids are taken', async () => {
    const elsewhere = practice.consent({ client_id: 'native', redirect_uri: 'http://127.0.0.1:1/x' });
    await expect(elsewhere).rejects.toThrow('415');
    await expect(practice.consent({ client_id: 'unknown' })).rejects.toThrow('400');
    expect((await practice.consent({ client_id: 'native' })).code).not.toBe('');
  });

  test('a confidential client needs its secret, a public one has none', async () => {
    const fields = (code: string, verifier: string) => ({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });
    const { code, verifier } = await practice.consent({ client_id: 'web' });
    const without = await practice.token({ ...fields(code, verifier), client_id: 'web' });
    expect(without).toMatchObject({ status: 401, body: { error: 'unauthorized_client' } });
    expect((await practice.token(fields(code, verifier), basic('web:wrong'))).status).toBe(401);
    expect((await practice.token(fields(code, verifier), basic('web:hush'))).status).toBe(200);
  });

  test("an app's own token reads the usage and posts of others, and speaks for nobody", async () => {
    const { body } = await practice.token({ grant_type: 'client_credentials' }, basic('web:hush'));
    const bearer = { authorization: `Bearer ${String(Object(body).access_token)}` };
    expect((await practice.ask('GET', '/2/usage/tweets', undefined, bearer)).status).toBe(200);
    expect((await practice.ask('GET', '/2/users/by/username/mara_bakes', undefined, bearer)).status).toBe(
      200,
    );
    const me = await practice.ask('GET', '/2/users/me', undefined, bearer);
    expect(me.status).toBe(403);
    expect(String(Object(me.body).type)).toMatch(/unsupported-authentication$/);
    await practice.control('PUT', 'apps', null);
    expect((await (await practice.connect()).get('/2/usage/tweets')).status).toBe(403);
  });
});
