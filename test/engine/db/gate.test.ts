import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { GateTimeout, createGateMemory, evict, openGate } from '../../../src/engine/db/gate.ts';
import type { GateMemory } from '../../../src/engine/db/gate.ts';

function start(
  memory: GateMemory,
  counter: SharedArrayBuffer,
  seat: number,
  turns: number,
  die = false,
): Worker {
  return new Worker(new URL('./gate-worker.ts', import.meta.url), {
    workerData: { memory, counter, seat, turns, die },
  });
}
const message = (worker: Worker) => new Promise<unknown>((resolve) => worker.once('message', resolve));

test('threads take turns: no update is lost', async () => {
  const memory = createGateMemory();
  const counter = new SharedArrayBuffer(4);
  const workers = [2, 3, 4].map((seat) => start(memory, counter, seat, 5_000));
  await Promise.all(workers.map(message));
  expect(new Int32Array(counter)[0]).toBe(15_000);
  await Promise.all(workers.map((worker) => worker.terminate()));
});

test('a thread that dies inside the gate blocks the others only until it is evicted', async () => {
  const memory = createGateMemory();
  const worker = start(memory, new SharedArrayBuffer(4), 2, 0, true);
  await message(worker);
  const gate = openGate(memory, 1);
  expect(() => gate.enter(50)).toThrow(GateTimeout);
  await worker.terminate();
  expect(() => gate.enter(50)).toThrow(GateTimeout);
  evict(memory, 2);
  gate.enter(50);
  gate.leave();
});

test('a waiter that gave up does not get the turn later', () => {
  const memory = createGateMemory();
  const first = openGate(memory, 1);
  const second = openGate(memory, 2);
  first.enter(10);
  expect(() => second.enter(10)).toThrow(GateTimeout);
  first.leave();
  first.enter(10);
  first.leave();
});

test('the main thread goes before those who came earlier, and they go after it', async () => {
  const memory = createGateMemory();
  const main = openGate(memory, 1);
  const holder = openGate(memory, 2);
  const early = openGate(memory, 3);
  const order: string[] = [];
  holder.enter(10);
  const waiting = [
    early.enterAside(5_000, () => {
      order.push('early');
      early.leave();
    }),
    main.enterAside(5_000, () => {
      order.push('main');
      main.leave();
    }),
  ];
  holder.leave();
  await Promise.all(waiting);
  expect(order).toEqual(['main', 'early']);
});

test('waiting aside ends, too, and a thread enters once at a time', async () => {
  const memory = createGateMemory();
  const gate = openGate(memory, 1);
  gate.enter(10);
  expect(() => gate.enter(10)).toThrow('once at a time');
  await expect(openGate(memory, 2).enterAside(20, () => undefined)).rejects.toThrow(GateTimeout);
  gate.leave();
  gate.enter(10);
  gate.leave();
});
