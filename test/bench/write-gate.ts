import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { createGateMemory, openGate } from '../../src/engine/db/gate.ts';
import type { GateMemory } from '../../src/engine/db/gate.ts';
import { openDatabase } from '../../src/engine/db/open.ts';
import type { Row } from './row.ts';
import { withScratch } from './scratch.ts';
import { measured, percentile } from './statistics.ts';

const runs = 3;
const waits = z.array(z.number());

/** What a writing thread is told. */
export interface WriterTask {
  readonly file: string;
  /** Null: no gate, SQLite's own busy handler alone. */
  readonly memory: GateMemory | null;
  readonly seat: number;
  /** Writes without a pause, or now and then as an app does. */
  readonly flatOut: boolean;
}

/** How long two ordinary threads wait for their turn to write while a third writes without a pause. */
export async function measureWriteGate(): Promise<readonly Row[]> {
  return await withScratch(async (directory) => {
    const gated = await perRun((run) => waitsOf(join(directory, `gate-${run}.db`), createGateMemory()));
    const ungated = await perRun((run) => waitsOf(join(directory, `none-${run}.db`), null));
    const row = (name: string, share: number): Row => ({
      name: `wait to write beside a flat-out writer, ${name}`,
      unit: 'ms',
      measured: measured(gated.map((waits) => percentile(waits, share))),
      yardsticks: [
        { name: 'without the gate', measured: measured(ungated.map((waits) => percentile(waits, share))) },
      ],
    });
    return [row('p99', 0.99), row('longest', 1)];
  });
}

async function perRun(measure: (run: number) => Promise<number[]>): Promise<number[][]> {
  const all: number[][] = [];
  for (let run = 0; run < runs; run += 1) all.push(await measure(run));
  return all;
}

async function waitsOf(file: string, memory: GateMemory | null): Promise<number[]> {
  const db = openDatabase({ file, gate: openGate(createGateMemory(), 1) });
  db.sql(`CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT`).run();
  db.close();
  const start = (seat: number, flatOut: boolean): Worker => {
    const task: WriterTask = { file, memory, seat, flatOut };
    return new Worker(join(import.meta.dirname, 'writer-child.ts'), { workerData: task });
  };
  const flatOut = start(1, true);
  await once(flatOut, 'message');
  const others = [2, 3].map((seat) => start(seat, false));
  const answers = await Promise.all(others.map((worker) => once(worker, 'message')));
  await Promise.all([flatOut, ...others].map((worker) => worker.terminate()));
  return answers.flatMap(([answer]) => waits.parse(answer));
}
