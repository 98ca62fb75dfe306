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

test('a 429 to a write rests the writes of the account until the reset that it names, and not its reads', async () => {
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
  const held = { failure: { code: 'rate_limited', reach: 'not_sent', retryAt: reset } };
  expect(await world.http.send(write({ operation: 'posts.delete' }))).toMatchObject(held);
  expect(network.seen).toHaveLength(1);
  network.answer((_request, response) => json(response, 200, {}));
  expect((await world.http.send(read({ operation: 'users.me' }))).ok).toBe(true);
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

test('a disconnected account sends nothing', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url);
  world.db.sql(`UPDATE account SET state = 'disconnected' WHERE id = :acc`).run({ acc });
  expect(await world.http.send(write())).toMatchObject({
    failure: { code: 'auth_revoked', reach: 'not_sent' },
  });
  expect(network.seen).toEqual([]);
});
