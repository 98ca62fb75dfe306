import type { BinnedColumn } from './bins.ts';
import type { Draws } from './seeded.ts';

/** A node of a tree; `feature` is -1 at a leaf. Rows whose step is at most `bin` go left. */
export interface TreeNode {
  readonly feature: number;
  /** Values up to this go left. */
  readonly threshold: number;
  readonly left: number;
  readonly right: number;
  /** The mean of the rows that came here. */
  readonly value: number;
}

/** Nodes of a tree, the root first. */
export type Tree = readonly TreeNode[];

export interface TreeShape {
  readonly depth: number;
  /** Fewest rows of a leaf. */
  readonly leafRows: number;
  /** Share of the features that each split looks at. */
  readonly features: number;
  /** Rows that every leaf is shrunk by, as if it had so many more whose target is that of the node above. */
  readonly shrinkRows: number;
}

/** Grows a regression tree that lowers the squared error, on these rows. */
export function growTree(
  columns: readonly BinnedColumn[],
  target: Float64Array,
  rows: Int32Array,
  shape: TreeShape,
  draws: Draws,
): Tree {
  const nodes: TreeNode[] = [];
  const sums = new Float64Array(33);
  const counts = new Int32Array(33);

  const grow = (from: number, to: number, depth: number, above: number): number => {
    const count = to - from;
    let sum = 0;
    for (let index = from; index < to; index += 1) sum += target[rows[index] ?? 0] ?? 0;
    const value = (sum + above * shape.shrinkRows) / (count + shape.shrinkRows);
    const id = nodes.length;
    nodes.push({ feature: -1, threshold: 0, left: -1, right: -1, value });
    if (depth >= shape.depth || count < 2 * shape.leafRows) return id;

    let best = { gain: 1e-9, feature: -1, bin: 0 };
    const whole = (sum * sum) / count;
    for (let feature = 0; feature < columns.length; feature += 1) {
      const column = columns[feature];
      if (column === undefined || column.edges.length === 0) continue;
      if (shape.features < 1 && draws.fraction() >= shape.features) continue;
      const { codes, edges } = column;
      sums.fill(0);
      counts.fill(0);
      for (let index = from; index < to; index += 1) {
        const row = rows[index] ?? 0;
        const code = codes[row] ?? 0;
        sums[code] = (sums[code] ?? 0) + (target[row] ?? 0);
        counts[code] = (counts[code] ?? 0) + 1;
      }
      let [leftSum, leftCount] = [0, 0];
      for (let bin = 0; bin < edges.length; bin += 1) {
        leftSum += sums[bin] ?? 0;
        leftCount += counts[bin] ?? 0;
        if (leftCount < shape.leafRows) continue;
        const rightCount = count - leftCount;
        if (rightCount < shape.leafRows) break;
        const rightSum = sum - leftSum;
        const gain = (leftSum * leftSum) / leftCount + (rightSum * rightSum) / rightCount - whole;
        if (gain > best.gain) best = { gain, feature, bin };
      }
    }
    const column = columns[best.feature];
    if (column === undefined) return id;
    const middle = partition(rows, from, to, column.codes, best.bin);
    const left = grow(from, middle, depth + 1, value);
    const right = grow(middle, to, depth + 1, value);
    nodes[id] = { feature: best.feature, threshold: column.edges[best.bin] ?? 0, left, right, value };
    return id;
  };

  grow(0, rows.length, 0, 0);
  return nodes;
}

function partition(rows: Int32Array, from: number, to: number, codes: Uint8Array, bin: number): number {
  let [low, high] = [from, to - 1];
  while (low <= high) {
    const row = rows[low] ?? 0;
    if ((codes[row] ?? 0) <= bin) low += 1;
    else {
      rows[low] = rows[high] ?? 0;
      rows[high] = row;
      high -= 1;
    }
  }
  return low;
}

/** What the tree says of a row. */
export function treeValue(tree: Tree, row: readonly number[] | Float64Array): number {
  let node = tree[0];
  while (node !== undefined && node.feature >= 0) {
    node = tree[(row[node.feature] ?? 0) <= node.threshold ? node.left : node.right];
  }
  return node?.value ?? 0;
}

/**
 * Adds to `effects` what each feature did on the row's way from root to leaf (Saabas 2014): with the root's value, which
 * is answered, they add up to what the tree says.
 */
export function addTreeEffects(
  tree: Tree,
  row: readonly number[] | Float64Array,
  weight: number,
  effects: Float64Array,
): number {
  let node = tree[0];
  const root = node?.value ?? 0;
  while (node !== undefined && node.feature >= 0) {
    const next: TreeNode | undefined =
      tree[(row[node.feature] ?? 0) <= node.threshold ? node.left : node.right];
    effects[node.feature] = (effects[node.feature] ?? 0) + weight * ((next?.value ?? 0) - node.value);
    node = next;
  }
  return root * weight;
}
