import { parentPort, workerData } from 'node:worker_threads';
import { createThreadEngine } from '../engine.ts';
import { heartbeatMs } from './protocol.ts';
import type { FromThread, ThreadData, ToThread } from './protocol.ts';
import { createThreadPorts } from './thread-ports.ts';

/** The life of a worker thread: build ports, start, answer messages, stop when asked. */
export async function runThread(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('This file is the entry of a worker thread.');
  const data = workerData as ThreadData;
  const tell = (message: FromThread) => port.postMessage(message);
  const ports = createThreadPorts(data, tell);
  const engine = createThreadEngine(ports, { ...data, tell });

  const beat = setInterval(() => tell({ type: 'heartbeat' }), heartbeatMs);
  port.on('message', (message: ToThread) => {
    switch (message.type) {
      case 'wake':
        engine.wake();
        return;
      case 'vault_key':
        engine.setVaultKey(message.key);
        return;
      case 'stop':
        clearInterval(beat);
        void engine.stop().finally(() => {
          tell({ type: 'stopped' });
          port.close();
        });
    }
  });
  await engine.start();
  tell({ type: 'ready' });
}
