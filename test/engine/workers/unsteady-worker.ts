import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openGate } from '../../../src/engine/db/gate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import type { FromThread, ThreadData, ToThread } from '../../../src/engine/workers/protocol.ts';
import { misdeeds } from './misdeeds.ts';

/** A thread that dies when it is woken, is silent otherwise, and obeys a stop unless it was made deaf. */
const port = parentPort;
const data = workerData as ThreadData;
let deaf = false;
const tell = (message: FromThread) => port?.postMessage(message);
const loop = (): never => {
  for (;;);
};

function misbehave(misdeed: number): void {
  switch (misdeed) {
    case misdeeds.fail:
      throw new Error('A thread fails.');
    case misdeeds.loop:
      return loop();
    case misdeeds.loopWhileWriting: {
      const db = openDatabase({ file: join(data.data, 'ocma.db'), gate: openGate(data.gate, data.seat) });
      return db.write(() => {
        db.sql(`CREATE TABLE begun (id INTEGER) STRICT`).run();
        tell({ type: 'heartbeat' });
        return loop();
      });
    }
    case misdeeds.beat:
      return tell({ type: 'heartbeat' });
    default:
      deaf = true;
  }
}

port?.on('message', (message: ToThread) => {
  if (message.type === 'begin') tell({ type: 'ready' });
  if (message.type === 'wake') process.exit(3);
  if (message.type === 'vault_key') misbehave(message.key[0] ?? misdeeds.beDeaf);
  if (message.type === 'stop' && !deaf) port.close();
});
