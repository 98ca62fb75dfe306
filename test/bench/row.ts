/** One line of the table, and under it one for each yardstick. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly measured: Measured;
  /** What it should reach. Without one the row only informs. */
  readonly target?: Limit;
  /** The same measured on what others use, or without what we do about it, in the same run. */
  readonly yardsticks?: readonly Yardstick[];
}

interface Limit {
  readonly limit: number;
  readonly better: 'less' | 'more';
}

export interface Yardstick {
  readonly name: string;
  readonly measured: Measured;
  /**
   * How many times the yardstick the row is, taken anew in each round, because both sides of a round met the same load of
   * the machine. By default the medians are compared.
   */
  readonly ratio?: Measured;
  /** How many times the yardstick the row should be. */
  readonly target?: Limit;
}

/** The median and how far the runs lie apart. */
export interface Measured {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  readonly runs: number;
}

/** A group of rows, and what is to be said of how they were measured. */
export interface Report {
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

/** Measures a group. Throws where something it needs is missing or does not work. */
export type Group = () => Promise<readonly Row[] | Report>;

/** How many times a yardstick a row is. */
export function ratioOf(row: Row, yardstick: Yardstick): number {
  return yardstick.ratio?.median ?? row.measured.median / yardstick.measured.median;
}

/** Whether a value keeps to its limit; null where it has none. */
export function reached(value: number, target: Limit | undefined): boolean | null {
  if (target === undefined) return null;
  return target.better === 'less' ? value <= target.limit : value >= target.limit;
}

/** The verdict on each target of a row: its own and those of its yardsticks. */
export function verdicts(row: Row): readonly boolean[] {
  return [
    reached(row.measured.median, row.target),
    ...(row.yardsticks ?? []).map((yardstick) => reached(ratioOf(row, yardstick), yardstick.target)),
  ].filter((met) => met !== null);
}
