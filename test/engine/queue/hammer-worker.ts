import { parentPort, workerData } from 'node:worker_threads';
import { createGateMemory, openGate } from '../../../src/engine/db/gate.ts';
import type { GateMemory } from '../../../src/engine/db/gate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import { createRunner } from '../../../src/engine/queue/runner.ts';
import { createClock } from '../../../src/engine/system/clock.ts';
import { createIds } from '../../../src/engine/system/ids.ts';
import { createRandom } from '../../../src/engine/system/random.ts';

export interface HammerTask {
  readonly file: string;
  /** Null: a gate of its own, as another program would have none of ours. */
  readonly memory: GateMemory | null;
  readonly seat: number;
  /** Dies with the job of that number, which it has claimed and not finished. */
  readonly diesWith?: number;
}

/** Runs what it can claim and says which; when it is told, stops. */
const { diesWith, file, memory, seat } = workerData as HammerTask;
const clock = createClock();
const random = createRandom();
let begun = 0;
const silent = () => undefined;
const db = openDatabase({ file, gate: openGate(memory ?? createGateMemory(), seat) });
const runner = createRunner({
  db,
  ports: { clock, random, log: { debug: silent, info: silent, warn: silent, error: silent } },
  newId: createIds(clock, random),
  queue: 'publisher',
  holder: `run${seat}`,
  limits: { overall: 64, perPlatform: 32, perAccount: 1 },
  handlers: new Map([
    [
      'publish',
      {
        kind: 'publish',
        run(job) {
          begun += 1;
          if (begun === diesWith) process.exit(3);
          parentPort?.postMessage(job.subjectId);
          return Promise.resolve({ kind: 'done' });
        },
      },
    ],
  ]),
});
parentPort?.on('message', (message) => {
  if (message === 'go') runner.start();
  if (message === 'stop') {
    void runner.stop().then(() => {
      db.close();
      parentPort?.close();
    });
  }
});
parentPort?.postMessage('ready');
