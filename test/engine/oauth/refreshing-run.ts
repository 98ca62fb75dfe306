import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openGate, createGateMemory } from '../../../src/engine/db/gate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import { createTokens } from '../../../src/engine/oauth/tokens.ts';
import { findPlatform } from '../../../src/engine/platforms/registry.ts';
import type { Clock } from '../../../src/engine/ports.ts';
import { createClock } from '../../../src/engine/system/clock.ts';
import { createIds } from '../../../src/engine/system/ids.ts';
import { createRandom } from '../../../src/engine/system/random.ts';
import { createVault } from '../../../src/engine/vault/vault.ts';

/**
 * Asks for the token of `acc_1`: as a worker thread it posts the answer, and
 * `waiting` while another thread refreshes; as a process of its own it kills itself at the
 * moment the token endpoint has answered.
 */
const given: unknown = isMainThread ? JSON.parse(process.argv[2] ?? '') : workerData;
const { file, gate, seat } = z
  .object({ file: z.string(), gate: z.instanceof(SharedArrayBuffer).optional(), seat: z.int() })
  .parse(given);
const realClock = createClock();
const clock: Clock = {
  ...realClock,
  setTimer(delayMs, run) {
    // The short timer is that of a thread that waits for another's refresh.
    if (delayMs < 1_000) parentPort?.postMessage('waiting');
    return realClock.setTimer(delayMs, run);
  },
};
const db = openDatabase({ file, gate: openGate(gate ?? createGateMemory(), seat) });
const vault = createVault({
  db,
  keyPort: { kind: 'none', load: () => Promise.resolve(null), derive: () => Promise.reject(new Error()) },
  practiceKey: new Uint8Array(32),
  clock,
});
vault.setKey(new Uint8Array(32).fill(9));
const dying: typeof fetch = async (...request) => {
  const response = await fetch(...request);
  await response.clone().text();
  process.kill(process.pid, 'SIGKILL');
  return response;
};
const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const host = { kind: 'web', version: '1', endpoints: {}, developerApps: {} } as const;
const tokens = createTokens({
  db,
  vault,
  ports: { clock, log, host, fetch: isMainThread ? dying : fetch },
  findPlatform,
  newId: createIds(clock, createRandom()),
  emit: () => {},
});
const answer = await tokens.get('acc_1');
db.close();
parentPort?.postMessage(answer);
