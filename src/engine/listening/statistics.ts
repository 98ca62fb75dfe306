import type { Estimate } from '../../shared/models/listening.ts';

/** The standard normal's 90th percentile: between it and its mirror lie 80 of 100. */
export const z80 = 1.2815515655446004;

/** The middle of a list that is not empty. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** Fewer values say nothing of their median that an interval could hold. */
export const fewestForMedian = 5;

/**
 * A median with its 80% interval by order statistics, which assumes nothing of how the values are spread (ranks n/2 ± z√n/2 by the
 * normal approximation of the binomial). Null for fewer than five values.
 */
export function medianEstimate(values: readonly number[]): Estimate | null {
  const { length } = values;
  if (length < fewestForMedian) return null;
  const sorted = values.toSorted((left, right) => left - right);
  const reach = (z80 * Math.sqrt(length)) / 2;
  const low = Math.max(0, Math.floor(length / 2 - reach) - 1);
  const high = Math.min(length - 1, Math.ceil(length / 2 + reach));
  return { value: medianOf(sorted), low: sorted[low] ?? 0, high: sorted[high] ?? 0 };
}

/**
 * A rate from a count, with the 80% interval of a Poisson mean: the chi-square bounds of Garwood (1936) in the approximation of
 * Wilson and Hilferty (1931).
 */
export function rateEstimate(count: number, units: number): Estimate {
  const bound = (degrees: number, z: number): number =>
    degrees <= 0 ? 0 : degrees * (1 - 1 / (9 * degrees) + z / (3 * Math.sqrt(degrees))) ** 3;
  return {
    value: count / units,
    low: Math.max(0, bound(count, -z80)) / units,
    high: bound(count + 1, z80) / units,
  };
}
