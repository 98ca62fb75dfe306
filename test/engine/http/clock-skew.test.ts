import { expect, test } from 'vitest';
import { clockSkew, skewOf } from '../../../src/engine/http/clock-skew.ts';
import { createTestClock } from '../../support/clock.ts';
import { acc, createAccountWorld, read, wsp } from './account-world.ts';
import { json, startNetwork } from './network.ts';

const start = Date.UTC(2026, 10, 22, 12);
const minute = 60_000;

async function skewedWorld() {
  const network = await startNetwork();
  const clock = createTestClock(start);
  const told: unknown[] = [];
  const world = await createAccountWorld(network.url, { clock, onClockWrong: (about) => told.push(about) });
  const askAt = async (there: number): Promise<void> => {
    network.answer((_request, response) => json(response, 200, {}, { date: new Date(there).toUTCString() }));
    expect((await world.http.send(read())).ok).toBe(true);
  };
  return { network, clock, world, told, askAt };
}

test('a slow answer and a machine that slept meanwhile are no wrong clock', () => {
  expect(skewOf(start, start, start + 30_000)).toBe(0);
  expect(skewOf(start + 5_000, start, start + 8 * 3_600_000)).toBe(0);
  expect(skewOf(start - 900, start, start)).toBe(0);
  expect(skewOf(start - 5 * minute, start, start + 1_000)).toBe(5 * minute);
  expect(skewOf(start + 5 * minute, start, start + 1_000)).toBe(-(5 * minute - 1_000));
});

test('the answers of a network show how far this clock is ahead or behind', async () => {
  const { world, askAt, clock } = await skewedWorld();
  await askAt(start);
  expect(clockSkew(world.db)).toBeNull();
  await askAt(start - 90_000);
  expect(clockSkew(world.db)).toEqual({ platform: 'x', skewMs: 90_000, seenAt: start });
  clock.advance(minute);
  await askAt(clock.now() + 90_000);
  expect(clockSkew(world.db)).toMatchObject({ skewMs: -90_000 });
  await askAt(clock.now());
  expect(clockSkew(world.db)).toMatchObject({ skewMs: 0 });
});

test('a clock that is wrong is told once, and once more when it goes wrong again', async () => {
  const { told, askAt, clock, world } = await skewedWorld();
  await askAt(start - 5 * minute);
  expect(told).toMatchObject([{ workspaceId: wsp, accountId: acc, skewMs: 5 * minute }]);
  clock.advance(20 * minute);
  await askAt(clock.now() - 6 * minute);
  await askAt(clock.now() - 90_000);
  await askAt(clock.now() - 5 * minute);
  expect(told).toHaveLength(1);
  await askAt(clock.now());
  await askAt(clock.now() + 5 * minute);
  expect(told).toHaveLength(2);
  expect(world.changes).toContainEqual({ topic: 'health', workspaceId: null, id: null });
});

test('the practice network has a clock of its own', async () => {
  const { told, askAt, world } = await skewedWorld();
  world.db.write(() => world.db.sql(`UPDATE workspace SET kind = 'practice'`).run());
  await askAt(start - 60 * minute);
  expect(clockSkew(world.db)).toBeNull();
  expect(told).toEqual([]);
});
