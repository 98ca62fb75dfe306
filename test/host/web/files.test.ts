import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebHost } from '../../../src/host/web/web-host.ts';
import { containedPath } from '../../../src/host/web/static-files.ts';
import { parseByteRange } from '../../../src/host/web/byte-range.ts';
import { rawRequest, signIn, startTestHost } from '../support/web.ts';

let host: WebHost;

beforeAll(async () => {
  host = (await startTestHost(1_000)).host;
});
afterAll(() => host.close());

describe('files of the window', () => {
  test('carry a policy without inline code and keep others from reading or framing them', async () => {
    const { headers } = await fetch(host.invite());
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('name the nonce that the page itself holds', async () => {
    const answer = await fetch(host.invite());
    const nonce = /style-src 'self' 'nonce-([\w-]+)'/.exec(
      answer.headers.get('content-security-policy') ?? '',
    );
    expect(nonce?.[1]).toBeDefined();
    expect(await answer.text()).toContain(`"styleNonce":"${nonce?.[1]}"`);
  });

  test('are compressed, and kept for good where their name has a hash', async () => {
    const address = `${host.origin}/assets/main-abc.js`;
    const first = await rawRequest(address, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(first.headers['content-encoding']).toBe('br');
    expect(first.headers['cache-control']).toContain('immutable');
    const etag = String(first.headers.etag);
    const again = await rawRequest(address, {
      headers: { 'accept-encoding': 'gzip, br', 'if-none-match': etag },
    });
    expect([again.status, again.body]).toEqual([304, '']);
    const plain = await rawRequest(address, {});
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toContain('word word');
    expect((await rawRequest(`${host.origin}/icon.svg`, {})).headers['cache-control']).toBe('no-cache');
  });

  test.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%5csecret.js',
    '/a%00.js',
    '/',
  ])('stay inside their directory: %s', (pathname) => {
    expect(containedPath('/srv/window', pathname)).toBeNull();
  });

  test('a missing file is 404, not the page', async () => {
    expect((await fetch(`${host.origin}/assets/none.js`)).status).toBe(404);
  });
});

describe('media', () => {
  test('goes in by a streamed PUT and needs the window secret', async () => {
    const session = await signIn(host);
    const put = (headers: Record<string, string>, query = 'name=a.png&workspaceId=w1') =>
      fetch(`${host.origin}/media?${query}`, { method: 'PUT', body: 'picture', headers });
    const stored = await put(session);
    expect(stored.status).toBe(201);
    expect(await stored.json()).toMatchObject({ fileName: 'a.png', workspaceId: 'w1', bytes: 7 });
    expect((await put({ cookie: session.cookie })).status).toBe(401);
    expect((await put(session, '')).status).toBe(400);
  });

  test('says in words what is wrong with a file', async () => {
    const answer = await fetch(`${host.origin}/media?name=broken.jpg`, {
      method: 'PUT',
      body: 'x',
      headers: await signIn(host),
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'media_invalid' });
  });

  test('is cut off at the limit, announced or not', async () => {
    const session = await signIn(host);
    const announced = await fetch(`${host.origin}/media?name=a.png`, {
      method: 'PUT',
      body: 'x'.repeat(1_001),
      headers: session,
    });
    expect(announced.status).toBe(413);
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(600));
      },
    });
    const init = { method: 'PUT', body, duplex: 'half', headers: session };
    const streamed = await fetch(`${host.origin}/media?name=a.png`, init);
    expect(streamed.status).toBe(413);
  });

  test('comes out whole or in parts, to our own pages only', async () => {
    const { cookie } = await signIn(host);
    const get = (headers: Record<string, string>, id = 'digits') =>
      fetch(`${host.origin}/media/${id}`, { headers });
    const whole = await get({ cookie });
    expect([whole.status, await whole.text()]).toEqual([200, '0123456789']);
    expect(whole.headers.get('content-security-policy')).toContain('sandbox');
    const part = await get({ cookie, range: 'bytes=2-4' });
    expect([part.status, await part.text()]).toEqual([206, '234']);
    expect(part.headers.get('content-range')).toBe('bytes 2-4/10');
    expect((await get({ cookie, range: 'bytes=10-' })).status).toBe(416);
    expect((await get({})).status).toBe(401);
    expect((await get({ cookie, 'sec-fetch-site': 'same-site' })).status).toBe(401);
    expect((await get({ cookie }, 'other')).status).toBe(404);
  });

  test('and pictures of accounts come out to our own pages only, and are not sent twice', async () => {
    const { cookie } = await signIn(host);
    const get = (headers: Record<string, string>, id = 'acc_1') =>
      fetch(`${host.origin}/avatars/${id}?v=abc`, { headers });
    const first = await get({ cookie });
    expect([first.status, await first.text()]).toEqual([200, 'a face']);
    expect(first.headers.get('content-type')).toBe('image/png');
    expect(first.headers.get('content-security-policy')).toContain('sandbox');
    expect(first.headers.get('cache-control')).toContain('immutable');
    expect((await get({ cookie, 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(304);
    expect((await get({})).status).toBe(401);
    expect((await get({ cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(401);
    expect((await get({ cookie }, 'acc_2')).status).toBe(404);
  });

  test.each([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=5-', { start: 5, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-30', { start: 0, end: 9 }],
    ['bytes=4-99', { start: 4, end: 9 }],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=12-13', 'unsatisfiable'],
    ['bytes=5-4', 'whole'],
    ['bytes=0-1,3-4', 'whole'],
    ['items=0-1', 'whole'],
    [undefined, 'whole'],
  ])('range %s of ten bytes', (header, expected) => {
    expect(parseByteRange(header, 10)).toEqual(expected);
  });
});
