import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { control, exitOf, partState, play, prepareScene } from './scene.ts';
import type { Launch, Run, Scene } from './scene.ts';

/** Runs go on side by side, each lane with a network and a data directory of its own. */
const lanes = 2;
let scenes: Scene[] = [];
beforeAll(async () => {
  for (let lane = 0; lane < lanes; lane += 1) scenes.push(await prepareScene());
});
afterAll(() => {
  for (const scene of scenes) scene.remove();
});

async function playAll(ways: readonly ((launch: Launch) => Promise<boolean>)[]): Promise<Run[]> {
  const waiting = [...ways];
  const runs: Run[] = [];
  await Promise.all(
    scenes.map(async (scene) => {
      for (let way = waiting.shift(); way !== undefined; way = waiting.shift())
        runs.push(await play(scene, way));
    }),
  );
  return runs;
}

/** Of each kind of call so many are killed, spread evenly; `CRASH_KILLS=1000` kills at every one. */
const killsOfAKind = Number(process.env['CRASH_KILLS'] ?? 14);

// Without --seccomp-bpf: with it strace 6.1 injects nothing.
const straceBase = ['strace', '-f', '-qq'];

/** How many calls of each kind the app makes in one publish: before it is ready, and after. */
async function countCalls(): Promise<Record<'pwrite64' | 'fsync', { before: number; total: number }>> {
  const directory = mkdtempSync(join(tmpdir(), 'ocma-strace-'));
  const file = join(directory, 'calls');
  try {
    const whole = (launch: Launch) =>
      exitOf([
        ...straceBase,
        '-e',
        'trace=pwrite64,fsync,write',
        '-s',
        '16',
        '-o',
        file,
        process.execPath,
        ...launch.arguments,
      ]);
    const [run] = await playAll([whole]);
    expect(run).toEqual({ killed: false, state: 'published', counts: [1, 1] });
    const calls = readFileSync(file, 'utf8').split('\n');
    const ready = calls.findIndex((line) => line.includes('"ready\\n"'));
    const count = (name: string) => {
      const at = calls.flatMap((line, index) => (line.includes(` ${name}(`) ? [index] : []));
      return { before: at.filter((index) => index < ready).length, total: at.length };
    };
    return { pwrite64: count('pwrite64'), fsync: count('fsync') };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const killAt = (call: string, nth: number) => (launch: Launch) =>
  exitOf([
    ...straceBase,
    '-o',
    '/dev/null',
    '-e',
    `trace=${call}`,
    '-e',
    `inject=${call}:signal=SIGKILL:when=${nth}`,
    process.execPath,
    ...launch.arguments,
  ]);

/** Kills the app when the network has taken the nth post, and the answer never comes. */
const killAfterAccepted = (nth: number) => async (launch: Launch) => {
  await fault(launch, nth, { kind: 'accept_then_hang' });
  return await killWhen(launch, async () => {
    const log = JSON.stringify(await control(launch.sandbox, 'GET', 'log?after=0&wait=500'));
    return log.split('"operation":"posts.create"').length > nth;
  });
};

/** Kills the app when the nth part says `sending`; a request that left by then is accepted after its sender has died. */
const killBeforeAccepted = (nth: number) => async (launch: Launch) => {
  await fault(launch, nth, { kind: 'accept_late', ms: 5_000 });
  return await killWhen(launch, () => partState(launch, nth - 1) === 'sending');
};

async function fault(launch: Launch, nth: number, kind: unknown): Promise<void> {
  const match = { operation: 'posts.create', nth };
  await control(launch.sandbox, 'PUT', 'faults', [{ match, fault: kind }]);
}

function killWhen(launch: Launch, isTime: () => boolean | Promise<boolean>): Promise<boolean> {
  return exitOf([process.execPath, ...launch.arguments], (kill) => {
    const look = async (): Promise<void> => {
      if (await isTime()) kill();
      else setImmediate(() => void look());
    };
    void look();
  });
}

function judge(runs: readonly Run[]): {
  runs: number;
  killed: number;
  lost: number;
  doubled: number;
  unknown: number;
} {
  return {
    runs: runs.length,
    killed: runs.filter((run) => run.killed).length,
    lost: runs.filter(
      (run) =>
        run.state !== 'unknown' && (run.state !== 'published' || run.counts.some((count) => count === 0)),
    ).length,
    doubled: runs.filter((run) => run.counts.some((count) => count > 1)).length,
    unknown: runs.filter((run) => run.state === 'unknown').length,
  };
}

test('killed at any write or sync of a publish, every post is out once or said to be unknown', async () => {
  const calls = await countCalls();
  console.log(`calls of a publish: ${JSON.stringify(calls)}`);
  const ways: ((launch: Launch) => Promise<boolean>)[] = [];
  for (const [call, { before, total }] of Object.entries(calls)) {
    expect(total - before, `the publish makes ${call} calls`).toBeGreaterThan(3);
    const stride = Math.max(1, Math.ceil((total - before) / killsOfAKind));
    for (let nth = before + 1; nth <= total; nth += stride) ways.push(killAt(call, nth));
  }
  const runs = await playAll(ways);
  const verdict = judge(runs);
  console.log(`killed at writes and syncs: ${JSON.stringify(verdict)}`);
  expect(verdict).toMatchObject({ lost: 0, doubled: 0 });
  // Closing writes little that matters; a harness that kills nothing proves nothing.
  expect(verdict.killed).toBeGreaterThan(verdict.runs * 0.8);
}, 3_000_000);

test('killed while a request is under way, before or after the network has accepted it', async () => {
  const after = judge(await playAll([1, 2].map(killAfterAccepted)));
  const before = judge(await playAll([1, 2].map(killBeforeAccepted)));
  console.log(
    `killed after the network accepted: ${JSON.stringify(after)}, before: ${JSON.stringify(before)}`,
  );
  expect(after).toEqual({ runs: 2, killed: 2, lost: 0, doubled: 0, unknown: 0 });
  expect(before).toMatchObject({ runs: 2, killed: 2, lost: 0, doubled: 0 });
}, 120_000);
