import type { SlotSums } from './observations.ts';
import { slotsOfWeek } from './slot.ts';
import type { SlotMatrix } from './week-kernel.ts';

/** What is believed of the 168 slots after the posts were seen; logarithms, so that 0.1 is a tenth more. */
export interface Posterior {
  readonly means: Float64Array;
  /** The standard error of each mean. */
  errors(): Float64Array;
  /** The mean and the standard error of a weighted sum of slots. */
  contrast(weights: Float64Array): { readonly mean: number; readonly error: number };
}

/**
 * Smooths the slots' sums by a Gaussian process whose covariance is `kernel` times the variance of the account's single posts.
 * With R the roots of the weights: means = K R (I + R K R)^-1 R^-1 s; see Rasmussen, Williams 2006, algorithm 2.1.
 */
export function posteriorOf({ weights, sums, variance }: SlotSums, kernel: SlotMatrix): Posterior {
  const roots = weights.map((weight) => Math.sqrt(weight));
  const factor = cholesky(
    kernel.map((row, one) =>
      row.map(
        (covariance, other) => (roots[one] ?? 0) * covariance * (roots[other] ?? 0) + (one === other ? 1 : 0),
      ),
    ),
  );
  const scaled = sums.map((sum, slot) => ((roots[slot] ?? 0) > 0 ? sum / (roots[slot] ?? 1) : 0));
  const solved = solveBackward(factor, solveForward(factor, scaled));
  const means = times(
    kernel,
    solved.map((value, slot) => value * (roots[slot] ?? 0)),
  );
  const seen = (toward: Float64Array): number => {
    const part = solveForward(
      factor,
      toward.map((value, slot) => value * (roots[slot] ?? 0)),
    );
    return dot(part, part);
  };
  return {
    means,
    errors: () =>
      Float64Array.from(kernel, (row, slot) =>
        Math.sqrt(Math.max(0, variance * ((row[slot] ?? 0) - seen(row)))),
      ),
    contrast(of) {
      const toward = times(kernel, of);
      return {
        mean: dot(of, means),
        error: Math.sqrt(Math.max(0, variance * (dot(of, toward) - seen(toward)))),
      };
    },
  };
}

/** The lower triangle whose product with its mirror image is the matrix, which is symmetric and positive definite. */
function cholesky(matrix: readonly Float64Array[]): readonly Float64Array[] {
  const lower: Float64Array[] = [];
  for (const [row, given] of matrix.entries()) {
    const line = new Float64Array(slotsOfWeek);
    for (let column = 0; column <= row; column += 1) {
      const other = column === row ? line : (lower[column] ?? line);
      let left = given[column] ?? 0;
      for (let inner = 0; inner < column; inner += 1) left -= (line[inner] ?? 0) * (other[inner] ?? 0);
      line[column] = column === row ? Math.sqrt(left) : left / (other[column] ?? 1);
    }
    lower.push(line);
  }
  return lower;
}

function solveForward(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const found = new Float64Array(right.length);
  for (const [row, line] of lower.entries()) {
    let left = right[row] ?? 0;
    for (let column = 0; column < row; column += 1) left -= (line[column] ?? 0) * (found[column] ?? 0);
    found[row] = left / (line[row] ?? 1);
  }
  return found;
}

function solveBackward(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const found = Float64Array.from(right);
  for (let row = right.length - 1; row >= 0; row -= 1) {
    const line = lower[row];
    const value = (found[row] ?? 0) / (line?.[row] ?? 1);
    found[row] = value;
    for (let column = 0; column < row; column += 1)
      found[column] = (found[column] ?? 0) - (line?.[column] ?? 0) * value;
  }
  return found;
}

/** A matrix times a column. */
export function times(matrix: SlotMatrix, column: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => dot(row, column));
}

export function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
