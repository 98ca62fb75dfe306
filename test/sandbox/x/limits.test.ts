import { afterAll, beforeAll, expect, test } from 'vitest';
import { Practice } from '../practice.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(() => practice.end());

test('the 76th request in a quarter of an hour is refused, and the window opens again by the practice clock', async () => {
  const client = await practice.connect();
  const first = await client.get('/2/users/me');
  for (let count = 2; count <= 75; count += 1) expect((await client.get('/2/users/me')).status).toBe(200);
  const refused = await client.get('/2/users/me');
  expect(refused).toMatchObject({
    status: 429,
    body: { title: 'Too Many Requests', detail: 'Too Many Requests', type: 'about:blank', status: 429 },
  });
  expect(refused.headers.get('x-rate-limit-remaining')).toBe('0');
  expect(refused.headers.get('x-rate-limit-reset')).toBe(first.headers.get('x-rate-limit-reset'));
  const other = await practice.connect('tobi_repairs');
  expect((await other.get('/2/users/me')).status).toBe(200);
  await practice.pass(899_999);
  expect((await client.get('/2/users/me')).status).toBe(429);
  await practice.pass(1);
  expect((await client.get('/2/users/me')).status).toBe(200);
});

test('credits: a post with a link costs more than ten without, and nothing left means 402', async () => {
  const client = await practice.connect();
  await practice.control('PUT', 'credits', { balanceMicros: 30_000 });
  const withLink = await client.post({ text: 'see https://example.com' });
  expect(withLink).toMatchObject({
    status: 402,
    body: {
      title: 'Payment Required',
      detail: 'credits depleted',
      type: 'https://api.x.com/2/problems/credits-depleted',
    },
  });
  expect((await client.post({ text: 'first' })).status).toBe(201);
  expect((await client.post({ text: 'second' })).status).toBe(201);
  expect((await practice.control('GET', 'credits')).body).toMatchObject({ balanceMicros: 0 });
  expect((await client.post({ text: 'third' })).status).toBe(402);
  expect((await client.get('/2/users/me')).status).toBe(402);
  await practice.control('PUT', 'credits', { balanceMicros: null });
  expect((await client.post({ text: 'third' })).status).toBe(201);
});
