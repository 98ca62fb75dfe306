import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { admit, noteResult, openBreakers } from '../../../src/engine/http/breakers.ts';
import type { BreakerName } from '../../../src/engine/http/breakers.ts';
import { createGateMemory } from '../../../src/engine/db/gate.ts';
import { createTestClock } from '../../support/clock.ts';
import { temporaryDatabase } from '../../support/database.ts';
import { createAccountWorld, read, write } from './account-world.ts';
import { json, startNetwork } from './network.ts';

const start = Date.UTC(2026, 10, 22, 12);

test('five outages in a row open the breaker of that operation, and of no other', async () => {
  const network = await startNetwork();
  const world = await createAccountWorld(network.url);
  network.answer((_request, response) => json(response, 503, {}));
  for (let time = 0; time < 5; time += 1) await world.http.send(write());
  const before = world.clock.now();
  const held = await world.http.send(write());
  expect(held).toMatchObject({ failure: { code: 'on_hold', reach: 'not_sent', status: null } });
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
  const held = { failure: { code: 'on_hold', reach: 'not_sent', retryAt: start + 15_000 } };
  clock.advance(14_999);
  expect(await world.http.send(write())).toMatchObject(held);
  expect(network.seen).toHaveLength(5);
  clock.advance(1);
  await Promise.all([world.http.send(write()), world.http.send(write()), world.http.send(write())]);
  expect(network.seen).toHaveLength(6);
  expect(await world.http.send(write())).toMatchObject({ failure: { retryAt: start + 15_000 + 30_000 } });
  clock.advance(30_000);
  network.answer((_request, response) => json(response, 201, { id: '1' }));
  const results = await Promise.all([world.http.send(write()), world.http.send(write())]);
  expect(results.map(({ ok }) => ok)).toEqual([true, false]);
  expect((await world.http.send(write())).ok).toBe(true);
  expect(network.seen).toHaveLength(8);
  expect(openBreakers(world.db)).toEqual([]);
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

const name: BreakerName = {
  origin: 'https://api.example',
  platform: 'x',
  operation: 'posts.create',
  practice: false,
};

async function openedBreaker(times = 5) {
  const { db, file } = await temporaryDatabase();
  const clock = createTestClock(start);
  const deps = { db, clock };
  const one = (ticket: string, failed: boolean | null) => {
    const admission = admit(deps, name, ticket, 30_000);
    if (admission.kind === 'wait') return admission;
    return { kind: 'went', changed: noteResult(deps, name, admission, failed) } as const;
  };
  for (let time = 0; time < times; time += 1) one(`t${time}`, true);
  return { db, file, clock, deps, one };
}

test('a success between failures begins the count anew, and a stopped request is no failure', async () => {
  const { one, db } = await openedBreaker(4);
  expect(one('a', null)).toEqual({ kind: 'went', changed: false });
  expect(one('b', false)).toEqual({ kind: 'went', changed: false });
  for (let time = 0; time < 4; time += 1) one('c', true);
  expect(openBreakers(db)).toEqual([]);
  expect(one('d', true)).toEqual({ kind: 'went', changed: true });
  expect(openBreakers(db)).toMatchObject([{ ...name, failures: 5, probeAt: start + 15_000, trying: false }]);
});

test('the wait doubles with each request that tries in vain, up to two minutes', async () => {
  const { one, clock, db } = await openedBreaker();
  const waits: number[] = [];
  for (let time = 0; time < 6; time += 1) {
    const [open] = openBreakers(db);
    const wait = (open?.probeAt ?? 0) - clock.now();
    waits.push(wait);
    clock.advance(wait);
    expect(one(`probe${time}`, true)).toEqual({ kind: 'went', changed: true });
  }
  expect(waits).toEqual([15_000, 30_000, 60_000, 120_000, 120_000, 120_000]);
});

test('late answers of requests that left before it opened change nothing', async () => {
  const { deps, db, clock } = await openedBreaker();
  const early = { kind: 'go', probe: null } as const;
  expect(noteResult(deps, name, early, false)).toBe(false);
  expect(noteResult(deps, name, early, true)).toBe(false);
  expect(openBreakers(db)).toMatchObject([{ failures: 5 }]);
  clock.advance(15_000);
  expect(admit(deps, name, 'mine', 30_000)).toEqual({ kind: 'go', probe: 'mine' });
  expect(noteResult(deps, name, { kind: 'go', probe: 'of somebody else' }, false)).toBe(false);
  expect(openBreakers(db)).toMatchObject([{ trying: true }]);
});

test('a request that tried and was stopped, or whose thread died, lets another one try', async () => {
  const { deps, clock, one } = await openedBreaker();
  clock.advance(15_000);
  expect(one('stopped', null)).toEqual({ kind: 'went', changed: false });
  expect(admit(deps, name, 'dies', 30_000)).toMatchObject({ kind: 'go' });
  clock.advance(34_999);
  expect(admit(deps, name, 'next', 30_000)).toEqual({ kind: 'wait', until: start + 15_000 + 35_000 });
  clock.advance(1);
  expect(admit(deps, name, 'next', 30_000)).toEqual({ kind: 'go', probe: 'next' });
});

test('a clock that is set back ends the wait for a request that tries, too', async () => {
  const { deps, clock } = await openedBreaker();
  clock.advance(15_000);
  expect(admit(deps, name, 'tries', 30_000)).toMatchObject({ kind: 'go' });
  const back = { ...deps, clock: { ...clock, now: () => start - 86_400_000 } };
  expect(admit(back, name, 'after', 30_000)).toEqual({ kind: 'go', probe: 'after' });
});

test('threads go by one breaker: of two that ask at the same moment, exactly one tries', async () => {
  const { db, file } = await temporaryDatabase();
  const deps = { db, clock: createTestClock(start) };
  const operations = Array.from({ length: 60 }, (_, index) => `operation.${index}`);
  db.write(() => {
    for (const operation of operations) {
      for (let time = 0; time < 5; time += 1)
        noteResult(deps, { ...name, operation }, { kind: 'go', probe: null }, true);
    }
  });
  expect(openBreakers(db)).toHaveLength(60);
  const gate = createGateMemory();
  const meeting = new SharedArrayBuffer(4);
  const entry = new URL('asking-thread.ts', import.meta.url);
  const told = await Promise.all(
    [2, 3].map(async (seat) => {
      const workerData = { file, gate, seat, name, operations, meeting, now: start + 15_000 };
      const worker = new Worker(entry, { workerData });
      const [message] = (await once(worker, 'message')) as [string[]];
      await worker.terminate();
      return message;
    }),
  );
  expect(told.flat().toSorted()).toEqual(operations.toSorted());
  expect(openBreakers(db).every(({ trying }) => trying)).toBe(true);
});
