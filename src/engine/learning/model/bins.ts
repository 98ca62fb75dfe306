/** Most steps that a column is cut into. */
const mostBins = 32;

/** One feature of all rows, cut into steps of about equally many rows. */
export interface BinnedColumn {
  /** Upper ends of the steps, ascending; what is above the last is in the step behind it. */
  readonly edges: readonly number[];
  readonly codes: Uint8Array;
}

/** Cuts the values of a column into steps. */
export function binColumn(values: Float64Array): BinnedColumn {
  const edges = edgesOf(values);
  const codes = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row += 1) codes[row] = binOf(edges, values[row] ?? 0);
  return { edges, codes };
}

/** The step that a value belongs to. */
export function binOf(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function edgesOf(values: Float64Array): number[] {
  const step = Math.max(1, Math.floor(values.length / 4000));
  const sorted = values.filter((_, row) => row % step === 0).sort();
  const distinct = sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
  const between = (low: number, high: number): number => (low + high) / 2;
  if (distinct.length <= mostBins) {
    return Array.from(distinct.subarray(1), (value, index) => between(distinct[index] ?? value, value));
  }
  const edges = new Set<number>();
  for (let cut = 1; cut < mostBins; cut += 1) {
    const at = Math.floor((cut * sorted.length) / mostBins);
    const [low, high] = [sorted[at - 1] ?? 0, sorted[at] ?? 0];
    edges.add(low === high ? low : between(low, high));
  }
  return [...edges].sort((left, right) => left - right);
}
