import { expect, test } from 'vitest';
import { createTestClock } from '../../support/clock.ts';
import { acc, addAccount, createAccountWorld, endpointsAt, read, write, wsp } from './account-world.ts';
import { json, startNetwork } from './network.ts';

const start = Date.UTC(2026, 10, 22, 12);
const inSeconds = (ms: number): string => String(Math.floor(ms / 1_000));

function pauseOf(world: Awaited<ReturnType<typeof createAccountWorld>>) {
  return world.db
    .sql<{ until: number | null; reason: string | null }>(
      `SELECT paused_until AS until, pause_reason AS reason FROM account WHERE id = :acc`,
    )
    .get({ acc });
}

test('a used-up window holds back that operation until it resets, without asking the network', async () => {
  const network = await startNetwork();
  const clock = createTestClock(start);
  const world = await createAccountWorld(network.url, { clock });
  const reset = start + 600_000;
  network.answer((_request, response) =>
    json(
      response,
      200,
      {},
      {
        'x-rate-limit-limit': '75',
        'x-rate-limit-remaining': '0',
        'x-rate-limit-reset': inSeconds(reset),
      },
    ),
  );
  expect((await world.http.send(read())).ok).toBe(true);
  const held = await world.http.send(read());
  expect(held).toMatchObject({
    ok: false,
    failure: { code: 'rate_limited', reach: 'not_sent', retryAt: reset, status: null },
  });
  expect(network.seen).toHaveLength(1);
  expect((await world.http.send(read({ operation: 'users.me' }))).ok).toBe(true);
  clock.advance(600_001);
  expect((await world.http.send(read())).ok).toBe(true);
});

test('a daily window of the app holds back every account of that app', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url, { clock: createTestClock(start) });
  addAccount(world.db, { id: 'acc_2', workspaceId: wsp, endpoints: endpointsAt(network.url) });
  addAccount(world.db, {
    id: 'acc_3',
    workspaceId: wsp,
    endpoints: endpointsAt(network.url),
    clientId: 'client-2',
  });
  network.answer((_request, response) =>
    json(
      response,
      201,
      { id: '1' },
      {
        'x-app-limit-24hour-limit': '10000',
        'x-app-limit-24hour-remaining': '0',
        'x-app-limit-24hour-reset': inSeconds(start + 3_600_000),
      },
    ),
  );
  expect((await world.http.send(write())).ok).toBe(true);
  expect(await world.httpOf('acc_2').send(write())).toMatchObject({ failure: { code: 'rate_limited' } });
  expect((await world.httpOf('acc_3').send(write())).ok).toBe(true);
});

test('a 429 to a write rests the account until the reset that it names', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url, { clock: createTestClock(start) });
  const reset = start + 300_000;
  network.answer((_request, response) =>
    json(
      response,
      429,
      { title: 'Too Many Requests' },
      {
        'x-rate-limit-remaining': '0',
        'x-rate-limit-reset': inSeconds(reset),
      },
    ),
  );
  expect(await world.http.send(write())).toMatchObject({
    failure: { code: 'rate_limited', reach: 'refused', retryAt: reset },
  });
  expect(pauseOf(world)).toEqual({ until: reset, reason: 'rate_limited' });
  expect(world.changes).toContainEqual({ topic: 'account', workspaceId: wsp, id: acc });
  const next = await world.http.send(read({ operation: 'users.me' }));
  expect(next).toMatchObject({ failure: { code: 'rate_limited', reach: 'not_sent', retryAt: reset } });
  expect(network.seen).toHaveLength(1);
});

test('a 429 to a read holds back that read alone: posts still go out', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url, { clock: createTestClock(start) });
  network.answer((request, response) =>
    request.method === 'GET' ? json(response, 429, {}) : json(response, 201, { id: '1' }),
  );
  expect((await world.http.send(read())).ok).toBe(false);
  expect(pauseOf(world)).toEqual({ until: null, reason: null });
  expect((await world.http.send(write())).ok).toBe(true);
  expect((await world.http.send(read())).ok).toBe(false);
  expect(network.seen.map((request) => request.method)).toEqual(['GET', 'POST']);
});

test('missing credits rest the account whatever was asked', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url, { clock: createTestClock(start) });
  network.answer((_request, response) => json(response, 402, { title: 'Payment Required', status: 402 }));
  expect(await world.http.send(read())).toMatchObject({ failure: { code: 'credits_exhausted' } });
  expect(pauseOf(world)).toEqual({ until: start + 3_600_000, reason: 'credits_exhausted' });
  expect(await world.http.send(write())).toMatchObject({
    failure: { code: 'credits_exhausted', reach: 'not_sent' },
  });
});

test('a longer pause is not shortened by a new one', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url, { clock: createTestClock(start) });
  world.db
    .sql(`UPDATE account SET paused_until = :until, pause_reason = 'credits_exhausted' WHERE id = :acc`)
    .run({ acc, until: start - 1 });
  network.answer((_request, response) => {
    world.db.sql(`UPDATE account SET paused_until = :until WHERE id = :acc`).run({ acc, until: start + 9e9 });
    json(response, 402, {});
  });
  await world.http.send(write());
  expect(pauseOf(world)).toEqual({ until: start + 9e9, reason: 'credits_exhausted' });
});

test('a disconnected account sends nothing', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url);
  world.db.sql(`UPDATE account SET state = 'disconnected' WHERE id = :acc`).run({ acc });
  expect(await world.http.send(write())).toMatchObject({
    failure: { code: 'auth_revoked', reach: 'not_sent' },
  });
  expect(network.seen).toEqual([]);
});

test('five outages in a row open the breaker of that operation, and of no other', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url);
  network.answer((_request, response) => json(response, 503, {}));
  for (let time = 0; time < 5; time += 1) await world.http.send(write());
  const before = world.clock.now();
  const held = await world.http.send(write());
  expect(held).toMatchObject({ failure: { code: 'unavailable', reach: 'not_sent', status: null } });
  expect(held.ok ? 0 : (held.failure.retryAt ?? 0)).toBeGreaterThan(before);
  expect(network.seen).toHaveLength(5);
  await world.http.send(read());
  expect(network.seen).toHaveLength(6);
});

test('after fifteen seconds of the app’s clock an open breaker lets one request through, and goes by its outcome', async () => {
  const network = await startNetwork();
  const clock = createTestClock(start);
  const world = await createAccountWorld(network.url, { clock });
  network.answer((_request, response) => json(response, 503, {}));
  for (let time = 0; time < 5; time += 1) await world.http.send(write());
  const held = { failure: { code: 'unavailable', reach: 'not_sent', retryAt: start + 15_000 } };
  clock.advance(14_999);
  expect(await world.http.send(write())).toMatchObject(held);
  expect(network.seen).toHaveLength(5);
  clock.advance(1);
  await Promise.all([world.http.send(write()), world.http.send(write()), world.http.send(write())]);
  expect(network.seen).toHaveLength(6);
  expect(await world.http.send(write())).toMatchObject({ failure: { retryAt: start + 30_000 } });
  clock.advance(15_000);
  network.answer((_request, response) => json(response, 201, { id: '1' }));
  const results = await Promise.all([world.http.send(write()), world.http.send(write())]);
  expect(results.map(({ ok }) => ok)).toEqual([true, true]);
  expect(network.seen).toHaveLength(8);
});

test('a clock that is turned up or set back does not hold a breaker open for longer', async () => {
  const network = await startNetwork();
  let now = start;
  const setting = { epochMs: start, anchorMs: 0, rate: 60 };
  const clock = { ...createTestClock(start), setting, now: () => now };
  const world = await createAccountWorld(network.url, { clock });
  network.answer((_request, response) => json(response, 503, {}));
  for (let time = 0; time < 5; time += 1) await world.http.send(write());
  now += 15_000 * 60 - 1;
  expect(await world.http.send(write())).toMatchObject({ failure: { reach: 'not_sent' } });
  now = start - 3_600_000;
  expect(await world.http.send(write())).toMatchObject({ failure: { status: 503 } });
});

test('refusals never open the breaker', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url);
  network.answer((_request, response) => json(response, 403, { title: 'Forbidden' }));
  for (let time = 0; time < 12; time += 1) await world.http.send(write());
  expect(network.seen).toHaveLength(12);
});
