import type { Measured } from './row.ts';

/** The value below which `share` of all values lie (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

/** The median of runs with their extremes. */
export function measured(runs: readonly number[]): Measured {
  return {
    median: percentile(runs, 0.5),
    lowest: Math.min(...runs),
    highest: Math.max(...runs),
    runs: runs.length,
  };
}

/** Repeats a measurement one after the other. */
export async function repeat(
  times: number,
  measure: (run: number) => number | Promise<number>,
): Promise<number[]> {
  const values: number[] = [];
  for (let run = 0; run < times; run += 1) values.push(await measure(run));
  return values;
}

/**
 * Of several rounds of runs the one with the lowest median counts: other programs on the machine make a time longer and
 * never shorter. The extremes are those of all rounds.
 */
export function bestOf(medians: readonly number[], runs: readonly number[]): Measured {
  return { ...measured(runs), median: Math.min(...medians) };
}

/** Measures in rounds, of which the best counts. */
export async function bestRound(
  { rounds, runs }: { rounds: number; runs: number },
  measure: () => number | Promise<number>,
): Promise<Measured> {
  const values: number[][] = [];
  for (let round = 0; round < rounds; round += 1) values.push(await repeat(runs, measure));
  return bestOf(
    values.map((round) => measured(round).median),
    values.flat(),
  );
}
