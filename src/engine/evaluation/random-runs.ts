/** Uniform numbers in [0, 1) that a seed repeats (mulberry32, Tommy Ettinger, public domain). */
export const seededFractions = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The mean of a list; 0 of an empty one. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const draws = 4_000;

/** The interval that holds 95% of the means of lists drawn from these values with replacement. */
export const bootstrapInterval = (
  values: readonly number[],
  seed = 1,
): { readonly low: number; readonly high: number } => {
  const fraction = seededFractions(seed);
  const means = Array.from({ length: draws }, () => {
    let sum = 0;
    for (let index = 0; index < values.length; index += 1)
      sum += values[Math.floor(fraction() * values.length)] ?? 0;
    return sum / Math.max(1, values.length);
  }).toSorted((one, other) => one - other);
  return { low: means[Math.floor(draws * 0.025)] ?? 0, high: means[Math.ceil(draws * 0.975) - 1] ?? 0 };
};
