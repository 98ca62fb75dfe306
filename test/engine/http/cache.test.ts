import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createGateMemory, openGate } from '../../../src/engine/db/gate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import {
  cacheBytes,
  clearCache,
  createCache,
  createCacheMemory,
  generationOf,
} from '../../../src/engine/http/cache.ts';
import type { CallFacts } from '../../../src/engine/http/call-facts.ts';
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

test('a stale answer without an ETag is asked for by its date', async () => {
  const { network, clock, world } = await cachingWorld();
  const date = 'Sun, 22 Nov 2026 10:00:00 GMT';
  network.answer((request, response) =>
    request.headers['if-modified-since'] === date
      ? response.writeHead(304).end()
      : json(response, 200, { id: 'one' }, { 'last-modified': date }),
  );
  await world.http.send(cached());
  clock.advance(61_000);
  expect(await world.http.send(cached())).toMatchObject({ ok: true, fromCache: false, data: { id: 'one' } });
  expect(await world.http.send(cached())).toMatchObject({ fromCache: true, readAt: clock.now() });
  expect(world.db.sql(`SELECT cache FROM http_audit ORDER BY id`).all()).toEqual(
    ['miss', 'revalidated', 'hit'].map((cache) => ({ cache })),
  );
});

test('what the network confirms after the account was written to is fresh again', async () => {
  const { network, world } = await cachingWorld();
  network.answer((request, response) =>
    request.headers['if-none-match'] === '"v1"'
      ? response.writeHead(304).end()
      : json(response, 200, { id: 'one' }, { etag: '"v1"' }),
  );
  await world.http.send(cached());
  await world.http.send(write());
  expect(await world.http.send(cached())).toMatchObject({ fromCache: false });
  expect(await world.http.send(cached())).toMatchObject({ fromCache: true, data: { id: 'one' } });
});

test('somebody who waits gets the kept answer with its age where the network fails, and nobody else does', async () => {
  const { network, clock, world } = await cachingWorld();
  const tokens = { get: () => Promise.resolve({ ok: true, token: 't' } as const), refused: () => {} };
  const waiting = createAccountHttp({ ...world.deps, findPlatform, tokens }, acc, { interactive: true });
  await world.http.send(cached());
  const readAt = clock.now();
  clock.advance(3_600_000);
  network.answer((_request, response) => json(response, 503, {}));
  expect(await world.http.send(cached())).toMatchObject({ ok: false });
  expect(await waiting.send(cached())).toMatchObject({ ok: true, stale: true, readAt, data: { id: '1' } });
  network.answer((_request, response) => json(response, 429, {}));
  expect(await waiting.send(cached())).toMatchObject({ ok: true, stale: true, readAt });
  const audit = world.db.sql(`SELECT stale, layer FROM http_audit WHERE cache = 'hit'`).all();
  expect(audit).toEqual([
    { stale: 1, layer: 'memory' },
    { stale: 1, layer: 'memory' },
  ]);
  network.answer((_request, response) => json(response, 200, { id: 'new' }));
  clock.advance(3_600_000);
  expect(await waiting.send(cached())).toMatchObject({ ok: true, fromCache: false, data: { id: 'new' } });
});

test('a refusal or a lost access is told, whatever is kept', async () => {
  const { network, clock, world } = await cachingWorld();
  const tokens = { get: () => Promise.resolve({ ok: true, token: 't' } as const), refused: () => {} };
  const waiting = createAccountHttp({ ...world.deps, findPlatform, tokens }, acc, { interactive: true });
  await world.http.send(cached());
  clock.advance(61_000);
  for (const status of [401, 403]) {
    network.answer((_request, response) => json(response, status, { title: 'No', status }));
    expect(await waiting.send(cached())).toMatchObject({ ok: false, failure: { status } });
  }
});

test('whoever asks how things stand is not answered from the cache', async () => {
  const { network, world } = await cachingWorld();
  const tokens = { get: () => Promise.resolve({ ok: true, token: 't' } as const), refused: () => {} };
  const asking = createAccountHttp({ ...world.deps, findPlatform, tokens }, acc, { regardless: true });
  await world.http.send(cached());
  expect(await asking.send(cached())).toMatchObject({ fromCache: false, data: { id: '2' } });
  expect(network.seen).toHaveLength(2);
});

const question = (id: string): CallFacts => ({ ...cached(), query: { id } });
const kept = (id: string, text: string, generation = 0) => ({
  call: question(id),
  text,
  etag: null,
  lastModified: null,
  generation,
});

test('several answers are kept and found in one go, in the order they were asked for', async () => {
  const { clock, world } = await cachingWorld();
  const cache = createCache(world.db, createCacheMemory());
  const ids = Array.from({ length: 150 }, (_, index) => String(index));
  cache.keepMany(
    acc,
    ids.filter((id) => id !== '7').map((id) => kept(id, `{"id":"${id}"}`)),
    clock.now(),
  );
  const found = cache.lookMany(acc, ids.toReversed().map(question), clock.now());
  expect(found.map((answer) => answer?.body ?? null)).toEqual(
    ids.toReversed().map((id) => (id === '7' ? null : { id })),
  );
  expect(cache.lookMany('acc_2', ids.map(question), clock.now()).every((answer) => answer === null)).toBe(
    true,
  );
});

test('the file keeps no more bytes than it may: what was used longest ago goes first', async () => {
  const { clock, world } = await cachingWorld();
  const limits = { memoryBytes: 100_000, storedBytes: 10_000, answerBytes: 4_000 };
  const cache = createCache(world.db, createCacheMemory(limits));
  const text = JSON.stringify('x'.repeat(2_000));
  for (const id of ['a', 'b', 'c', 'd']) {
    cache.keep(acc, kept(id, text), clock.now());
    clock.advance(120_000);
  }
  cache.used(acc, question('a'), clock.now());
  clock.advance(120_000);
  cache.keep(acc, kept('e', text), clock.now());
  const has = (id: string) => cache.look(acc, question(id), clock.now()) !== null;
  expect(['a', 'b', 'c', 'd', 'e'].map(has)).toEqual([true, false, true, true, true]);
  expect(cacheBytes(world.db)).toBeLessThanOrEqual(10_000);
  const added = world.db.sql<{ n: number }>(`SELECT sum(bytes) AS n FROM http_cache`).get()?.n;
  expect(cacheBytes(world.db)).toBe(added);
  cache.keep(acc, kept('too long', JSON.stringify('x'.repeat(5_000))), clock.now());
  expect(has('too long')).toBe(false);
  world.db.write(() => world.db.sql(`DELETE FROM account WHERE id = :acc`).run({ acc }));
  expect(cacheBytes(world.db)).toBe(0);
});

test('memory keeps no more bytes than it may, and the file serves the rest', async () => {
  const { clock, world } = await cachingWorld();
  const memory = createCacheMemory({ memoryBytes: 5_000, storedBytes: 1_000_000, answerBytes: 4_000 });
  const cache = createCache(world.db, memory);
  const text = JSON.stringify('x'.repeat(2_000));
  const layer = (id: string) => cache.look(acc, question(id), clock.now())?.layer;
  for (const id of ['a', 'b', 'c']) cache.keep(acc, kept(id, text), clock.now());
  expect(['a', 'a', 'b', 'c', 'a'].map(layer)).toEqual(['stored', 'memory', 'stored', 'stored', 'stored']);
  expect(memory.bodies.calculatedSize).toBeLessThanOrEqual(5_000);
  const all = cache.lookMany(acc, ['c', 'b', 'a'].map(question), clock.now());
  expect(all.map((answer) => answer?.body)).toEqual(['a', 'b', 'c'].map(() => JSON.parse(text)));
});

test('an answer that was replaced within the same millisecond is not served from memory', async () => {
  const { clock, world } = await cachingWorld();
  const here = createCache(world.db, createCacheMemory());
  const there = createCache(world.db, createCacheMemory());
  here.keep(acc, kept('a', '1'), clock.now());
  expect(here.look(acc, question('a'), clock.now())).toMatchObject({ body: 1 });
  there.keep(acc, kept('a', '2'), clock.now());
  expect(here.look(acc, question('a'), clock.now())).toMatchObject({ body: 2, layer: 'stored' });
});

test('a late answer to a question from before a write does not replace a newer one', async () => {
  const { clock, world } = await cachingWorld();
  const cache = createCache(world.db, createCacheMemory());
  world.db.write(() => cache.invalidate(acc));
  cache.keep(acc, kept('a', '"new"', 1), clock.now());
  cache.keep(acc, kept('a', '"old"', 0), clock.now());
  expect(cache.look(acc, question('a'), clock.now())).toMatchObject({ body: 'new', fresh: true });
});

test('an answer from the future is asked for anew', async () => {
  const { clock, world } = await cachingWorld();
  const cache = createCache(world.db, createCacheMemory());
  cache.keep(acc, kept('a', '1'), clock.now());
  expect(cache.look(acc, question('a'), clock.now() - 1)).toMatchObject({ fresh: false });
});

test('while other threads write, nobody is served an answer from before a write that has been committed', async () => {
  const { world, clock } = await cachingWorld();
  const gate = createGateMemory();
  const rounds = 150;
  const entry = new URL('caching-thread.ts', import.meta.url);
  const board = new SharedArrayBuffer(8);
  const told = await Promise.all(
    (['write', 'read', 'read'] as const).map(async (part, index) => {
      const worker = new Worker(entry, {
        workerData: {
          file: world.file,
          gate,
          seat: index + 2,
          part,
          rounds,
          board,
          accountId: acc,
          now: clock.now(),
        },
      });
      const [message] = (await once(worker, 'message')) as [{ looks: number; late: number; memory: number }];
      await worker.terminate();
      return message;
    }),
  );
  expect(told.map(({ late }) => late)).toEqual([0, 0, 0]);
  expect(told.reduce((sum, { looks }) => sum + looks, 0)).toBeGreaterThan(rounds);
  expect(told.reduce((sum, { memory }) => sum + memory, 0)).toBeGreaterThan(0);
  expect(generationOf(world.db, acc)).toBe(rounds);
});
