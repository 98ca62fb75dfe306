import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openGate } from '../../../src/engine/db/gate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import { admit } from '../../../src/engine/http/breakers.ts';
import { createTestClock } from '../../support/clock.ts';

/** Asks once for each operation, each time at the same moment as the other thread, and tells which it may try. */
const { file, gate, seat, name, operations, meeting, now } = z
  .object({
    file: z.string(),
    gate: z.instanceof(SharedArrayBuffer),
    seat: z.int(),
    name: z.object({ origin: z.string(), platform: z.string(), practice: z.boolean() }),
    operations: z.array(z.string()),
    meeting: z.instanceof(SharedArrayBuffer),
    now: z.number(),
  })
  .parse(workerData);
const db = openDatabase({ file, gate: openGate(gate, seat) });
const clock = createTestClock(now);
const arrived = new Int32Array(meeting);
const admitted = operations.filter((operation, index) => {
  Atomics.add(arrived, 0, 1);
  while (Atomics.load(arrived, 0) < (index + 1) * 2);
  return admit({ db, clock }, { ...name, operation }, `ticket_${seat}_${index}`, 30_000).kind === 'go';
});
db.close();
parentPort?.postMessage(admitted);
