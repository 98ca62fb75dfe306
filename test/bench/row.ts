/** One line of the table. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly measured: Measured;
  /** What it should reach. Without one the row only informs. */
  readonly target?: { readonly limit: number; readonly better: 'less' | 'more' };
  /** The same measured on what others use, or without what we do about it, in the same run. */
  readonly yardsticks?: readonly { readonly name: string; readonly measured: Measured }[];
}

/** The median and how far the runs lie apart. */
export interface Measured {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  readonly runs: number;
}

/** A group of rows. Throws where something it needs is missing or does not work. */
export type Group = () => Promise<readonly Row[]>;

/** Whether a row reaches its target; null where it has none. */
export function reached({ measured, target }: Row): boolean | null {
  if (target === undefined) return null;
  return target.better === 'less' ? measured.median <= target.limit : measured.median >= target.limit;
}
