import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openGate } from '../../../src/engine/db/gate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import { createCache, createCacheMemory, generationOf } from '../../../src/engine/http/cache.ts';
import type { CallFacts } from '../../../src/engine/http/call-facts.ts';

/**
 * `write`: in each round makes what is kept out of date, keeps the round's number, and writes it on the board once that
 * is committed. `read`: looks again and again until the writer is done, and counts answers older than the board.
 */
const { file, gate, seat, part, rounds, board, accountId, now } = z
  .object({
    file: z.string(),
    gate: z.instanceof(SharedArrayBuffer),
    seat: z.int(),
    part: z.enum(['write', 'read']),
    rounds: z.int(),
    board: z.instanceof(SharedArrayBuffer),
    accountId: z.string(),
    now: z.number(),
  })
  .parse(workerData);
const db = openDatabase({ file, gate: openGate(gate, seat) });
const cache = createCache(db, createCacheMemory());
const call: CallFacts = {
  operation: 'posts.list',
  endpoint: 'api',
  method: 'GET',
  path: '/2/users/1/tweets',
  effect: 'read',
  costMicros: 0,
  cacheMs: 60_000,
};
const cells = new Int32Array(board);
const looks = { looks: 0, late: 0, memory: 0 };

function writeRound(round: number): void {
  db.write(() => {
    cache.invalidate(accountId);
    const generation = generationOf(db, accountId);
    cache.keep(accountId, { call, text: String(round), etag: null, lastModified: null, generation }, now);
  });
  Atomics.store(cells, 0, round);
  // A moment for the readers, so that they also look twice at the same answer.
  Atomics.wait(cells, 1, 0, 1);
}

function lookOnce(): void {
  const committed = Atomics.load(cells, 0);
  const found = cache.look(accountId, call, now);
  looks.looks += 1;
  if (found === null) {
    if (committed > 0) looks.late += 1;
    return;
  }
  if (found.layer === 'memory') looks.memory += 1;
  if (found.fresh && Number(found.body) < committed) looks.late += 1;
}

if (part === 'write') for (let round = 1; round <= rounds; round += 1) writeRound(round);
else while (Atomics.load(cells, 0) < rounds) lookOnce();
db.close();
parentPort?.postMessage(looks);
