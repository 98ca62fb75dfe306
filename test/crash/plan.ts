import { createSeeded, seedOf } from '../support/seeded.ts';
import type { Seeded } from '../support/seeded.ts';
import type { ScenarioName } from './scenarios.ts';
import { cuts, kindOf, watchedCalls } from './spec.ts';
import type { Cut, Kill, Points, RunSpec, Weather } from './spec.ts';

/** Points of a scenario on a platform, as they were counted. */
export interface Counted {
  readonly platform: string;
  readonly scenario: ScenarioName;
  readonly points: Points;
}

const never = { kind: 'none' } as const;

/** Every run there is: each write, each sync and each request in every way, and each disturbance at each request. */
export function wholePlan(
  counted: readonly Counted[],
  options: { seed: number; disturbances: boolean },
): RunSpec[] {
  return counted.flatMap(({ platform, scenario, points }) => {
    const specOf = (kill: Kill, more: Partial<RunSpec> = {}): RunSpec => {
      const name = [platform, scenario, nameOf(kill), more.disturbance, more.second && nameOf(more.second)]
        .filter((part) => part !== undefined)
        .join(' / ');
      const seeded = createSeeded(seedOf(options.seed, name));
      return {
        name,
        platform,
        scenario,
        kill: settledBy(kill, seeded),
        second: never,
        weather: weatherOf(seeded),
        disturbance: 'none',
        awayMs: seeded.pick([1_000, 12_000, 45_000, 150_000]),
        ...more,
      };
    };
    const atRequests = requestKills(points);
    const plain = [never, ...callKills(points), ...atRequests].map((kill) => specOf(kill));
    const twice = atRequests
      .filter((kill) => kill.cut === 'accepted' || kill.cut === 'late')
      .map((kill, nth) => {
        const again = { kind: 'request', nth: (nth % 3) + 1, commit: 1, landsAfterMs: 0 } as const;
        return specOf(kill, { second: { ...again, cut: nth % 2 === 0 ? 'unsent' : 'accepted' } });
      });
    const disturbed = options.disturbances
      ? [never, ...atRequests].flatMap((kill) => [
          // Nobody can put a file in the place of one that a frozen app has open: it owns the directory.
          ...(kill.kind === 'request' && kill.cut === 'frozen'
            ? []
            : [specOf(kill, { disturbance: 'older_backup' })]),
          specOf(kill, { disturbance: 'second_copy' }),
        ])
      : [];
    return [...plain, ...twice, ...disturbed];
  });
}

/**
 * So many runs of a plan, drawn by the seed: one of each platform in turn, and of each platform one of each kind of kill in
 * turn, so that also a sample that is cut short has seen all of them.
 */
export function sampleOf(plan: readonly RunSpec[], runs: number, options: { seed: number }): RunSpec[] {
  const shuffled = createSeeded(options.seed).shuffled(plan);
  const ofPlatforms = groupsOf(shuffled, ({ platform }) => platform).map((specs) =>
    inTurn(groupsOf(specs, kindOf)),
  );
  return inTurn(ofPlatforms).slice(0, runs);
}

/** Groups of the same key, in the order in which their first ones come. */
function groupsOf(specs: readonly RunSpec[], keyOf: (spec: RunSpec) => string): RunSpec[][] {
  const groups = new Map<string, RunSpec[]>();
  for (const spec of specs) {
    const group = groups.get(keyOf(spec));
    if (group === undefined) groups.set(keyOf(spec), [spec]);
    else group.push(spec);
  }
  return [...groups.values()];
}

/** The first of each, then the second of each, until none is left. */
function inTurn(queues: readonly (readonly RunSpec[])[]): RunSpec[] {
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: longest }, (_, nth) => queues.flatMap((queue) => queue[nth] ?? [])).flat();
}

function callKills({ calls }: Points): Kill[] {
  if (calls === null) return [];
  return watchedCalls.flatMap((call) =>
    Array.from({ length: calls[call] }, (_, index) => ({ kind: 'call', call, nth: index + 1 }) as const),
  );
}

function requestKills({ requests }: Points): (Kill & { kind: 'request' })[] {
  return requests.flatMap(({ method }, index) =>
    cuts
      // A request that changes nothing may arrive as late as it likes.
      .filter((cut) => cut !== 'late' || method !== 'GET')
      .flatMap((cut) =>
        commitsOf(cut).map(
          (commit) => ({ kind: 'request', nth: index + 1, cut, commit, landsAfterMs: 0 }) as const,
        ),
      ),
  );
}

/** Commits after an answer or a reset at which the app dies, one after another. */
const commitsOf = (cut: Cut): number[] => {
  if (cut === 'answered') return [1, 2, 3, 4];
  return cut === 'reset' ? [2, 4] : [1];
};

/** A request that is under way lives 90 seconds at most. */
function settledBy(kill: Kill, seeded: Seeded): Kill {
  if (kill.kind !== 'request' || kill.cut !== 'late') return kill;
  return { ...kill, landsAfterMs: seeded.pick([500, 8_000, 35_000, 90_000]) };
}

const weatherOf = (seeded: Seeded): Weather => ({
  lagMs: seeded.pick([0, 0, 4_000, 30_000, 90_000]),
  rewrites: seeded.fraction() < 0.4,
});

function nameOf(kill: Kill): string {
  switch (kill.kind) {
    case 'none':
      return 'not killed';
    case 'call':
      return `${kill.call} ${kill.nth}`;
    case 'request':
      return `request ${kill.nth} ${kill.cut}${kill.commit > 1 ? ` commit ${kill.commit}` : ''}`;
  }
}
