import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seeds } from '../../networks/known.ts';
import { behavioursOf } from './behaviours.ts';
import { openLab } from './lab.ts';
import type { Lab } from './lab.ts';

/** One suite that every network passes, on one app for each network: what one behaviour leaves behind the next one bears. */
describe.each(seeds.map((seed) => [seed.platform.name, seed] as const))('%s', (_name, seed) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(seed);
  });
  afterAll(async () => {
    await lab.stop();
  });

  test.each(behavioursOf(seed).map((behaviour) => [behaviour.name, behaviour] as const))(
    '%s',
    async (_behaviour, behaviour) => {
      await expect(behaviour.run(lab)).resolves.toBeUndefined();
    },
  );
});
