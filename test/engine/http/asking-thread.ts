import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openGate } from '../../../src/engine/db/gate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import { admit } from '../../../src/engine/http/breakers.ts';
import { createTestClock } from '../../support/clock.ts';

/** Asks 100 times whether a request may leave, and tells how often it might. */
const { file, gate, seat, name, now } = z
  .object({
    file: z.string(),
    gate: z.instanceof(SharedArrayBuffer),
    seat: z.int(),
    now: z.number(),
    name: z.object({
      origin: z.string(),
      platform: z.string(),
      operation: z.string(),
      practice: z.boolean(),
    }),
  })
  .parse(workerData);
const db = openDatabase({ file, gate: openGate(gate, seat) });
const clock = createTestClock(now);
let admitted = 0;
for (let time = 0; time < 100; time += 1) {
  if (admit({ db, clock }, name, `ticket_${seat}_${time}`, 30_000).kind === 'go') admitted += 1;
}
db.close();
parentPort?.postMessage(admitted);
