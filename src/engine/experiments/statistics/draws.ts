/** Random numbers for drawing lots and for reckoning with distributions; a seed repeats them, so that an answer does not change between two looks. */
export interface Draws {
  /** Uniform in [0, 1). */
  fraction(): number;
  /** Of the standard normal distribution. */
  normal(): number;
  /** Of the chi-squared distribution, by Marsaglia and Tsang, 'A simple method for generating gamma variables' (2000). */
  chiSquared(degrees: number): number;
}

/** Seeded numbers by mulberry32 (Tommy Ettinger, public domain). `seed` counts modulo 2^32. */
export function createDraws(seed: number): Draws {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction());
  const gamma = (shape: number): number => {
    const third = shape - 1 / 3;
    const slope = 1 / Math.sqrt(9 * third);
    for (;;) {
      const around = normal();
      const cube = (1 + slope * around) ** 3;
      if (cube <= 0) continue;
      if (Math.log(1 - fraction()) < around ** 2 / 2 + third * (1 - cube + Math.log(cube)))
        return third * cube;
    }
  };
  return { fraction, normal, chiSquared: (degrees) => 2 * gamma(Math.max(1, degrees / 2)) };
}

/** In a random order. */
export function shuffled<Item>(draws: Draws, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, key: draws.fraction() }))
    .toSorted((left, right) => left.key - right.key)
    .map(({ item }) => item);
}
