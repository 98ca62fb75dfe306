import { once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import { z } from 'zod';
import { createEngine } from '../../src/engine/engine.ts';
import { createClock, realTime } from '../../src/engine/system/clock.ts';
import { transportErrors } from '../../src/host/transport-errors.ts';
import { quietPorts } from '../support/quiet-ports.ts';
import { callMedians, procedures } from './call-medians.ts';
import type { ProcedureName } from './call-medians.ts';
import type { Row } from './row.ts';
import { withScratch } from './scratch.ts';
import { bestOf } from './statistics.ts';

const rounds = 7;
const answer = z.record(z.enum(procedures), z.array(z.number()));

/** A call of the contract over a MessagePort, as the desktop's window makes it: input and output validated. */
export async function measureContractCalls(): Promise<readonly Row[]> {
  return await withScratch(async (data) => {
    const ports = quietPorts({ data, clock: createClock(realTime), url: 'http://127.0.0.1:9' });
    const engine = createEngine(ports, { role: 'main', threads: 'inline' });
    await engine.start();
    try {
      const handler = new RPCHandler(engine.router, transportErrors(ports.log));
      const serve = (port: MessagePort): void => {
        handler.upgrade(port, { context: { actor: 'user' } });
        port.start();
      };
      const oneThread = await withinOneThread(serve);
      const twoThreads = await betweenThreads(serve);
      return procedures.flatMap((name) => [
        row(`${name} over a MessagePort, two threads`, twoThreads[name] ?? []),
        row(`${name} over a MessagePort, one thread`, oneThread[name] ?? []),
      ]);
    } finally {
      await engine.stop();
    }
  });
}

type Serve = (port: MessagePort) => void;

async function withinOneThread(serve: Serve): Promise<Partial<Record<ProcedureName, number[]>>> {
  const { port1, port2 } = new MessageChannel();
  serve(port1);
  port2.start();
  const medians = await callMedians(port2, rounds);
  port2.close();
  return medians;
}

async function betweenThreads(serve: Serve): Promise<Partial<Record<ProcedureName, number[]>>> {
  const { port1, port2 } = new MessageChannel();
  serve(port1);
  const worker = new Worker(join(import.meta.dirname, 'call-child.ts'), {
    workerData: { port: port2, rounds },
    transferList: [port2],
  });
  const [medians] = await once(worker, 'message');
  await worker.terminate();
  return answer.parse(medians);
}

function row(name: string, medians: readonly number[]): Row {
  return { name, unit: 'µs', measured: bestOf(medians, medians), target: { limit: 150, better: 'less' } };
}
