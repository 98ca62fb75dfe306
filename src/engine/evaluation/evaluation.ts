/** A table of figures, its cells as they are printed. */
export type FigureTable = {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A figure beside what it should reach on data that no model has seen. */
export type Target = {
  readonly name: string;
  readonly value: number;
  readonly atLeast?: number;
  readonly atMost?: number;
};

/** What one evaluation of a file found. */
export type Findings = {
  readonly tables: readonly FigureTable[];
  /** What a reader must know to judge the figures, a sentence each. */
  readonly notes: readonly string[];
  /** The figures for machines: one line of JSON. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly targets: readonly Target[];
};

/** Whether a figure reaches its target; never for one that is not a number. */
export const isMet = ({ value, atLeast = -Infinity, atMost = Infinity }: Target): boolean =>
  value >= atLeast && value <= atMost;
