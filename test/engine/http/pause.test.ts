import { expect, test } from 'vitest';
import { activePause, endPauses, pause } from '../../../src/engine/http/pause.ts';
import { createTestClock } from '../../support/clock.ts';
import { acc, addAccount, createAccountWorld, endpointsAt, read, write, wsp } from './account-world.ts';
import { json, startNetwork } from './network.ts';

const start = Date.UTC(2026, 10, 22, 12);
const hour = 3_600_000;
type World = Awaited<ReturnType<typeof createAccountWorld>>;

/** Until when publishing of an account is held, as whoever claims its posts sees it. */
function heldUntil(world: World, id: string = acc) {
  return world.db
    .sql<{ until: number | null; reason: string | null }>(
      `SELECT paused_until AS until, pause_reason AS reason FROM account WHERE id = :id`,
    )
    .get({ id });
}

/** `acc_2` has the same app at the same place, `acc_3` another app, `acc_4` the same id at another place. */
async function fourAccounts() {
  const network = await startNetwork();
  const elsewhere = await startNetwork();
  const clock = createTestClock(start);
  const world = await createAccountWorld(network.url, { clock });
  const add = (id: string, url: string, clientId: string) =>
    addAccount(world.db, { id, workspaceId: wsp, endpoints: endpointsAt(url), clientId });
  add('acc_2', network.url, 'client-1');
  add('acc_3', network.url, 'client-2');
  add('acc_4', elsewhere.url, 'client-1');
  return { network, clock, world };
}

test('missing credits rest the app: all its accounts, reads and writes, and no other app', async () => {
  const { network, world } = await fourAccounts();
  network.answer((_request, response) => json(response, 402, { title: 'Payment Required', status: 402 }));
  expect(await world.http.send(read())).toMatchObject({ failure: { code: 'credits_exhausted' } });
  const rests = { until: start + hour, reason: 'credits_exhausted' };
  expect([heldUntil(world), heldUntil(world, 'acc_2')]).toEqual([rests, rests]);
  for (const id of ['acc_3', 'acc_4']) expect(heldUntil(world, id)).toEqual({ until: null, reason: null });
  network.answer((_request, response) => json(response, 200, {}));
  for (const call of [read(), write()]) {
    expect(await world.httpOf('acc_2').send(call)).toMatchObject({
      failure: { code: 'credits_exhausted', reach: 'not_sent', retryAt: start + hour },
    });
    expect((await world.httpOf('acc_3').send(call)).ok).toBe(true);
    expect((await world.httpOf('acc_4').send(call)).ok).toBe(true);
  }
  expect(world.changes).toContainEqual({ topic: 'account', workspaceId: wsp, id: 'acc_2' });
});

test('an account that is connected while its app rests rests too', async () => {
  const { network, world } = await fourAccounts();
  network.answer((_request, response) => json(response, 402, {}));
  await world.http.send(write());
  addAccount(world.db, { id: 'acc_5', workspaceId: wsp, endpoints: endpointsAt(network.url) });
  expect(await world.httpOf('acc_5').send(write())).toMatchObject({
    failure: { code: 'credits_exhausted', reach: 'not_sent' },
  });
  expect(network.seen).toHaveLength(1);
});

test('a used-up quota of reading rests the reads of the app, and posts still go out', async () => {
  const { network, world } = await fourAccounts();
  network.answer((request, response) =>
    request.method === 'GET'
      ? json(response, 429, { title: 'UsageCapExceeded', type: 'https://api.x.com/2/problems/usage-capped' })
      : json(response, 201, { id: '1' }),
  );
  expect(await world.http.send(read())).toMatchObject({ failure: { code: 'quota_exhausted' } });
  const next = read({ operation: 'users.me' });
  expect(await world.http.send(next)).toMatchObject({ failure: { reach: 'not_sent' } });
  expect(await world.httpOf('acc_2').send(next)).toMatchObject({ failure: { reach: 'not_sent' } });
  expect(heldUntil(world)).toEqual({ until: null, reason: null });
  expect((await world.http.send(write())).ok).toBe(true);
  expect((await world.httpOf('acc_2').send(write())).ok).toBe(true);
  expect(network.seen.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
});

test('a limit of uploads holds back uploads alone', async () => {
  const { network, world } = await fourAccounts();
  network.answer((_request, response) => json(response, 429, {}));
  const upload = write({ operation: 'media.append', effect: 'upload' });
  await world.http.send(upload);
  network.answer((_request, response) => json(response, 200, {}));
  expect(await world.http.send(upload)).toMatchObject({ failure: { reach: 'not_sent' } });
  expect((await world.http.send(write())).ok).toBe(true);
  expect((await world.http.send(read())).ok).toBe(true);
});

test('the longest pause counts, a shorter one never cuts it, and it ends by itself', async () => {
  const { clock, world } = await fourAccounts();
  const scopes = { accountId: acc, clientId: 'client-1', apiOrigin: 'http://127.0.0.1' };
  const writes = { kind: 'account', effect: 'write' } as const;
  pause(world.db, scopes, writes, { until: start + 9_000, reason: 'rate_limited', now: start });
  pause(world.db, scopes, writes, { until: start + 2_000, reason: 'quota_exhausted', now: start });
  expect(activePause(world.db, scopes, 'write', clock.now())).toMatchObject({
    until: start + 9_000,
    reason: 'rate_limited',
  });
  expect(heldUntil(world)).toEqual({ until: start + 9_000, reason: 'rate_limited' });
  expect(activePause(world.db, scopes, 'read', clock.now())).toBeNull();
  clock.advance(9_000);
  expect(activePause(world.db, scopes, 'write', clock.now())).toBeNull();
});

test('a pause that was set under a clock far ahead ends when the clock is right again', async () => {
  const { world } = await fourAccounts();
  const scopes = { accountId: acc, clientId: 'client-1', apiOrigin: 'http://127.0.0.1' };
  const ahead = start + 365 * 24 * hour;
  const given = { until: ahead + hour, reason: 'rate_limited', now: ahead };
  pause(world.db, scopes, { kind: 'account', effect: 'write' }, given);
  expect(activePause(world.db, scopes, 'write', start)).toBeNull();
  expect(heldUntil(world)).toEqual({ until: null, reason: null });
});

test('the user ends the pauses of an account and of its app for all of its accounts', async () => {
  const { network, world } = await fourAccounts();
  network.answer((_request, response) => json(response, 402, {}));
  await world.http.send(write());
  const scopes = { accountId: 'acc_2', clientId: 'client-1', apiOrigin: network.url };
  expect(endPauses(world.db, scopes).map(({ id }) => id)).toEqual([acc, 'acc_2']);
  network.answer((_request, response) => json(response, 201, { id: '1' }));
  expect((await world.http.send(write())).ok).toBe(true);
});

test.each([
  ['Retry-After in seconds', { 'retry-after': '120' }, 120_000],
  [
    'a date, counted from the answer’s own',
    { 'retry-after': 'Sun, 22 Nov 2026 15:05:00 GMT', date: 'Sun, 22 Nov 2026 15:00:00 GMT' },
    300_000,
  ],
  [
    'a date that is over',
    { 'retry-after': 'Sun, 22 Nov 2020 15:05:00 GMT', date: 'Sun, 22 Nov 2026 15:00:00 GMT' },
    1,
  ],
  ['an absurd wish, cut to 31 days', { 'retry-after': '999999999' }, 31 * 24 * hour],
])('a write rests as long as the network wishes: %s', async (_name, headers, wait) => {
  const { network, world } = await fourAccounts();
  network.answer((_request, response) => json(response, 429, {}, headers));
  const result = await world.http.send(write());
  expect(heldUntil(world)?.until).toBe(start + wait);
  if (result.ok) throw new Error('It should have failed.');
  expect(result.failure.detail.includes('31 days')).toBe(wait === 31 * 24 * hour);
});
