import type { SlotSums } from './observations.ts';
import { dot, times } from './posterior.ts';
import type { SlotMatrix } from './week-kernel.ts';

/**
 * How often posts whose time does not matter would differ between the slots as much as these, 0 to 1. The score test of
 * the kernel's variance: s'Ks under shuffled values, its distribution taken as a gamma of equal mean and variance
 * (Satterthwaite), its tail by Wilson and Hilferty's cube root.
 */
export function chanceOf({ weights, squares, sums, variance }: SlotSums, kernel: SlotMatrix): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0 || variance === 0) return 1;
  const allSquares = squares.reduce((sum, square) => sum + square, 0) / total;
  const [ofWeights, ofSquares] = [times(kernel, weights), times(kernel, squares)];
  // K times the covariance of the sums under shuffling, which is a diagonal less the share of the common mean.
  const product = kernel.map((row, one) =>
    row.map((covariance, other) => {
      const weight = weights[other] ?? 0;
      const square = squares[other] ?? 0;
      const fromMean =
        (ofSquares[one] ?? 0) * weight + (ofWeights[one] ?? 0) * (square - allSquares * weight);
      return covariance * square - fromMean / total;
    }),
  );
  let [expected, spread] = [0, 0];
  for (const [one, row] of product.entries()) {
    expected += row[one] ?? 0;
    for (const [other, value] of row.entries()) spread += 2 * value * (product[other]?.[one] ?? 0);
  }
  if (expected <= 0 || spread <= 0) return 1;
  const ratio = dot(sums, times(kernel, sums)) / variance / expected;
  const narrow = (2 / 9) * (spread / (2 * expected * expected));
  return upperTail((Math.cbrt(ratio) - (1 - narrow)) / Math.sqrt(narrow));
}

/** One chance from several that were taken of the same posts (Cauchy's combination, Liu and Xie 2020). */
export function combinedChance(chances: readonly number[]): number {
  if (chances.every((chance) => chance === 1)) return 1;
  const sum = chances.reduce((all, chance) => {
    const inside = Math.min(1 - 1e-9, Math.max(1e-12, chance));
    return all + Math.tan((0.5 - inside) * Math.PI);
  }, 0);
  return 0.5 - Math.atan(sum / Math.max(1, chances.length)) / Math.PI;
}

/** The chance below which an account that is judged alone has a best time. */
const clearAlone = 0.05;

/** Accounts that are judged together, from which on they lend each other certainty. */
const together = 5;

/** Of accounts that are judged together, so many of those with a best time may have none in truth. */
const falseShare = 0.1;

/**
 * The largest chance at which an account has a best time. One or a few accounts: 0.05. More: as Benjamini and Hochberg
 * with Storey's share of accounts without any, so that at most a tenth of the accounts with a best time have none in
 * truth: where time matters for nearly all, less is asked of each; where it matters for none, nearly none passes.
 */
export function clearThreshold(chances: readonly number[]): number {
  const count = chances.length;
  if (count < together) return clearAlone;
  const without = Math.min(1, (1 + chances.filter((chance) => chance > 0.5).length) / (count * 0.5));
  return chances
    .toSorted((one, other) => one - other)
    .reduce(
      (found, chance, index) => (chance * count * without <= falseShare * (index + 1) ? chance : found),
      0,
    );
}

/** How likely a normal deviate is above `z` (Abramowitz and Stegun 26.2.17, error below 1e-7). */
function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z);
  const step = 1 / (1 + 0.2316419 * z);
  const series =
    step *
    (0.31938153 + step * (-0.356563782 + step * (1.781477937 + step * (-1.821255978 + step * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}
