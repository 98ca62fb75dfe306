import { binColumn } from './bins.ts';
import { medianOf, quantileOfSorted } from '../../statistics/median.ts';
import { inFull } from './ridge.ts';
import type { Draws } from './seeded.ts';
import { addTreeEffects, growTree, treeValue } from './tree.ts';
import type { Tree } from './tree.ts';

/** A sum of shallow trees, each fitted to what those before it left over. */
export interface Boosting {
  readonly base: number;
  readonly step: number;
  readonly trees: readonly Tree[];
}

/** Rows from which fewer trees with longer steps do. */
const many = 2000;
/** Most rows that one tree looks at. */
const mostRows = 4000;

/** Gradient boosting of trees of depth 3 with Huber's loss (Friedman 2001), each on a part of the rows (2002). */
export function fitBoosting(
  columns: number,
  cells: readonly Float64Array[],
  target: Float64Array,
  draws: Draws,
): Boosting {
  const count = cells.length;
  const binned = Array.from({ length: columns }, (_, column) =>
    binColumn(Float64Array.from(cells, (row) => row[column] ?? 0)),
  );
  const [rounds, step] = count < many ? [300, 0.06] : [80, 0.16];
  const shape = {
    depth: 3,
    leafRows: Math.max(5, Math.min(60, Math.round(count / 500))),
    features: 0.5,
    shrinkRows: 0,
  };
  const base = medianOf([...target]);
  const expected = new Float64Array(count).fill(base);
  const left = new Float64Array(count);
  const order = Int32Array.from({ length: count }, (_, index) => index);
  const taken = Math.max(1, Math.min(mostRows, Math.floor(count * 0.6)));
  const trees: Tree[] = [];
  for (let round = 0; round < rounds; round += 1) {
    draw(order, taken, draws);
    const rows = order.slice(0, taken);
    const sizes = new Float64Array(taken);
    for (let index = 0; index < taken; index += 1) {
      const row = rows[index] ?? 0;
      left[row] = (target[row] ?? 0) - (expected[row] ?? 0);
      sizes[index] = Math.abs(left[row] ?? 0);
    }
    const limit = quantileOfSorted(sizes.sort(), inFull);
    for (const row of rows) left[row] = Math.max(-limit, Math.min(limit, left[row] ?? 0));
    const tree = growTree(binned, left, rows, shape, draws);
    trees.push(tree);
    for (let row = 0; row < count; row += 1) {
      expected[row] = (expected[row] ?? 0) + step * treeValue(tree, cells[row] ?? new Float64Array());
    }
  }
  return { base, step, trees };
}

/** Adds what each column does, `share` of it, to `effects`; answers the base. */
export function addBoostingEffects(
  { base, step, trees }: Boosting,
  cells: Float64Array,
  share: number,
  effects: Float64Array,
): number {
  let sum = base * share;
  for (const tree of trees) sum += addTreeEffects(tree, cells, step * share, effects);
  return sum;
}

/** Puts a random choice of `count` rows to the front. */
function draw(order: Int32Array, count: number, draws: Draws): void {
  for (let at = 0; at < count; at += 1) {
    const other = at + draws.below(order.length - at);
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
