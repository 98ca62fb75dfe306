import { MessagePort, parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { callMedians } from './call-medians.ts';

// The caller's side of a port whose other end the main thread serves.
const { port, rounds } = z.object({ port: z.instanceof(MessagePort), rounds: z.int() }).parse(workerData);
port.start();
parentPort?.postMessage(await callMedians(port, rounds));
