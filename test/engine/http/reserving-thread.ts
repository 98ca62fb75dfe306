import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openGate } from '../../../src/engine/db/gate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import { reserve } from '../../../src/engine/http/spending.ts';

/** Puts aside ten micro-dollars as often as it is allowed to, 200 times at most, and tells how often it was. */
const { file, gate, seat, workspaceId } = z
  .object({ file: z.string(), gate: z.instanceof(SharedArrayBuffer), seat: z.int(), workspaceId: z.string() })
  .parse(workerData);
const db = openDatabase({ file, gate: openGate(gate, seat) });
let granted = 0;
for (let time = 0; time < 200; time += 1) {
  const expense = {
    id: `exp_${seat}_${time}`,
    workspaceId,
    accountId: null,
    platform: 'x',
    operation: 'posts.create',
    micros: 10,
  };
  if (reserve(db, expense, Date.UTC(2026, 10, 2))) granted += 1;
}
db.close();
parentPort?.postMessage(granted);
