import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { z } from 'zod';
import type { ClockSetting } from '../../src/engine/ports.ts';
import { createTestClock } from '../support/clock.ts';
import { judge } from './judge.ts';
import { live, liveUnderStrace } from './life.ts';
import type { Life } from './life.ts';
import type { AcceptedPost, RunningNetwork } from './networks/network.ts';
import { networkOf } from './networks/known.ts';
import { openSecondCopy, recover } from './recovery.ts';
import type { Aftermath } from './recovery.ts';
import { dataIn, emptyHome, homeOf, networkIn } from './home.ts';
import { dueAt, olderFileOf, setScene } from './scene.ts';
import type { ScenarioName } from './scenarios.ts';
import { watchedCalls } from './spec.ts';
import type { Kill, Points, RunResult, RunSpec } from './spec.ts';
import { deliverRequest } from './stored-request.ts';

/** So fast does time pass while a life is lived: media are ready soon, and a slow start does not make a post late. */
const rateOfLife = 10;

/** Where a lane works: a directory of its own, and the compiled code that all lanes share. */
export interface Lane {
  readonly directory: string;
  readonly compileCache: string;
}

/** One run, from the scene to the verdict. */
export async function play(lane: Lane, spec: RunSpec): Promise<RunResult> {
  await setScene(lane.directory, spec.platform, spec.scenario);
  const home = homeOf(lane.directory);
  let now = dueAt;
  const network = await networkOf(spec.platform).start(networkIn(home), { ...still, epochMs: now });
  try {
    const older = new Set((await network.truth()).map(({ id }) => id));
    const newPosts = async (): Promise<AcceptedPost[]> =>
      (await network.truth()).filter(({ id }) => !older.has(id));
    await network.weather(spec.weather);
    const flights: Flight[] = [];
    let killed = false;
    const thaws: (() => Promise<void>)[] = [];
    for (const [nth, kill] of [spec.kill, spec.second].entries()) {
      if (nth > 0 && kill.kind === 'none') continue;
      const life = lifeOf(spec.platform, home, network, now, { kill, nth });
      await network.setClock(life.clock);
      const lived = await live(life, lane.compileCache);
      killed ||= lived !== 'ended';
      if (typeof lived === 'object') thaws.push(lived.thaw);
      now = nowBy(life.clock);
      if (kill.kind === 'request' && existsSync(life.lateFile))
        flights.push({ file: life.lateFile, landsAt: now + kill.landsAfterMs });
      await network.setClock({ ...still, epochMs: now });
      if (nth === 0 && spec.second.kind !== 'none') now += spec.awayMs;
    }
    const world = aftermathOf(network, spec.platform, now, { flights, newPosts });
    await world.pass(spec.awayMs);
    // Killed before anything was written down, the older file is the same state, and goes on.
    const rolledBack =
      spec.disturbance === 'older_backup' &&
      newestEvent(lane, join(dataIn(home), 'ocma.db')) >
        newestEvent(lane, olderFileOf(lane.directory, spec.platform, spec.scenario));
    const complaints = await disturb(lane, spec, world);
    const recovered = await recover(home, world, rolledBack);
    for (const thaw of thaws) await thaw();
    const truth = await newPosts();
    return judge(spec, killed, { ...recovered, complaints: [...complaints, ...recovered.complaints] }, truth);
  } finally {
    await network.stop();
  }
}

const seen = z.array(z.object({ method: z.string(), path: z.string() }));

/** Lives one life that nobody ends and counts where one could. Calls are counted where there is strace. */
export async function count(
  lane: Lane,
  about: { platform: string; scenario: ScenarioName; strace: boolean },
): Promise<Points> {
  const { platform, scenario, strace } = about;
  await setScene(lane.directory, platform, scenario);
  const home = homeOf(lane.directory);
  const network = await networkOf(platform).start(networkIn(home), { ...still, epochMs: dueAt });
  try {
    const life = lifeOf(platform, home, network, dueAt, { kill: { kind: 'none' }, nth: 0 });
    await network.setClock(life.clock);
    const file = join(home, 'calls');
    if (strace) await liveUnderStrace(life, { calls: watchedCalls, file, compileCache: lane.compileCache });
    else await live(life, lane.compileCache);
    const requests = seen.parse(JSON.parse(readFileSync(life.requestsFile, 'utf8')));
    return { calls: strace ? callsIn(readFileSync(file, 'utf8')) : null, requests };
  } finally {
    await network.stop();
  }
}

/** Of each call as many as the thread that makes the most of it, since strace counts them by thread. */
function callsIn(trace: string): Record<(typeof watchedCalls)[number], number> {
  const most = (call: string): number => {
    const byThread = new Map<string, number>();
    for (const line of trace.split('\n')) {
      const [, thread = '', name] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
      if (name === call) byThread.set(thread, (byThread.get(thread) ?? 0) + 1);
    }
    return Math.max(0, ...byThread.values());
  };
  return { pwrite64: most('pwrite64'), fsync: most('fsync'), fdatasync: most('fdatasync') };
}

const still = { anchorMs: 0, rate: 0 } as const;

const nowBy = (clock: ClockSetting): number =>
  Math.floor(clock.epochMs + (Date.now() - clock.anchorMs) * clock.rate);

function lifeOf(
  platform: string,
  home: string,
  network: RunningNetwork,
  now: number,
  of: { kill: Kill; nth: number },
): Life {
  return {
    home,
    platform,
    url: network.url,
    clock: { epochMs: now, anchorMs: Date.now(), rate: rateOfLife },
    kill: of.kill,
    lateFile: join(home, `late-${of.nth}.json`),
    requestsFile: join(home, 'requests.json'),
  };
}

/** A request whose sender has died, and when the network gets it. */
interface Flight {
  readonly file: string;
  readonly landsAt: number;
}

function aftermathOf(
  network: RunningNetwork,
  platform: string,
  start: number,
  of: { flights: readonly Flight[]; newPosts: Aftermath['newPosts'] },
): Aftermath {
  const clock = createTestClock(start);
  const underWay = [...of.flights].sort((left, right) => left.landsAt - right.landsAt);
  const move = async (to: number): Promise<void> => {
    clock.advance(Math.max(0, to - clock.now()));
    await network.setClock({ ...still, epochMs: clock.now() });
  };
  return {
    network,
    platform,
    clock,
    newPosts: of.newPosts,
    inFlight: () => underWay.length > 0,
    async pass(ms) {
      const end = clock.now() + ms;
      for (let next = underWay[0]; next !== undefined && next.landsAt <= end; next = underWay[0]) {
        underWay.shift();
        await move(next.landsAt);
        await deliverRequest(next.file);
      }
      await move(end);
    },
  };
}

/** The newest row of a data file's history, read from a copy: to open a file of a killed app writes its log into it. */
function newestEvent(lane: Lane, file: string): number {
  const looked = join(lane.directory, 'looked');
  rmSync(looked, { recursive: true, force: true });
  mkdirSync(looked);
  for (const ending of ['', '-wal'])
    if (existsSync(file + ending)) cpSync(file + ending, join(looked, `ocma.db${ending}`));
  const driver = new Driver(join(looked, 'ocma.db'), { fileMustExist: true });
  try {
    return driver.prepare<[], number>('SELECT coalesce(max(id), 0) FROM delivery_event').pluck().get() ?? 0;
  } finally {
    driver.close();
  }
}

async function disturb(lane: Lane, spec: RunSpec, world: Aftermath): Promise<readonly string[]> {
  const data = dataIn(homeOf(lane.directory));
  switch (spec.disturbance) {
    case 'none':
      return [];
    case 'older_backup':
      for (const ending of ['-wal', '-shm']) rmSync(join(data, `ocma.db${ending}`), { force: true });
      cpSync(olderFileOf(lane.directory, spec.platform, spec.scenario), join(data, 'ocma.db'));
      return [];
    case 'second_copy': {
      const other = join(lane.directory, 'other');
      emptyHome(other);
      cpSync(data, dataIn(other), { recursive: true, preserveTimestamps: true });
      return await openSecondCopy(other, world);
    }
  }
}
