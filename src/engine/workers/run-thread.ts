import { parentPort, workerData } from 'node:worker_threads';
import { createThreadEngine } from '../thread-engine.ts';
import type { CreateJobs, ThreadEngine } from '../thread-engine.ts';
import { heartbeatMs } from './protocol.ts';
import type { FromThread, ThreadData, ToThread } from './protocol.ts';
import { createThreadPorts } from './thread-ports.ts';

/** The life of a worker thread: build ports, touch the data once told to begin, answer messages, stop when asked. */
export function runThread(createJobs: CreateJobs): void {
  const port = parentPort;
  if (port === null) throw new Error('This file is the entry of a worker thread.');
  const data = workerData as ThreadData;
  const tell = (message: FromThread) => port.postMessage(message);
  let engine: ThreadEngine | null = null;

  const beat = setInterval(() => tell({ type: 'heartbeat' }), heartbeatMs);
  const stop = async (): Promise<void> => {
    clearInterval(beat);
    try {
      await engine?.stop();
    } finally {
      tell({ type: 'stopped' });
      port.close();
    }
  };
  port.on('message', (message: ToThread) => {
    switch (message.type) {
      case 'begin':
        engine = createThreadEngine(createThreadPorts(data, tell), { ...data, createJobs, tell });
        engine.start();
        tell({ type: 'ready' });
        return;
      case 'wake':
        engine?.wake();
        return;
      case 'vault_key':
        engine?.setVaultKey(message.key);
        return;
      case 'stop':
        void stop();
    }
  });
}
