import { join } from 'node:path';
import type { Database } from '../../src/engine/db/database.ts';
import { openBenchQueue } from './bench-queue.ts';
import type { BenchQueue } from './bench-queue.ts';
import type { Row, Yardstick } from './row.ts';
import { withScratch } from './scratch.ts';
import { measured } from './statistics.ts';

const few = 1_000;
const many = 1_000_000;
/** How many jobs are claimed and completed at a time, and how often that is repeated. */
const sample = 200;
const rounds = 5;
const atMostTimes = 1.5;
const dayMs = 86_400_000;

/** What the table is full of while the same few jobs are due. */
const mixes = {
  'jobs of the future': { state: 'ready', dueIn: dayMs, account: 'acc_7', pausedUntilIn: 0 },
  'jobs that are done': { state: 'done', dueIn: -dayMs, account: 'acc_7', pausedUntilIn: 0 },
  'due jobs of a paused account': { state: 'ready', dueIn: -60_000, account: 'acc_0', pausedUntilIn: dayMs },
} as const;
type Mix = (typeof mixes)[keyof typeof mixes];

/** Whether claiming a job costs the same in a full table as in a small one. */
export async function measureGrowth(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [name, mix] of Object.entries(mixes)) {
    await withScratch(async (directory) => {
      const small = await openFilled(join(directory, 'small'), mix, few);
      const large = await openFilled(join(directory, 'large'), mix, many);
      const times: { small: number[]; large: number[] } = { small: [], large: [] };
      await perJob(small);
      await perJob(large);
      for (let round = 0; round < rounds; round += 1) {
        times.small.push(await perJob(small));
        times.large.push(await perJob(large));
      }
      small.close();
      large.close();
      const yardstick: Yardstick = {
        name: `beside ${few.toLocaleString('en-US')} of them`,
        measured: measured(times.small),
        ratio: measured(times.large.map((time, round) => time / (times.small[round] ?? Number.NaN))),
        target: { limit: atMostTimes, better: 'less' },
      };
      rows.push({
        name: `claim and complete beside ${many.toLocaleString('en-US')} ${name}`,
        unit: 'µs',
        measured: measured(times.large),
        yardsticks: [yardstick],
      });
    });
  }
  return rows;
}

async function openFilled(directory: string, mix: Mix, jobs: number): Promise<BenchQueue> {
  const queue = await openBenchQueue(directory, { deliveries: 1_000 });
  const { db } = queue;
  // The time of a sync would hide that of a claim; a bench's file need not outlive the machine.
  db.sql('PRAGMA synchronous = OFF').run();
  fill(db, mix, jobs);
  db.sql('PRAGMA wal_checkpoint(TRUNCATE)').get();
  return queue;
}

/** Adds the jobs by the table's own columns, in bulk, because a million calls would take minutes. */
function fill(db: Database, mix: Mix, jobs: number): void {
  const now = Date.now();
  if (mix.pausedUntilIn > 0) {
    db.sql(`UPDATE account SET paused_until = :until, pause_reason = 'rate_limited' WHERE id = :id`).run({
      until: now + mix.pausedUntilIn,
      id: mix.account,
    });
  }
  db.sql(`WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < :jobs)
    INSERT INTO job (id, workspace_id, queue, kind, subject_id, platform, account_id, state, due_at, run_at, created_at, finished_at)
    SELECT printf('job_%09d', n), 'wsp_bench', 'publisher', 'nothing', 'other_' || n, 'x', :account, :state, :due + n, :due + n, :due,
      CASE WHEN :state = 'done' THEN :due END FROM number`).run({
    jobs,
    account: mix.account,
    state: mix.state,
    due: now + mix.dueIn,
  });
}

/** Microseconds that a job takes to be claimed and completed, one at a time. */
async function perJob(queue: BenchQueue): Promise<number> {
  // Accounts that hold none of the other jobs.
  const due = Date.now();
  await queue.add(Array.from({ length: sample }, (_, index) => ({ delivery: 100 + index, runAt: due })));
  const start = performance.now();
  await queue.run(sample, 1);
  return ((performance.now() - start) * 1_000) / sample;
}
