import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createGateMemory } from '../../../src/engine/db/gate.ts';
import type { QueueName } from '../../../src/engine/queue/job.ts';
import { createSupervisor } from '../../../src/engine/workers/supervisor.ts';
import type { Supervisor } from '../../../src/engine/workers/supervisor.ts';
import { createTestClock } from '../../support/clock.ts';
import type { TestClock } from '../../support/clock.ts';
import { quietPorts } from '../../support/quiet-ports.ts';

interface Watched {
  readonly supervisor: Supervisor;
  readonly clock: TestClock;
  readonly gone: { role: QueueName; holder: string }[];
  readonly troubles: QueueName[];
  /** Resolves with the next thread that goes, and the next that is ready. */
  nextGone(): Promise<void>;
  nextReady(): Promise<void>;
}

async function watch(): Promise<Watched> {
  const clock = createTestClock();
  const ports = quietPorts({ data: '', clock, url: '' });
  const gone: Watched['gone'] = [];
  const troubles: QueueName[] = [];
  const waiting = { gone: [] as (() => void)[], ready: [] as (() => void)[] };
  let holders = 0;
  const supervisor = createSupervisor({
    ports: {
      ...ports,
      paths: { ...ports.paths, worker: () => join(import.meta.dirname, 'unsteady-worker.ts') },
    },
    gate: createGateMemory(),
    newHolder: () => `run_${(holders += 1)}`,
    onMessage: (_role, message) => {
      if (message.type === 'ready') waiting.ready.shift()?.();
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
  await supervisor.begin();
  return {
    supervisor,
    clock,
    gone,
    troubles,
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
  watched.supervisor.send('publisher', { type: 'vault_key', key: new Uint8Array(32) });
  const obedient = watched.nextGone();
  const stopped = watched.supervisor.stop();
  await obedient;
  expect(watched.gone.map(({ role }) => role)).toEqual(['background']);
  watched.clock.advance(5_000);
  await stopped;
  expect(watched.gone.map(({ role }) => role)).toEqual(['background', 'publisher']);
});
