import { expect, test } from 'vitest';
import { createGateMemory, openGate } from '../../../src/engine/db/gate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import { clearCache } from '../../../src/engine/http/cache.ts';
import { createHttpMemory } from '../../../src/engine/http/sending.ts';
import { createAccountHttp } from '../../../src/engine/http/account-http.ts';
import { findPlatform } from '../../../src/engine/platforms/registry.ts';
import { createTestClock } from '../../support/clock.ts';
import { acc, addAccount, createAccountWorld, endpointsAt, read, write, wsp } from './account-world.ts';
import { json, startNetwork } from './network.ts';

const cached = () => read({ cacheMs: 60_000, costMicros: 5_000 });

async function cachingWorld() {
  const network = await startNetwork();
  const clock = createTestClock();
  const world = await createAccountWorld(network.url, { clock });
  let version = 0;
  network.answer((_request, response) => {
    version += 1;
    json(response, 200, { id: String(version) });
  });
  return { network, clock, world };
}

test('a read is served from the cache while it is fresh, free of charge, and says so', async () => {
  const { network, clock, world } = await cachingWorld();
  const first = await world.http.send(cached());
  clock.advance(59_000);
  const second = await world.http.send(cached());
  expect(first).toMatchObject({ ok: true, fromCache: false, data: { id: '1' } });
  expect(second).toMatchObject({
    ok: true,
    fromCache: true,
    data: { id: '1' },
    readAt: clock.now() - 59_000,
  });
  expect(network.seen).toHaveLength(1);
  clock.advance(2_000);
  expect(await world.http.send(cached())).toMatchObject({ fromCache: false, data: { id: '2' } });
  const audit = world.db.sql(`SELECT cache, cost_micros AS cost FROM http_audit ORDER BY id`).all();
  expect(audit).toEqual([
    { cache: 'miss', cost: 5_000 },
    { cache: 'hit', cost: 0 },
    { cache: 'miss', cost: 5_000 },
  ]);
});

test('another question and another account have answers of their own', async () => {
  const { network, world } = await cachingWorld();
  addAccount(world.db, { id: 'acc_2', workspaceId: wsp, endpoints: endpointsAt(network.url) });
  await world.http.send(cached());
  await world.http.send({ ...cached(), query: { max_results: '6' } });
  await world.httpOf('acc_2').send(cached());
  expect(network.seen).toHaveLength(3);
});

test('an account that was written to is read anew', async () => {
  const { network, world } = await cachingWorld();
  addAccount(world.db, { id: 'acc_2', workspaceId: wsp, endpoints: endpointsAt(network.url) });
  await world.http.send(cached());
  await world.httpOf('acc_2').send(cached());
  await world.http.send(write());
  expect(await world.http.send(cached())).toMatchObject({ fromCache: false });
  expect(await world.httpOf('acc_2').send(cached())).toMatchObject({ fromCache: true });
});

test('a write that may have been accepted invalidates too, and a refused one does not', async () => {
  const { network, world } = await cachingWorld();
  await world.http.send(cached());
  network.answer((request, response) => json(response, request.method === 'GET' ? 200 : 403, { id: 'n' }));
  await world.http.send(write());
  expect(await world.http.send(cached())).toMatchObject({ fromCache: true });
  network.answer((request, response) => json(response, request.method === 'GET' ? 200 : 500, { id: 'n' }));
  await world.http.send(write());
  expect(await world.http.send(cached())).toMatchObject({ fromCache: false });
});

test('an answer that was under way while the account was written to is not kept', async () => {
  const { network, world } = await cachingWorld();
  network.answer((request, response) => {
    if (request.method !== 'GET') return json(response, 201, { id: 'written' });
    void world.http.send(write()).then(() => json(response, 200, { id: 'old' }));
  });
  await world.http.send(cached());
  expect(await world.http.send(cached())).toMatchObject({ fromCache: false });
});

test('a write by another thread counts here too', async () => {
  const { network, clock, world } = await cachingWorld();
  const db = openDatabase({ file: world.file, gate: openGate(createGateMemory(), 2) });
  const there = createAccountHttp(
    {
      ...world.deps,
      db,
      memory: createHttpMemory(clock),
      findPlatform,
      tokens: { get: () => Promise.resolve({ ok: true, token: 't' }), refused: () => {} },
    },
    acc,
  );
  await world.http.send(cached());
  expect(await there.send(cached())).toMatchObject({ fromCache: true });
  await there.send(write());
  expect(await world.http.send(cached())).toMatchObject({ fromCache: false });
  expect(network.seen).toHaveLength(3);
  db.close();
});

test('a stale answer is asked for by its ETag and serves again where nothing changed', async () => {
  const { network, clock, world } = await cachingWorld();
  network.answer((request, response) =>
    request.headers['if-none-match'] === '"v1"'
      ? response.writeHead(304).end()
      : json(response, 200, { id: 'one' }, { etag: '"v1"' }),
  );
  await world.http.send(cached());
  clock.advance(61_000);
  expect(await world.http.send(cached())).toMatchObject({ ok: true, status: 200, data: { id: 'one' } });
  expect(await world.http.send(cached())).toMatchObject({ fromCache: true, data: { id: 'one' } });
  expect(network.seen).toHaveLength(2);
});

test('only what may be kept is kept, and disconnecting drops it', async () => {
  const { world } = await cachingWorld();
  const rows = () => world.db.sql<{ n: number }>(`SELECT count(*) AS n FROM http_cache`).get()?.n;
  await world.http.send(read());
  expect(rows()).toBe(0);
  await world.http.send(cached());
  expect(rows()).toBe(1);
  clearCache(world.db, acc);
  expect(rows()).toBe(0);
});
