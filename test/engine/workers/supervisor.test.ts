import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createGateMemory, openGate } from '../../../src/engine/db/gate.ts';
import type { GateMemory } from '../../../src/engine/db/gate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import type { QueueName } from '../../../src/engine/queue/job.ts';
import { createSupervisor } from '../../../src/engine/workers/supervisor.ts';
import type { Supervisor } from '../../../src/engine/workers/supervisor.ts';
import { createTestClock } from '../../support/clock.ts';
import type { TestClock } from '../../support/clock.ts';
import { temporaryDirectory } from '../../support/database.ts';
import { quietPorts } from '../../support/quiet-ports.ts';
import { misdeeds } from './misdeeds.ts';

interface Watched {
  readonly supervisor: Supervisor;
  readonly clock: TestClock;
  readonly gone: { role: QueueName; holder: string }[];
  readonly troubles: QueueName[];
  readonly directory: string;
  /** Resolves when the threads have begun, or rest. */
  readonly begun: Promise<void>;
  readonly memory: GateMemory;
  /** Resolves with the next thread that goes, that is ready, and that says it is alive. */
  nextGone(): Promise<void>;
  nextReady(): Promise<void>;
  nextBeat(): Promise<void>;
  misbehave(role: QueueName, misdeed: keyof typeof misdeeds): void;
}

async function watch(worker = 'unsteady-worker.ts'): Promise<Watched> {
  const clock = createTestClock();
  const directory = temporaryDirectory();
  const memory = createGateMemory();
  const ports = quietPorts({ data: directory, clock, url: '' });
  const gone: Watched['gone'] = [];
  const troubles: QueueName[] = [];
  const waiting = { gone: [] as (() => void)[], ready: [] as (() => void)[], beat: [] as (() => void)[] };
  let holders = 0;
  const supervisor = createSupervisor({
    ports: {
      ...ports,
      paths: { ...ports.paths, worker: () => join(import.meta.dirname, worker) },
    },
    gate: memory,
    newHolder: () => `run_${(holders += 1)}`,
    onMessage: (_role, message) => {
      if (message.type === 'ready') waiting.ready.shift()?.();
      if (message.type === 'heartbeat') waiting.beat.shift()?.();
    },
    onGone: (role, holder) => {
      gone.push({ role, holder });
      waiting.gone.shift()?.();
    },
    onTrouble: (role) => void troubles.push(role),
  });
  onTestFinished(async () => {
    await supervisor.stop();
  });
  await supervisor.launch();
  const begun = supervisor.begin();
  if (worker === 'unsteady-worker.ts') await begun;
  return {
    begun,
    supervisor,
    clock,
    gone,
    troubles,
    directory,
    memory,
    nextBeat: () => new Promise((resolve) => waiting.beat.push(resolve)),
    misbehave: (role, misdeed) =>
      supervisor.send(role, { type: 'vault_key', key: Uint8Array.of(misdeeds[misdeed]) }),
    nextGone: () => new Promise((resolve) => waiting.gone.push(resolve)),
    nextReady: () => new Promise((resolve) => waiting.ready.push(resolve)),
  };
}

async function kill(watched: Watched): Promise<void> {
  const dead = watched.nextGone();
  watched.supervisor.send('publisher', { type: 'wake' });
  await dead;
}

test('a thread that dies is replaced, and whose claims can be given back is told', async () => {
  const watched = await watch();
  await kill(watched);
  expect(watched.supervisor.stateOf('publisher')).toBe('restarting');
  expect(watched.supervisor.stateOf('background')).toBe('running');
  const ready = watched.nextReady();
  watched.clock.advance(200);
  await ready;
  expect(watched.supervisor.stateOf('publisher')).toBe('running');
  expect(watched.gone).toEqual([{ role: 'publisher', holder: 'run_1' }]);
  await kill(watched);
  expect(watched.gone[1]?.holder).not.toBe('run_1');
});

test('a thread that keeps dying is reported and rests', async () => {
  const watched = await watch();
  for (let death = 0; death < 5; death += 1) {
    await kill(watched);
    const ready = watched.nextReady();
    watched.clock.advance(200 * 2 ** death);
    await ready;
  }
  expect(watched.troubles).toEqual([]);
  await kill(watched);
  expect(watched.troubles).toEqual(['publisher']);
  watched.clock.advance(60_000);
  expect(watched.supervisor.stateOf('publisher')).toBe('restarting');
});

test('a thread that says nothing is ended and replaced', async () => {
  const watched = await watch();
  const first = watched.nextGone();
  const second = watched.nextGone();
  watched.clock.advance(40_000);
  await Promise.all([first, second]);
  expect(watched.gone.map(({ role }) => role).toSorted()).toEqual(['background', 'publisher']);
});

test('a thread that does not obey is ended by force', async () => {
  const watched = await watch();
  watched.misbehave('publisher', 'beDeaf');
  const obedient = watched.nextGone();
  const stopped = watched.supervisor.stop();
  await obedient;
  expect(watched.gone.map(({ role }) => role)).toEqual(['background']);
  watched.clock.advance(5_000);
  await stopped;
  expect(watched.gone.map(({ role }) => role)).toEqual(['background', 'publisher']);
});

test('a thread that fails is replaced, too', async () => {
  const watched = await watch();
  const gone = watched.nextGone();
  watched.misbehave('background', 'fail');
  await gone;
  const ready = watched.nextReady();
  watched.clock.advance(200);
  await ready;
  expect(watched.gone).toEqual([{ role: 'background', holder: 'run_2' }]);
  expect(watched.supervisor.stateOf('background')).toBe('running');
});

test('a thread in an endless loop is ended and replaced, and the other one goes on', async () => {
  const watched = await watch();
  watched.misbehave('publisher', 'loop');
  watched.clock.advance(20_000);
  const beat = watched.nextBeat();
  watched.misbehave('background', 'beat');
  await beat;
  const gone = watched.nextGone();
  watched.clock.advance(20_000);
  await gone;
  expect(watched.gone).toEqual([{ role: 'publisher', holder: 'run_1' }]);
  expect(watched.supervisor.stateOf('background')).toBe('running');
});

test('a thread that hangs while it writes keeps the others from the file only until it is ended, and leaves nothing half written', async () => {
  const watched = await watch();
  const inside = watched.nextBeat();
  watched.misbehave('publisher', 'loopWhileWriting');
  await inside;
  const db = openDatabase({
    file: join(watched.directory, 'ocma.db'),
    gate: openGate(watched.memory, 1),
    gateTimeoutMs: 20,
  });
  onTestFinished(() => db.close());
  const write = () => db.write(() => db.sql(`CREATE TABLE later (id INTEGER) STRICT`).run());
  expect(write).toThrow('busy');
  const gone = [watched.nextGone(), watched.nextGone()];
  watched.clock.advance(40_000);
  await Promise.all(gone);
  write();
  expect(db.sql(`SELECT name FROM sqlite_schema`).all()).toEqual([{ name: 'later' }]);
});

test('nobody waits for threads that cannot even start', async () => {
  const watched = await watch('stillborn-worker.ts');
  while (watched.troubles.length < 2) {
    const gone = watched.nextGone();
    watched.clock.advance(10_000);
    await gone;
  }
  await watched.begun;
  expect(watched.troubles.toSorted()).toEqual(['background', 'publisher']);
  expect(watched.supervisor.stateOf('publisher')).toBe('restarting');
});
