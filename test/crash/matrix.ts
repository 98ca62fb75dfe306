import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from './lane-child.ts';
import type { Lanes } from './lanes.ts';
import { networkOf, triedNetworks } from './networks/known.ts';
import type { CrashNetwork } from './networks/network.ts';
import { sampleOf, wholePlan } from './plan.ts';
import type { Counted } from './plan.ts';
import { createSeeded, seedOf } from '../support/seeded.ts';
import { scenarioNames, scenarioOf } from './scenarios.ts';
import type { ScenarioName } from './scenarios.ts';
import type { RunResult, RunSpec } from './spec.ts';
import type { Played } from './table.ts';

/** Whether this version notices that its data file was restored or copied; before that there is nothing to try. */
const detectsCopies = existsSync(join(import.meta.dirname, '../../src/engine/copies/handlers.ts'));

export interface MatrixOptions {
  /** Null: every platform. */
  readonly platform: string | null;
  /** Null: every run there is. */
  readonly runs: number | null;
  readonly seed: number;
  /** Scenarios to try on each network, drawn by the seed; all by default. */
  readonly scenarios?: number;
  /** Whether strace is here, so that writes and syncs can be cut. */
  readonly strace: boolean;
  /** No run is begun after so many real milliseconds; for a sample. */
  readonly budgetMs?: number;
  /** Told after each run. */
  readonly progress: (done: number, of: number, played: Played) => void;
}

/** Counts, plans and plays the matrix. */
export async function playMatrix(lanes: Lanes, options: MatrixOptions): Promise<readonly Played[]> {
  const networks = options.platform === null ? triedNetworks : [networkOf(options.platform)];
  const plan = wholePlan(await countPoints(lanes, networks, options), {
    seed: options.seed,
    disturbances: detectsCopies,
  });
  const drawn = sampleOf(plan, options.runs ?? plan.length, { seed: options.seed });
  return await playAll(lanes, drawn, options);
}

/** Counts the scenarios that the networks can take. */
export async function countPoints(
  lanes: Lanes,
  networks: readonly CrashNetwork[],
  options: Pick<MatrixOptions, 'scenarios' | 'seed' | 'strace'> & { readonly only?: ScenarioName },
): Promise<Counted[]> {
  const { strace, seed, scenarios = scenarioNames.length } = options;
  const asked = networks.flatMap(({ platform, abilities }) => {
    const possible = scenarioNames.filter(
      (name) =>
        (options.only ?? name) === name && scenarioOf(name).needs.every((need) => abilities.includes(need)),
    );
    const drawn = createSeeded(seedOf(seed, platform)).shuffled(possible).slice(0, scenarios);
    return drawn.map(async (scenario) => {
      const answer = await lanes.ask({ kind: 'count', platform, scenario, strace });
      if (answer.kind === 'counted') return { platform, scenario, points: answer.points };
      const reason = answer.kind === 'failed' ? answer.reason : 'The lane answered something else.';
      throw new Error(`${platform} / ${scenario} does not even run undisturbed: ${reason}`);
    });
  });
  return await Promise.all(asked);
}

/** Plays these runs in their order, as many at a time as there are lanes, until none is left or the time is up. */
export async function playAll(
  lanes: Lanes,
  specs: readonly RunSpec[],
  options: Pick<MatrixOptions, 'budgetMs' | 'progress'> & { readonly isEnough?: () => boolean },
): Promise<Played[]> {
  const waiting = [...specs];
  const played: Played[] = [];
  const end = performance.now() + (options.budgetMs ?? Number.POSITIVE_INFINITY);
  const goOn = async (): Promise<void> => {
    for (let spec = waiting.shift(); spec !== undefined; spec = waiting.shift()) {
      const answer = await lanes.ask({ kind: 'play', spec });
      const run = playedOf(spec, answer);
      played.push(run);
      options.progress(played.length, specs.length, run);
      if (performance.now() > end || options.isEnough?.() === true) return;
    }
  };
  await Promise.all(Array.from({ length: lanes.count }, goOn));
  return played;
}

const nothing: RunResult = { killed: false, lost: false, doubled: false, unknown: false, notes: [] };

function playedOf(spec: RunSpec, answer: Answer): Played {
  if (answer.kind === 'played') return { spec, result: answer.result, failed: null };
  return { spec, result: nothing, failed: answer.kind === 'failed' ? answer.reason : 'no answer' };
}

/** Runs whose end is an error: lost, doubled, broken, or unknown where the network gives a proof. */
export function mistakesIn(played: readonly Played[]): readonly Played[] {
  return played.filter(
    ({ spec, result, failed }) =>
      failed !== null ||
      result.lost ||
      result.doubled ||
      (result.unknown && networkOf(spec.platform).proves(spec.scenario)),
  );
}
