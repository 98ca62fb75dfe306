import { parentPort } from 'node:worker_threads';
import type { FromThread, ToThread } from '../../../src/engine/workers/protocol.ts';

/** A thread that dies when it is woken, is silent otherwise, and obeys a stop unless it was given a key. */
const port = parentPort;
let deaf = false;
const tell = (message: FromThread) => port?.postMessage(message);
port?.on('message', (message: ToThread) => {
  if (message.type === 'begin') tell({ type: 'ready' });
  if (message.type === 'wake') process.exit(3);
  if (message.type === 'vault_key') deaf = true;
  if (message.type === 'stop' && !deaf) port.close();
});
