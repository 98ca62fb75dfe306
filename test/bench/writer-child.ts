import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { WriteGate } from '../../src/engine/db/gate.ts';
import { openGate } from '../../src/engine/db/gate.ts';
import { openDatabase } from '../../src/engine/db/open.ts';
import type { WriterTask } from './write-gate.ts';

const patienceMs = 10_000;
const forMs = 4_000;
const rows = 100;

const { file, memory, seat, flatOut } = workerData as WriterTask;
const noGate: WriteGate = {
  enter: () => undefined,
  enterAside: (_timeoutMs, entered) => Promise.resolve(entered()),
  leave: () => undefined,
};
const db = openDatabase({
  file,
  gate: memory === null ? noGate : openGate(memory, seat),
  gateTimeoutMs: patienceMs,
});
const insert = db.sql(`INSERT INTO line (text) VALUES (:text)`);

if (flatOut) {
  parentPort?.postMessage('writing');
  for (;;) {
    db.write(() => {
      for (let row = 0; row < rows; row += 1) insert.run({ text: 'a line of some length, as rows have' });
    });
  }
}

const waits: number[] = [];
const until = performance.now() + forMs;
while (performance.now() < until) {
  const asked = performance.now();
  try {
    db.write(() => {
      waits.push(performance.now() - asked);
      insert.run({ text: 'one line' });
    });
  } catch {
    // Gave up after the busy time-out: the wait was at least this long.
    waits.push(performance.now() - asked);
  }
  await pause(10);
}
parentPort?.postMessage(waits);
