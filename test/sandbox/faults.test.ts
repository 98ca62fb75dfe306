import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Practice, mara } from './practice.ts';
import type { Client } from './practice.ts';

let practice: Practice;
let client: Client;
let before: number;
beforeAll(async () => {
  practice = await Practice.start();
});
afterAll(() => practice.end());
beforeEach(async () => {
  await practice.faults();
  await practice.pass(86_400_000);
  client = await practice.connect();
  before = (await practice.log()).at(-1)?.seq ?? 0;
});

const create = { operation: 'posts.create' };
const accepted = async () => (await practice.log(before)).map(({ text }) => text);

test('delay holds the answer for practice time', async () => {
  await practice.faults({ match: create, fault: { kind: 'delay', ms: 5000 } });
  const answer = client.post({ text: 'slow' });
  await practice.pass(4999);
  expect(await Promise.race([answer, practice.log(before, 100)])).toEqual([]);
  await practice.pass(1);
  expect((await answer).status).toBe(201);
});

test('status answers what it is told, without accepting', async () => {
  const fault = {
    kind: 'status',
    status: 503,
    body: { title: 'Over capacity' },
    headers: { 'retry-after': '7' },
  };
  await practice.faults({ match: create, fault });
  const got = await client.post({ text: 'refused' });
  expect(got).toMatchObject({ status: 503, body: { title: 'Over capacity' } });
  expect(got.headers.get('retry-after')).toBe('7');
  expect(await accepted()).toEqual([]);
});

test('status with accept hides a success', async () => {
  await practice.faults({ match: create, fault: { kind: 'status', status: 500, accept: true } });
  expect((await client.post({ text: 'hidden' })).status).toBe(500);
  expect(await accepted()).toEqual(['hidden']);
});

test('rate_limit says until when', async () => {
  await practice.faults({ match: create, fault: { kind: 'rate_limit', resetInMs: 90_000 } });
  const got = await client.post({ text: 'too fast' });
  expect(got.status).toBe(429);
  const { body } = await practice.control('GET', 'clock');
  expect(Number(got.headers.get('x-rate-limit-reset'))).toBe(Object(body).now / 1000 + 90);
  expect(got.headers.get('x-rate-limit-remaining')).toBe('0');
});

test('accept_then_hang accepts and stays silent', async () => {
  await practice.faults({ match: create, fault: { kind: 'accept_then_hang' } });
  const gone = new AbortController();
  const answer = client.post({ text: 'silence' }, gone.signal);
  const [entry] = await practice.log(before, 5000);
  expect(entry).toMatchObject({ text: 'silence', clientGone: false });
  gone.abort();
  await expect(answer).rejects.toThrow('abort');
});

test('accept_then_reset accepts and cuts the connection', async () => {
  await practice.faults({ match: create, fault: { kind: 'accept_then_reset' } });
  await expect(client.post({ text: 'cut' })).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  expect(await accepted()).toEqual(['cut']);
});

test('reset_before cuts the connection and accepts nothing', async () => {
  await practice.faults({ match: create, fault: { kind: 'reset_before' } });
  await expect(client.post({ text: 'never' })).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  expect(await accepted()).toEqual([]);
});

test('token_revoked ends the grant for good', async () => {
  await practice.faults({ match: { ...create, nth: 1 }, fault: { kind: 'token_revoked' } });
  expect((await client.post({ text: 'no more' })).status).toBe(401);
  expect((await client.get('/2/users/me')).status).toBe(401);
  const refresh = { grant_type: 'refresh_token', client_id: 'ocma-practice' };
  const got = await practice.token({ ...refresh, refresh_token: client.tokens.refresh_token ?? '' });
  expect(got.status).toBe(400);
});

test('malformed accepts and answers half', async () => {
  await practice.faults({ match: create, fault: { kind: 'malformed' } });
  await expect(client.post({ text: 'half' })).rejects.toThrow(SyntaxError);
  expect(await accepted()).toEqual(['half']);
});

test('lag_listings hides what is new from lists, not from a lookup', async () => {
  await practice.faults({ match: {}, fault: { kind: 'lag_listings', ms: 30_000 } });
  const id = await client.posted({ text: 'not yet' });
  const newest = async () =>
    Object((await client.get(`/2/users/${mara}/tweets?max_results=5`)).body).data[0].id;
  expect(await newest()).not.toBe(id);
  expect(Object((await client.get(`/2/tweets?ids=${id}`)).body).data[0].id).toBe(id);
  await practice.pass(29_999);
  expect(await newest()).not.toBe(id);
  await practice.pass(1);
  expect(await newest()).toBe(id);
});

test('accept_late accepts after the client has gone', async () => {
  await practice.faults({ match: create, fault: { kind: 'accept_late', ms: 20_000 } });
  const gone = new AbortController();
  const answer = client.post({ text: 'late' }, gone.signal);
  await practice.pass(25_000);
  expect(await practice.log(before, 100)).toEqual([]);
  gone.abort();
  await expect(answer).rejects.toThrow('abort');
  expect(await practice.log(before, 5000)).toMatchObject([{ text: 'late', clientGone: true }]);
});

test('accept_late is no sooner than it says', async () => {
  await practice.faults({ match: create, fault: { kind: 'accept_late', ms: 20_000 } });
  await expect(client.post({ text: 'in flight' }, AbortSignal.timeout(100))).rejects.toThrow('abort');
  await practice.pass(19_999);
  expect(await practice.log(before, 100)).toEqual([]);
  await practice.pass(1);
  expect(await practice.log(before, 5000)).toMatchObject([{ text: 'in flight' }]);
});

test('rewrite_text stores another text and the log knows both', async () => {
  await practice.faults({ match: create, fault: { kind: 'rewrite_text' } });
  const got = await client.post({ text: `she said "hi"...` });
  expect(got).toMatchObject({ status: 201, body: { data: { text: 'she said “hi”…' } } });
  expect(await practice.log(before)).toMatchObject([
    { text: 'she said “hi”…', detail: { sentText: 'she said "hi"...' } },
  ]);
  expect((await client.post({ text: 'plain' })).body).toMatchObject({ data: { text: 'plain.' } });
});

test('credits_depleted answers 402', async () => {
  await practice.faults({ match: {}, fault: { kind: 'credits_depleted' } });
  const got = await client.post({ text: 'poor' });
  expect(got).toMatchObject({ status: 402, body: { detail: 'credits depleted' } });
});

test('nth and times choose the requests, account chooses the person, and DELETE ends it', async () => {
  const match = { ...create, nth: 2, times: 2, account: 'mara_bakes' };
  await practice.faults({ match, fault: { kind: 'status', status: 500 } });
  const other = await practice.connect('tobi_repairs');
  const statuses = [];
  for (const text of ['a', 'b', 'c', 'd']) {
    statuses.push((await client.post({ text })).status);
    expect((await other.post({ text })).status).toBe(201);
  }
  expect(statuses).toEqual([201, 500, 500, 201]);
  expect((await practice.control('GET', 'faults')).body).toMatchObject({ faults: [{ seen: 4 }] });
  expect((await practice.control('DELETE', 'faults')).status).toBe(204);
  expect((await practice.control('GET', 'faults')).body).toEqual({ faults: [] });
});

test('an operation can be the token endpoint, and an unknown kind is refused', async () => {
  await practice.faults({ match: { operation: 'oauth.token' }, fault: { kind: 'status', status: 503 } });
  const refresh = { grant_type: 'refresh_token', client_id: 'ocma-practice', refresh_token: 'x' };
  expect((await practice.token(refresh)).status).toBe(503);
  expect((await practice.control('PUT', 'faults', [{ match: {}, fault: { kind: 'fire' } }])).status).toBe(
    400,
  );
});
