import { parseArgs } from 'node:util';
import { laneGround, openLanes, removeGround } from './lanes.ts';
import { hasStrace } from './life.ts';
import { mistakesIn, playMatrix } from './matrix.ts';
import { mutants } from './mutants/catalogue.ts';
import { hunt } from './mutants/hunt.ts';
import { untried } from './networks/known.ts';
import { countsOf, tableOf } from './table.ts';
import type { Played } from './table.ts';

const { values } = parseArgs({
  options: {
    platform: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string' },
    mutants: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Every so many runs a line says how far it is. */
const every = 50;

function progress(done: number, of: number, played: Played): void {
  const [mistake] = mistakesIn([played]);
  if (mistake !== undefined)
    say(`  ${mistake.spec.name}: ${mistake.failed ?? (mistake.result.notes.join(' ') || 'unknown')}`);
  if (done % every === 0 || done === of) say(`${done} of ${of} runs`);
}

async function matrix(): Promise<number> {
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const strace = hasStrace();
  if (!strace) say('NO STRACE HERE: the app is killed at requests alone, not at writes and syncs.');
  for (const platform of untried) say(`NO SEED FOR ${platform}: it is not tried.`);
  say(`seed ${seed}`);
  const ground = laneGround();
  const lanes = openLanes(ground, import.meta.dirname);
  try {
    const started = performance.now();
    const played = await playMatrix(lanes, {
      platform: values.platform ?? null,
      runs: values.runs === undefined ? null : Number(values.runs),
      seed,
      // To count every scenario of every network takes minutes, which a sample of all of them has not got.
      ...(values.runs === undefined || values.platform !== undefined
        ? {}
        : { scenarios: Math.ceil(Number(values.runs) / 200) }),
      strace,
      progress,
    });
    const { runs, lost, doubled, unknown, failed } = countsOf(played);
    say(`\n${tableOf(played)}\n`);
    say(`${Math.round((performance.now() - started) / 1_000)} s; ${failed} runs broke; seed ${seed}`);
    say(`${runs} runs, ${lost} lost, ${doubled} doubled, ${unknown} unknown`);
    // What has not been tried proves nothing.
    return runs > 0 && mistakesIn(played).length === 0 ? 0 : 1;
  } finally {
    await lanes.stop();
    removeGround(ground);
  }
}

async function mutate(): Promise<number> {
  const ground = laneGround();
  try {
    const hunted = await hunt(mutants, {
      ground,
      harness: import.meta.dirname,
      seed: Number(values.seed ?? 1),
      told: ({ name, runs, caughtBy }) =>
        say(caughtBy === null ? `NOT CAUGHT in ${runs} runs: ${name}` : `caught: ${name}\n  ${caughtBy}`),
    });
    const caught = hunted.filter(({ caughtBy }) => caughtBy !== null).length;
    say(`${hunted.length} mutants, ${caught} caught`);
    return caught === hunted.length ? 0 : 1;
  } finally {
    removeGround(ground);
  }
}

process.exitCode = values.mutants ? await mutate() : await matrix();
