import { expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../../src/engine/db/database.ts';
import type { JobContext, JobHandler } from '../../../src/engine/queue/handler.ts';
import type { Job } from '../../../src/engine/queue/job.ts';
import type { Limits } from '../../../src/engine/queue/limits.ts';
import type { Outcome } from '../../../src/engine/queue/outcome.ts';
import { createRunner } from '../../../src/engine/queue/runner.ts';
import type { Runner } from '../../../src/engine/queue/runner.ts';
import { createRandom } from '../../../src/engine/system/random.ts';
import { createTestClock } from '../../support/clock.ts';
import type { TestClock } from '../../support/clock.ts';
import { publishJob, startQueue } from './queue-world.ts';
import type { QueueWorld } from './queue-world.ts';

/** One run of the handler: the test says when and how it ends. */
interface Run {
  readonly job: Job;
  readonly signal: AbortSignal;
  readonly context: JobContext;
  end(outcome?: Outcome): void;
}

interface Running extends QueueWorld {
  readonly runner: Runner;
  readonly clock: TestClock;
  readonly runs: Run[];
  readonly log: string[];
  limits: Limits;
  /** Sets the wall clock, and no other, to so many milliseconds from where it was. */
  setWall(byMs: number): void;
  /** Until what has been asked for so far is written and what follows from it has begun. */
  settled(): Promise<void>;
  states(): unknown[];
}

async function startRunner(
  options: {
    mostPreparing?: number;
    longestMs?: number;
    record?: JobHandler['record'];
    db?: (db: Database) => Database;
  } = {},
): Promise<Running> {
  const world = await startQueue();
  const clock = createTestClock(1_000_000);
  const db = options.db?.(world.db) ?? world.db;
  const runs: Run[] = [];
  const log: string[] = [];
  let wall = 0;
  const write = (_details: unknown, message: string) => void log.push(message);
  const running: Running = {
    ...world,
    clock,
    runs,
    log,
    limits: { overall: 64, perPlatform: 32, perAccount: 1 },
    runner: createRunner({
      db,
      ports: {
        clock: { ...clock, now: () => clock.now() + wall },
        random: { ...createRandom(), fraction: () => 0 },
        log: { debug: write, info: write, warn: write, error: write },
      },
      newId: world.newId,
      queue: 'publisher',
      holder: 'run',
      get limits() {
        return running.limits;
      },
      ...(options.mostPreparing === undefined ? {} : { mostPreparing: options.mostPreparing }),
      handlers: new Map([
        [
          'publish',
          {
            kind: 'publish',
            ...(options.longestMs === undefined ? {} : { longestMs: options.longestMs }),
            run: (job, signal, context) =>
              new Promise((resolve) =>
                runs.push({ job, signal, context, end: (outcome = { kind: 'done' }) => resolve(outcome) }),
              ),
            ...(options.record === undefined ? {} : { record: options.record }),
          },
        ],
      ]),
    }),
    setWall: (byMs) => void (wall = byMs),
    async settled() {
      for (let turn = 0; turn < 6; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
    },
    states: () =>
      world.db.sql(`SELECT subject_id AS subject, state, last_code AS code FROM job ORDER BY id`).all(),
  };
  onTestFinished(async () => {
    for (const run of runs) run.end();
    await running.runner.stop();
  });
  return running;
}

const begun = ({ runs }: Running): string[] => runs.map(({ job }) => job.subjectId);
const alone = (subjectId: string) => ({ ...publishJob(subjectId, 1), accountId: null });

test('only so many are prepared at once, while any number may wait for an answer', async () => {
  const running = await startRunner({ mostPreparing: 2 });
  running.add(...['one', 'two', 'three', 'four', 'five'].map(alone));
  running.runner.start();
  await running.settled();
  expect(begun(running)).toEqual(['one', 'two']);
  running.runs[0]?.context.onTheWire();
  running.runs[0]?.context.onTheWire();
  await running.settled();
  expect(begun(running)).toEqual(['one', 'two', 'three']);
  running.runs[1]?.end();
  await running.settled();
  expect(begun(running)).toEqual(['one', 'two', 'three', 'four']);
});

test('what ends together leaves its room to the next claim, all of it', async () => {
  const running = await startRunner();
  running.limits = { overall: 3, perPlatform: 9, perAccount: 1 };
  running.add(...['1', '2', '3', '4', '5', '6'].map(alone));
  running.runner.start();
  await running.settled();
  for (const run of running.runs) run.end();
  await running.settled();
  expect(begun(running)).toEqual(['1', '2', '3', '4', '5', '6']);
});

test('what becomes due while a claim is being written is not slept over', async () => {
  const running = await startRunner();
  running.add(publishJob('one', 1), publishJob('two', running.clock.now() + 1, 'b'));
  running.runner.start();
  // The claim has looked, and its promise has not been answered yet.
  void running.db.writeTogether(() => running.clock.advance(2), 'last');
  await running.settled();
  running.clock.advance(1);
  await running.settled();
  expect(begun(running)).toEqual(['one', 'two']);
});

test('another limit counts from the next claim on', async () => {
  const running = await startRunner();
  running.limits = { overall: 1, perPlatform: 9, perAccount: 1 };
  running.add(...['one', 'two', 'three'].map(alone));
  running.runner.start();
  await running.settled();
  expect(begun(running)).toEqual(['one']);
  running.limits = { ...running.limits, overall: 9 };
  running.runner.wake();
  await running.settled();
  expect(begun(running)).toEqual(['one', 'two', 'three']);
});

test('it sleeps until the next job is due and wakes by itself', async () => {
  const running = await startRunner();
  running.add(publishJob('soon', running.clock.now() + 7_000));
  running.runner.start();
  running.clock.advance(6_999);
  await running.settled();
  expect(begun(running)).toEqual([]);
  running.clock.advance(1);
  await running.settled();
  expect(begun(running)).toEqual(['soon']);
});

test('what is due but must wait is not looked at again and again', async () => {
  const running = await startRunner();
  running.add(publishJob('one', 1), publishJob('two', 2));
  running.runner.start();
  await running.settled();
  let reads = 0;
  const { now } = running.clock;
  Object.assign(running.clock, { now: () => ((reads += 1), now()) });
  running.clock.advance(29_000);
  await running.settled();
  expect(begun(running)).toEqual(['one']);
  expect(reads).toBeLessThan(5);
});

test('a claim stays with its living holder whatever the wall clock does', async () => {
  const running = await startRunner();
  running.add(publishJob('one', 1));
  running.runner.start();
  await running.settled();
  for (const byMs of [86_400_000, -86_400_000, 0]) {
    running.setWall(byMs);
    running.runner.wake();
    await running.settled();
  }
  expect(begun(running)).toEqual(['one']);
  expect(running.log.filter((line) => line.startsWith('the clock was changed'))).toHaveLength(3);
  running.runs[0]?.end();
  await running.settled();
  expect(running.states()).toEqual([{ subject: 'one', state: 'done', code: null }]);
});

test('what was put off by a clock that was wrong runs when the right one says', async () => {
  const running = await startRunner();
  running.setWall(86_400_000);
  running.add(publishJob('one', 1));
  running.runner.start();
  await running.settled();
  running.runs[0]?.end({ kind: 'retry', code: 'unavailable', detail: '', retryAt: null });
  await running.settled();
  running.setWall(0);
  running.clock.advance(30_000);
  await running.settled();
  expect(begun(running)).toEqual(['one', 'one']);
});

test('work that does not come to an end is tried again, and what it says later changes nothing', async () => {
  const running = await startRunner({ longestMs: 60_000 });
  running.add(publishJob('one', 1));
  running.runner.start();
  await running.settled();
  running.clock.advance(60_000);
  expect(running.runs[0]?.signal.aborted).toBe(true);
  expect(running.states()).toMatchObject([{ state: 'running' }]);
  running.clock.advance(30_000);
  await running.settled();
  expect(running.states()).toMatchObject([{ state: 'ready', code: 'internal' }]);
  running.runs[0]?.end();
  await running.settled();
  expect(running.states()).toMatchObject([{ state: 'ready' }]);
  running.clock.advance(30_000);
  await running.settled();
  expect(begun(running)).toEqual(['one', 'one']);
});

test('an outcome that the disk does not take is written when it does', async () => {
  let full = false;
  const running = await startRunner({
    db: (db) => ({
      ...db,
      get open() {
        return db.open;
      },
      writeTogether: (work, order) =>
        full
          ? Promise.reject(Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }))
          : db.writeTogether(work, order),
    }),
  });
  running.add(publishJob('one', 1));
  running.runner.start();
  await running.settled();
  full = true;
  running.runs[0]?.end();
  await running.settled();
  expect(running.states()).toMatchObject([{ state: 'running' }]);
  full = false;
  running.clock.advance(1_000);
  await running.settled();
  expect(running.states()).toMatchObject([{ state: 'done' }]);
  expect(begun(running)).toEqual(['one']);
});

test('an outcome that cannot be written for what it is ends as a failed attempt, and others beside it are written', async () => {
  const running = await startRunner({
    record(job, outcome) {
      if (job.subjectId === 'wrong' && outcome.kind === 'done') throw new Error('no such delivery');
    },
  });
  running.add(alone('wrong'), alone('right'));
  running.runner.start();
  await running.settled();
  for (const run of running.runs) run.end();
  await running.settled();
  expect(running.states()).toEqual([
    { subject: 'wrong', state: 'ready', code: 'internal' },
    { subject: 'right', state: 'done', code: null },
  ]);
});

test('stopping waits for what runs and gives back what nobody has begun', async () => {
  const running = await startRunner();
  running.add(publishJob('one', 1));
  running.runner.start();
  await running.settled();
  running.add(publishJob('two', 1, 'b'));
  running.runner.wake();
  const stopped = running.runner.stop();
  expect(running.runs[0]?.signal.aborted).toBe(true);
  running.runs[0]?.end({ kind: 'later', at: 5, code: 'stopped', detail: '' });
  await stopped;
  expect(begun(running)).toEqual(['one']);
  expect(running.states()).toMatchObject([
    { subject: 'one', state: 'ready', code: 'stopped' },
    { subject: 'two', state: 'ready' },
  ]);
});
