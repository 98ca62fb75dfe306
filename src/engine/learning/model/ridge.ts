import { termValue } from './design.ts';
import type { Term } from './design.ts';
import { quantileOfSorted } from '../../statistics/median.ts';

/** A weighted sum of smooth terms. */
export interface Ridge {
  readonly base: number;
  /** Beside each term its mean over the posts that were learned from, and its weight. */
  readonly weights: readonly { readonly mean: number; readonly weight: number }[];
}

/** Posts as if there were so many more that say that nothing has an effect. */
const penalty = 5;
const rounds = 8;
/** Share of the errors that count in full; larger ones count as if they were as large as the largest of these. */
export const inFull = 0.4;
const mostRows = 6000;

/**
 * Ridge regression with Huber's loss by reweighting: posts that went far beyond the usual, and there are always some,
 * do not decide what is said of the others.
 */
export function fitRidge(
  terms: readonly Term[],
  cells: readonly Float64Array[],
  target: Float64Array,
): Ridge {
  const step = Math.ceil(cells.length / mostRows);
  const rows = cells.flatMap((row, index) =>
    index % step === 0 ? [{ row, target: target[index] ?? 0 }] : [],
  );
  const values = rows.map(({ row }) => Float64Array.from(terms, (term) => termValue(term, row)));
  const means = terms.map(
    (_, at) => values.reduce((sum, row) => sum + (row[at] ?? 0), 0) / Math.max(1, rows.length),
  );
  const spreads = terms.map((_, at) => {
    const squares = values.reduce((sum, row) => sum + ((row[at] ?? 0) - (means[at] ?? 0)) ** 2, 0);
    return Math.sqrt(squares / Math.max(1, rows.length));
  });
  for (const row of values) {
    for (let at = 0; at < row.length; at += 1) {
      const spread = spreads[at] ?? 0;
      row[at] = spread < 1e-9 ? 0 : ((row[at] ?? 0) - (means[at] ?? 0)) / spread;
    }
  }
  const targets = Float64Array.from(rows, ({ target: own }) => own);
  const trust = new Float64Array(rows.length).fill(1);
  let found = { base: 0, slopes: new Float64Array(terms.length) };
  for (let round = 0; round < rounds; round += 1) {
    found = solve(values, targets, trust);
    const errors = targets.map((own, index) =>
      Math.abs(own - said(found, values[index] ?? new Float64Array())),
    );
    const limit = Math.max(1e-6, quantileOfSorted(errors.toSorted(), inFull));
    for (let index = 0; index < trust.length; index += 1)
      trust[index] = limit / Math.max(limit, errors[index] ?? 0);
  }
  return {
    base: found.base,
    weights: terms.map((_, at) => {
      const spread = spreads[at] ?? 0;
      return { mean: means[at] ?? 0, weight: spread < 1e-9 ? 0 : (found.slopes[at] ?? 0) / spread };
    }),
  };
}

/** Adds what each column does, `share` of it, to `effects`; answers the base. */
export function addRidgeEffects(
  ridge: Ridge,
  terms: readonly Term[],
  cells: Float64Array,
  share: number,
  effects: Float64Array,
): number {
  for (const [at, term] of terms.entries()) {
    const { mean, weight } = ridge.weights[at] ?? { mean: 0, weight: 0 };
    if (weight === 0) continue;
    effects[term.column] = (effects[term.column] ?? 0) + share * weight * (termValue(term, cells) - mean);
  }
  return ridge.base * share;
}

interface Solution {
  readonly base: number;
  readonly slopes: Float64Array<ArrayBuffer>;
}

function said({ base, slopes }: Solution, row: Float64Array): number {
  let sum = base;
  for (let at = 0; at < row.length; at += 1) sum += (slopes[at] ?? 0) * (row[at] ?? 0);
  return sum;
}

/** Weighted normal equations, by elimination: the matrix is symmetric and, with the penalty, positive definite. */
function solve(rows: readonly Float64Array[], target: Float64Array, trust: Float64Array): Solution {
  const size = rows[0]?.length ?? 0;
  const width = size + 1;
  const trusted = trust.reduce((sum, own) => sum + own, 0);
  const base =
    target.reduce((sum, own, index) => sum + own * (trust[index] ?? 0), 0) / Math.max(1e-9, trusted);
  const system = new Float64Array(size * width);
  for (const [index, row] of rows.entries()) {
    const weight = trust[index] ?? 0;
    const error = (target[index] ?? 0) - base;
    for (let one = 0; one < size; one += 1) {
      const weighted = weight * (row[one] ?? 0);
      if (weighted === 0) continue;
      const at = one * width;
      for (let other = one; other < size; other += 1) system[at + other]! += weighted * (row[other] ?? 0);
      system[at + size]! += weighted * error;
    }
  }
  for (let one = 0; one < size; one += 1) {
    system[one * width + one]! += penalty;
    for (let other = 0; other < one; other += 1) system[one * width + other] = system[other * width + one]!;
  }
  return { base, slopes: eliminate(system, size) };
}

function eliminate(system: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const width = size + 1;
  for (let pivot = 0; pivot < size; pivot += 1) {
    for (let row = pivot + 1; row < size; row += 1) {
      const factor = system[row * width + pivot]! / system[pivot * width + pivot]!;
      if (factor === 0) continue;
      for (let at = pivot; at < width; at += 1)
        system[row * width + at]! -= factor * system[pivot * width + at]!;
    }
  }
  const slopes = new Float64Array(size);
  for (let pivot = size - 1; pivot >= 0; pivot -= 1) {
    let sum = system[pivot * width + size]!;
    for (let at = pivot + 1; at < size; at += 1) sum -= system[pivot * width + at]! * slopes[at]!;
    slopes[pivot] = sum / system[pivot * width + pivot]!;
  }
  return slopes;
}
