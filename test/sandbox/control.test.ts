import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Practice, noon } from './practice.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(() => practice.end());

test('control needs its header, and every request a loopback host', async () => {
  expect((await practice.ask('GET', '/__practice/log')).status).toBe(403);
  expect((await practice.control('GET', 'log')).status).toBe(200);
  const { port } = new URL(practice.url);
  const status = await new Promise((resolve, reject) => {
    const headers = { host: 'evil.example', 'x-practice-control': '1' };
    request({ host: '127.0.0.1', port, path: '/__practice/log', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(421);
});

test('a page of another site cannot press Allow', async () => {
  const headers = { 'sec-fetch-site': 'cross-site' };
  expect((await practice.ask('POST', '/i/oauth2/authorize', new URLSearchParams(), headers)).status).toBe(
    403,
  );
});

test('the clock is what it was set to, and is kept over a restart', async () => {
  const { body } = await practice.control('GET', 'clock');
  expect(body).toEqual({ epochMs: noon, anchorMs: 0, rate: 0, now: noon });
  expect((await practice.control('PUT', 'clock', { epochMs: 1, anchorMs: 0, rate: -1 })).status).toBe(400);
  const anchorMs = Date.now();
  const fast = { epochMs: noon, anchorMs, rate: 1000 };
  const { body: set } = await practice.control('PUT', 'clock', fast);
  expect(Object(set).now).toBeGreaterThanOrEqual(noon);
  expect(Object(set).now).toBeLessThanOrEqual(noon + (Date.now() - anchorMs) * 1000);
  await practice.pass(0);
});

test('the list of requests tells what came, and no secret', async () => {
  const client = await practice.connect();
  await client.post({ text: 'secret words' });
  await practice.faults({ match: { operation: 'users.me' }, fault: { kind: 'reset_before' } });
  await expect(client.get('/2/users/me')).rejects.toThrow('fetch failed');
  await practice.faults();
  const { body } = await practice.control('GET', 'requests');
  expect(Object(body).requests.slice(-2)).toMatchObject([
    {
      method: 'POST',
      path: '/2/tweets',
      operation: 'posts.create',
      account: '1402719348201000101',
      status: 201,
    },
    { method: 'GET', path: '/2/users/me', status: null, faults: ['reset_before'] },
  ]);
  const text = JSON.stringify(body);
  for (const secret of [
    client.tokens.access_token,
    client.tokens.refresh_token ?? 'none',
    'secret words',
    'code',
  ]) {
    expect(text).not.toContain(secret);
  }
});

test('unknown paths and methods are told apart', async () => {
  expect((await practice.ask('GET', '/2/nothing')).status).toBe(404);
  expect((await practice.ask('PUT', '/2/tweets')).status).toBe(405);
});
