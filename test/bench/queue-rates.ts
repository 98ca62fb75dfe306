import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBareTable } from './bare-table.ts';
import { openBullContender } from './bull.ts';
import type { Contender } from './contender.ts';
import { openOwnContender } from './own-contender.ts';
import { openPlainJob } from './plain-job.ts';
import { redisSettings, withRedis } from './redis.ts';
import type { Durability } from './redis.ts';
import type { Report, Row, Yardstick } from './row.ts';
import { withScratch } from './scratch.ts';
import { measured } from './statistics.ts';
import type { Synchronous } from './synchronous.ts';

const rounds = 3;
const batch = 100;
const inBulk = 2_000;
/** How many are under way, and how many jobs that takes to measure. */
const flights = [
  { inFlight: 1, jobs: 400 },
  { inFlight: 10, jobs: 1_000 },
  { inFlight: 50, jobs: 2_000 },
] as const;

type Kind = 'add' | 'bulk' | 'complete' | 'endToEnd';
/** Jobs a second of each round, by kind and number in flight. */
type Rates = Map<string, number[]>;

const names: Record<Kind, string> = {
  add: 'enqueue one by one',
  bulk: `enqueue in bulk, ${batch} at a time`,
  complete: 'claim and complete',
  endToEnd: 'end to end',
};

/** What is asked of us at FULL, beside the bare table and beside BullMQ with every write synced. */
const targets: Readonly<Record<string, { bare?: number; bull?: number }>> = {
  'add 1': { bare: 0.75, bull: 2 },
  'add 50': { bull: 1.5 },
  bulk: { bare: 0.4, bull: 5 },
  'complete 1': { bare: 0.4, bull: 2 },
  'complete 10': { bare: 0.4 },
  'complete 50': { bare: 0.4, bull: 1.5 },
  'endToEnd 1': { bull: 2 },
  'endToEnd 50': { bull: 1.5 },
};

/** How fast jobs are added and run: ours, a bare table, plainjob, and BullMQ on Redis, in turns. */
export async function measureQueue(): Promise<Report> {
  return await withScratch(async (directory) => {
    const full = await level(join(directory, 'full'), 'FULL', 'always');
    const normal = await level(join(directory, 'normal'), 'NORMAL', 'everysec');
    return { rows: [...full.rows, ...normal.rows], notes: [...full.notes, ...normal.notes] };
  });
}

async function level(directory: string, synchronous: Synchronous, durability: Durability): Promise<Report> {
  mkdirSync(directory, { recursive: true });
  return await withRedis(join(directory, 'redis'), durability, async (port) => {
    const bull = await openBullContender(
      port,
      `BullMQ 6, appendfsync ${durability}`,
      `BullMQ 6.7, redis-server ${redisSettings(durability).join(' ')}, ioredis, one worker, keeps the last 1,000 done`,
    );
    const all = [
      await openOwnContender(join(directory, 'own'), synchronous),
      openBareTable(directory, synchronous),
      openPlainJob(directory, synchronous),
      bull,
    ];
    const rates = all.map(() => new Map<string, number[]>());
    // Code is compiled and the files have their size before anything counts.
    for (const contender of all) await round(contender, new Map(), 4);
    for (let turn = 0; turn < rounds; turn += 1) {
      for (const [index, contender] of all.entries()) await round(contender, rates[index] ?? new Map(), 1);
    }
    for (const contender of all) await contender.close();
    return {
      rows: [...(rates[0] ?? new Map<string, number[]>()).keys()].map((key) =>
        rowOf(key, synchronous, all, rates),
      ),
      notes: all.map(({ name, settings }) => `${name}: ${settings}.`),
    };
  });
}

/** Everything once, with a share of the jobs. */
async function round(contender: Contender, rates: Rates, share: number): Promise<void> {
  const note = (key: string, jobs: number, ms: number): void => {
    rates.set(key, [...(rates.get(key) ?? []), (jobs * 1_000) / ms]);
  };
  const each = flights.map(({ inFlight, jobs }) => ({ inFlight, jobs: jobs / share }));
  const completed: [string, number, number][] = [];
  for (const { inFlight, jobs } of each) {
    note(`add ${inFlight}`, jobs, await contender.add(jobs, inFlight));
    completed.push([`complete ${inFlight}`, jobs, await contender.complete(jobs, inFlight)]);
  }
  note('bulk', inBulk / share, await contender.addInBulk(inBulk / share, batch));
  await contender.complete(inBulk / share, batch);
  for (const args of completed) note(...args);
  for (const { inFlight, jobs } of each)
    note(`endToEnd ${inFlight}`, jobs, await contender.endToEnd(jobs, inFlight));
}

function rowOf(
  key: string,
  synchronous: Synchronous,
  all: readonly Contender[],
  rates: readonly Rates[],
): Row {
  const [kind = '', inFlight] = key.split(' ');
  const ours = rates[0]?.get(key) ?? [];
  const asked = synchronous === 'FULL' ? targets[key] : undefined;
  const yardsticks = all.slice(1).map((contender, index): Yardstick => {
    const theirs = rates[index + 1]?.get(key) ?? [];
    const limit = [asked?.bare, undefined, asked?.bull][index];
    return {
      name: contender.name,
      measured: measured(theirs),
      ratio: measured(ours.map((rate, turn) => rate / (theirs[turn] ?? Number.NaN))),
      ...(limit === undefined ? {} : { target: { limit, better: 'more' } }),
    };
  });
  return {
    name: `${names[kind as Kind]}${inFlight === undefined ? '' : `, ${inFlight} in flight`}, ${synchronous}`,
    unit: 'jobs/s',
    measured: measured(ours),
    yardsticks,
  };
}
