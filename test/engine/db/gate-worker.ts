import { parentPort, workerData } from 'node:worker_threads';
import { openGate } from '../../../src/engine/db/gate.ts';
import type { GateMemory } from '../../../src/engine/db/gate.ts';

interface Task {
  readonly memory: GateMemory;
  readonly counter: SharedArrayBuffer;
  readonly seat: number;
  readonly turns: number;
  /** Die inside the gate after the last turn. */
  readonly die: boolean;
}

const task = workerData as Task;
const gate = openGate(task.memory, task.seat);
const cells = new Int32Array(task.counter);
for (let turn = 0; turn < task.turns; turn += 1) {
  gate.enter(10_000);
  // Not atomic on purpose: only mutual exclusion keeps the count right.
  cells[0] = (cells[0] ?? 0) + 1;
  gate.leave();
}
if (task.die) {
  gate.enter(10_000);
  parentPort?.postMessage('inside');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
} else {
  parentPort?.postMessage('done');
}
