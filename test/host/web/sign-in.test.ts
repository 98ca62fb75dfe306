import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebHost } from '../../../src/host/web/web-host.ts';
import { rawRequest, signIn, startTestHost } from '../support/web.ts';

let host: WebHost;
let actors: string[];

beforeAll(async () => {
  const started = await startTestHost();
  host = started.host;
  actors = started.engine.actors;
});
afterAll(() => host.close());

function callInfo(headers: Record<string, string>) {
  return rawRequest(`${host.origin}/rpc/system/info`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ json: {} }),
  });
}

describe('the printed address', () => {
  test('opens the window once and gives a cookie out of reach of scripts and other sites', async () => {
    const address = host.invite();
    const first = await fetch(address);
    expect(first.status).toBe(200);
    expect(first.headers.get('set-cookie')).toMatch(
      /^ocma_session_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(await first.text()).toContain('"windowSecret":"');

    const second = await fetch(address);
    expect(second.status).toBe(403);
    expect(second.headers.get('set-cookie')).toBeNull();
  });

  test('leads its own browser to the window when it is opened again', async () => {
    const address = host.invite();
    const [cookie = ''] = ((await fetch(address)).headers.get('set-cookie') ?? '').split(';');
    const again = await fetch(address, { headers: { cookie }, redirect: 'manual' });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/']);
  });

  test('refuses made-up tokens', async () => {
    expect((await fetch(`${host.origin}/open/made-up`)).status).toBe(403);
  });
});

describe('the window', () => {
  test('calls with cookie and window secret as the user', async () => {
    const answer = await callInfo(await signIn(host));
    expect(answer.status).toBe(200);
    expect(actors.at(-1)).toBe('user');
  });

  test('is refused with the cookie alone, which another server on loopback may have received', async () => {
    const { cookie } = await signIn(host);
    expect((await callInfo({ cookie })).status).toBe(401);
  });

  test('is refused with the window secret of another browser', async () => {
    const { cookie } = await signIn(host);
    const other = await signIn(host);
    expect((await callInfo({ cookie, 'x-ocma-window': other['x-ocma-window'] })).status).toBe(401);
  });

  test('is refused when a page of another port on this machine sends the call', async () => {
    const headers = await signIn(host);
    expect((await callInfo({ ...headers, 'sec-fetch-site': 'same-site' })).status).toBe(401);
  });

  test('reloads with the cookie, and the page then holds no secret', async () => {
    const { cookie } = await signIn(host);
    const page = await (await fetch(`${host.origin}/queue?delivery=1`, { headers: { cookie } })).text();
    expect(page).toContain('id="ocma-boot"');
    expect(page).not.toContain('windowSecret":"');
  });

  test('is not shown without a cookie', async () => {
    const answer = await fetch(`${host.origin}/`);
    expect(answer.status).toBe(401);
    expect(await answer.text()).toMatch(/ocma (-- )?open/);
  });
});

describe('requests that were meant for somebody else', () => {
  test('a name that points at loopback (DNS rebinding) is refused, with every secret in hand', async () => {
    const headers = await signIn(host);
    const { port } = new URL(host.origin);
    expect((await callInfo({ ...headers, host: `evil.example:${port}` })).status).toBe(421);
    expect((await callInfo({ ...headers, host: `127.0.0.1.evil.example:${port}` })).status).toBe(421);
    expect((await callInfo({ ...headers, host: '127.0.0.1:1' })).status).toBe(421);
    expect((await callInfo({ ...headers, host: `localhost:${port}` })).status).toBe(200);
  });

  test('a foreign page is refused by its origin', async () => {
    const headers = await signIn(host);
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      expect((await callInfo({ ...headers, origin })).status).toBe(403);
    }
    expect((await callInfo({ ...headers, origin: host.origin })).status).toBe(200);
  });
});
