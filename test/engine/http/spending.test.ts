import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createGateMemory } from '../../../src/engine/db/gate.ts';
import {
  monthOf,
  nextMonth,
  readCap,
  readSpending,
  settleAbandoned,
} from '../../../src/engine/http/spending.ts';
import { createTestClock } from '../../support/clock.ts';
import {
  addAccount,
  addWorkspace,
  createAccountWorld,
  endpointsAt,
  read,
  write,
  wsp,
} from './account-world.ts';
import { json, startNetwork } from './network.ts';

const start = Date.UTC(2026, 10, 30, 23, 59);
type World = Awaited<ReturnType<typeof createAccountWorld>>;

function setCap(world: World, micros: number): void {
  world.db
    .sql(
      `INSERT OR REPLACE INTO setting (workspace_id, name, value, updated_at) VALUES (:wsp, 'monthlyCapMicros', :value, 0)`,
    )
    .run({ wsp, value: String(micros) });
}

const spent = (world: World, month = '2026-11') => readSpending(world.db, wsp, month);

test('months are those of UTC', () => {
  expect(monthOf(Date.UTC(2026, 11, 31, 23, 59, 59))).toBe('2026-12');
  expect(nextMonth(Date.UTC(2026, 11, 31, 23))).toBe(Date.UTC(2027, 0, 1));
});

test('what is accepted or unclear is spent; what is refused or never left is given back', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url, { clock: createTestClock(start) });
  network.answer((_request, response) => json(response, 201, { id: '1' }));
  await world.http.send(write({ costMicros: 15_000 }));
  expect(spent(world)).toEqual({ spentMicros: 15_000, reservedMicros: 0 });
  network.answer((_request, response) => json(response, 403, {}));
  await world.http.send(write({ costMicros: 15_000 }));
  expect(spent(world)).toEqual({ spentMicros: 15_000, reservedMicros: 0 });
  network.answer((_request, response) => json(response, 500, {}));
  await world.http.send(write({ costMicros: 15_000 }));
  expect(spent(world)).toEqual({ spentMicros: 30_000, reservedMicros: 0 });
  const gone = await startNetwork();
  await gone.stop();
  addAccount(world.db, { id: 'acc_2', workspaceId: wsp, endpoints: endpointsAt(gone.url) });
  expect(await world.httpOf('acc_2').send(write({ costMicros: 15_000 }))).toMatchObject({
    failure: { reach: 'not_sent' },
  });
  expect(spent(world)).toEqual({ spentMicros: 30_000, reservedMicros: 0 });
});

test('a read counts with what its answer says it cost, never with more than was put aside', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url, { clock: createTestClock(start) });
  await world.http.send(read({ costMicros: 500_000, chargedMicros: () => 15_000 }));
  expect(spent(world)).toEqual({ spentMicros: 15_000, reservedMicros: 0 });
  await world.http.send(read({ costMicros: 5_000, chargedMicros: () => 90_000 }));
  expect(spent(world)).toEqual({ spentMicros: 20_000, reservedMicros: 0 });
  await world.http.send(read({ costMicros: 5_000, chargedMicros: () => 0 }));
  expect(spent(world)).toEqual({ spentMicros: 20_000, reservedMicros: 0 });
  expect(world.db.sql(`SELECT cost_micros AS cost FROM http_audit ORDER BY id`).all()).toEqual([
    { cost: 15_000 },
    { cost: 5_000 },
    { cost: 0 },
  ]);
});

test('nothing is sent that would pass the cap, and the money is there again next month', async () => {
  const network = await startNetwork();
  const clock = createTestClock(start);
  const world = await createAccountWorld(network.url, { clock });
  network.answer((_request, response) => json(response, 201, { id: '1' }));
  setCap(world, 30_000);
  expect((await world.http.send(write({ costMicros: 15_000 }))).ok).toBe(true);
  expect((await world.http.send(write({ costMicros: 15_000 }))).ok).toBe(true);
  expect(await world.http.send(write({ costMicros: 1 }))).toMatchObject({
    failure: { code: 'spending_cap', reach: 'not_sent', retryAt: Date.UTC(2026, 11, 1) },
  });
  expect(network.seen).toHaveLength(2);
  expect((await world.http.send(write({ costMicros: 0 }))).ok).toBe(true);
  clock.advance(60_000);
  expect((await world.http.send(write({ costMicros: 15_000 }))).ok).toBe(true);
  expect(spent(world, '2026-12')).toEqual({ spentMicros: 15_000, reservedMicros: 0 });
});

test('money for the language model neither shows in the networks’ spending nor counts against their cap', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url, { clock: createTestClock(start) });
  setCap(world, 20_000);
  network.answer((_request, response) => json(response, 201, { id: '1' }));
  expect((await world.http.send(write({ costMicros: 5_000 }))).ok).toBe(true);
  world.db
    .sql(
      `INSERT INTO spending (id, workspace_id, platform, operation, month, micros, state, at) VALUES ('e', :wsp, 'openai', 'rewrite', '2026-11', 9000000, 'spent', 0)`,
    )
    .run({ wsp });
  expect(spent(world)).toEqual({ spentMicros: 5_000, reservedMicros: 0 });
  expect((await world.http.send(write({ costMicros: 15_000 }))).ok).toBe(true);
  expect(await world.http.send(write({ costMicros: 1 }))).toMatchObject({
    failure: { code: 'spending_cap' },
  });
});

test('a workspace whose cap was never set, or cannot be read, has the usual one', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url, { clock: createTestClock(start) });
  expect(readCap(world.db, wsp)).toBe(10_000_000);
  expect(await world.http.send(write({ costMicros: 10_000_001 }))).toMatchObject({
    failure: { code: 'spending_cap' },
  });
  setCap(world, -1);
  expect(readCap(world.db, wsp)).toBe(10_000_000);
  world.db.sql(`UPDATE setting SET value = 'null' WHERE workspace_id = :wsp`).run({ wsp });
  expect(readCap(world.db, wsp)).toBeNull();
});

test('the cap of one workspace is not spent by another', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url, { clock: createTestClock(start) });
  addWorkspace(world.db, 'wsp_2');
  setCap(world, 10_000);
  world.db
    .sql(
      `INSERT INTO spending (id, workspace_id, platform, operation, month, micros, state, at) VALUES ('e', 'wsp_2', 'x', 'o', '2026-11', 9000000, 'spent', 0)`,
    )
    .run();
  expect((await world.http.send(read({ costMicros: 10_000 }))).ok).toBe(true);
});

test('money put aside by a process that died counts as spent', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url, { clock: createTestClock(start) });
  setCap(world, 20_000);
  network.answer((_request, response) => {
    settleAbandoned(world.db);
    json(response, 403, {});
  });
  await world.http.send(write({ costMicros: 15_000 }));
  expect(spent(world)).toEqual({ spentMicros: 15_000, reservedMicros: 0 });
  expect(await world.http.send(write({ costMicros: 15_000 }))).toMatchObject({
    failure: { code: 'spending_cap' },
  });
});

test('two threads on one file never pass the cap together', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url);
  const gate = createGateMemory();
  const entry = new URL('reserving-thread.ts', import.meta.url);
  setCap(world, 1_000);
  const granted = await Promise.all(
    [2, 3].map(async (seat) => {
      const worker = new Worker(entry, { workerData: { file: world.file, gate, seat, workspaceId: wsp } });
      const [message] = (await once(worker, 'message')) as [number];
      await worker.terminate();
      return message;
    }),
  );
  expect(granted.reduce((sum, count) => sum + count)).toBe(100);
  const { spentMicros, reservedMicros } = readSpending(world.db, wsp, monthOf(Date.UTC(2026, 10, 2)));
  expect(spentMicros + reservedMicros).toBe(1_000);
});
