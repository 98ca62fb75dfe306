import { afterAll, beforeAll, expect, test } from 'vitest';
import { mutants } from './mutants/catalogue.ts';
import { hunt } from './mutants/hunt.ts';
import { laneGround, openLanes, removeGround } from './lanes.ts';
import type { Lanes } from './lanes.ts';
import { hasStrace } from './life.ts';
import { mistakesIn, playMatrix } from './matrix.ts';
import { countsOf, tableOf } from './table.ts';

/** `CRASH_SEED` draws other runs; `npm run crash` plays them all. */
const seed = Number(process.env['CRASH_SEED'] ?? 1);
/** Real milliseconds after which no further run is begun. */
const budgetMs = 45_000;
const runs = 240;

const strace = hasStrace();
let ground = '';
let lanes: Lanes;
beforeAll(() => {
  ground = laneGround();
  lanes = openLanes(ground, import.meta.dirname);
});
afterAll(async () => {
  await lanes.stop();
  removeGround(ground);
});

test('killed anywhere, every post is out once, or the app says that it cannot know', async () => {
  if (!strace) console.warn('NO STRACE HERE: the app is killed at requests alone, not at writes and syncs.');
  const played = await playMatrix(lanes, {
    platform: null,
    runs,
    seed,
    scenarios: 1,
    strace,
    budgetMs,
    progress: () => {},
  });
  const { lost, doubled, unknown, killed } = countsOf(played);
  console.log(
    `seed ${seed}\n${tableOf(played)}\n${played.length} runs, ${lost} lost, ${doubled} doubled, ${unknown} unknown`,
  );
  const mistakes = mistakesIn(played).map(({ spec, result, failed }) => ({
    ...spec,
    said: failed ?? result.notes,
  }));
  expect(mistakes).toEqual([]);
  // A harness that kills nothing proves nothing.
  expect(killed).toBeGreaterThan(played.length * 0.7);
}, 600_000);

test('a publisher that forgets to write before it sends is noticed', async () => {
  const [planted] = mutants;
  if (planted === undefined) throw new Error('No mutant is known.');
  const own = laneGround();
  try {
    const hunted = await hunt([planted], {
      ground: own,
      harness: import.meta.dirname,
      seed,
      told: () => {},
    });
    expect(hunted).toMatchObject([{ name: planted.name, caughtBy: expect.stringContaining('too many') }]);
  } finally {
    removeGround(own);
  }
}, 120_000);
