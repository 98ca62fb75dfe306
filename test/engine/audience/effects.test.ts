import { describe, expect, test } from 'vitest';
import { effectsOf } from '../../../src/engine/audience/effects.ts';
import { seededDraws } from '../../../src/engine/learning/model/seeded.ts';

const posts = 200;

/** Values that scatter by about 0.6, and 30 traits that a third of the posts have. */
function drawn(seed: number) {
  const draws = seededDraws(seed);
  const noise = (): number =>
    Array.from({ length: 6 }, () => draws.fraction() - 0.5).reduce((sum, one) => sum + one, 0) * 0.85;
  const traits = Array.from({ length: 30 }, () =>
    Array.from({ length: posts }, () => draws.fraction() < 1 / 3),
  );
  return { values: Array.from({ length: posts }, noise), traits };
}

describe('effects of traits', () => {
  test('say next to nothing where nothing has an effect, though thirty traits are looked at', () => {
    const said = Array.from({ length: 40 }, (_, seed) => {
      const { values, traits } = drawn(seed + 1);
      return effectsOf(values, traits).filter(({ clear }) => clear).length;
    });
    expect(said.filter((count) => count > 0).length).toBeLessThanOrEqual(5);
  });

  test('find the one that has an effect, about as large as it is, and hold it in the interval', () => {
    const held = Array.from({ length: 20 }, (_, seed) => {
      const { values, traits } = drawn(seed + 100);
      const [first] = traits;
      const effects = effectsOf(
        values.map((value, index) => value + (first?.[index] === true ? 0.8 : 0)),
        traits,
      );
      expect(effects[0]?.clear).toBe(true);
      expect(effects[0]?.mean).toBeGreaterThan(0.3);
      return (effects[0]?.low ?? 1) <= 0.8 && (effects[0]?.high ?? 0) >= 0.8;
    });
    expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(15);
  });

  test('are nothing where all values are the same', () => {
    const [effect] = effectsOf(
      Array.from({ length: 20 }, () => 1),
      [Array.from({ length: 20 }, (_, index) => index < 10)],
    );
    expect(effect).toMatchObject({ mean: 0, clear: false });
  });
});
