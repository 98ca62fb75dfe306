import { join } from 'node:path';
import { openLanes } from '../lanes.ts';
import { countPoints, mistakesIn, playAll } from '../matrix.ts';
import { networkOf } from '../networks/known.ts';
import { wholePlan } from '../plan.ts';
import type { Counted } from '../plan.ts';
import type { RunSpec } from '../spec.ts';
import type { Mutant } from './mutant.ts';
import { copyTree } from './plant.ts';

/** So many runs are tried before a mutant counts as not caught. */
const mostRuns = 16;

export interface Hunted {
  readonly name: string;
  readonly runs: number;
  /** What the harness said of it; null where it went through. */
  readonly caughtBy: string | null;
}

/**
 * Plants each bug in turn in a copy of the tree and plays runs until one of them notices it. In the end those runs are
 * played without the bugs, and must come out well.
 */
export async function hunt(
  mutants: readonly Mutant[],
  options: { ground: string; harness: string; seed: number; told: (hunted: Hunted) => void },
): Promise<readonly Hunted[]> {
  const { ground, harness, seed, told } = options;
  const tree = copyTree(join(ground, 'tree'));
  const catching: RunSpec[] = [];
  const plan = wholePlan(await countedFor(mutants, { ground, harness, seed }), { seed, disturbances: true });
  const hunted: Hunted[] = [];
  for (const mutant of mutants) {
    const heal = tree.plant(mutant);
    const lanes = openLanes(ground, tree.harness);
    try {
      const specs = plan.filter((spec) => isOn(mutant, spec) && mutant.kills(spec)).slice(0, mostRuns);
      if (specs.length === 0) throw new Error(`No run is meant for “${mutant.name}”.`);
      let caughtBy: string | null = null;
      const played = await playAll(lanes, specs, {
        progress: (_done, _of, run) => {
          const [mistake] = mistakesIn([run]);
          if (mistake === undefined || mistake.failed !== null || caughtBy !== null) return;
          caughtBy = `${mistake.spec.name}: ${mistake.result.notes.join(' ') || 'unknown'}`;
          catching.push(mistake.spec);
        },
        isEnough: () => caughtBy !== null,
      });
      const broken = played.find(({ failed }) => failed !== null)?.failed;
      if (caughtBy === null && broken !== undefined) throw new Error(`“${mutant.name}”: ${broken ?? ''}`);
      hunted.push({ name: mutant.name, runs: played.length, caughtBy });
      told({ name: mutant.name, runs: played.length, caughtBy });
    } finally {
      await lanes.stop();
      heal();
    }
  }
  await control(catching, { ground, harness });
  return hunted;
}

/** Plays the runs that caught a bug without it. @throws where one fails all the same: then it caught nothing. */
async function control(
  specs: readonly RunSpec[],
  { ground, harness }: { ground: string; harness: string },
): Promise<void> {
  const lanes = openLanes(ground, harness);
  try {
    const [mistake] = mistakesIn(await playAll(lanes, specs, { progress: () => {} }));
    if (mistake !== undefined)
      throw new Error(
        `${mistake.spec.name} fails without any bug: ${mistake.failed ?? mistake.result.notes.join(' ')}`,
      );
  } finally {
    await lanes.stop();
  }
}

const isOn = ({ on }: Mutant, { platform, scenario }: RunSpec): boolean =>
  on.some((place) => place.platform === platform && place.scenario === scenario);

async function countedFor(
  mutants: readonly Mutant[],
  { ground, harness, seed }: { ground: string; harness: string; seed: number },
): Promise<Counted[]> {
  const lanes = openLanes(ground, harness);
  try {
    const places = new Map(
      mutants.flatMap(({ on }) => on).map((place) => [`${place.platform} ${place.scenario}`, place]),
    );
    const counted = [];
    for (const { platform, scenario } of places.values())
      counted.push(
        ...(await countPoints(lanes, [networkOf(platform)], { seed, strace: false, only: scenario })),
      );
    return counted;
  } finally {
    await lanes.stop();
  }
}
