/** How well classes were told, all figures 0 to 1. */
export type ClassificationFigures = {
  readonly accuracy: number;
  /** The mean of the classes' recalls: each class counts the same. */
  readonly macroRecall: number;
  /** The mean of the classes' F1, weighted by how many rows belong to each. */
  readonly f1: number;
  readonly byClass: readonly ClassFigures[];
};

export type ClassFigures = {
  readonly name: string;
  readonly rows: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
};

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const meanOf = (values: readonly number[]): number =>
  share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );

/** Compares what was told with what is; classes that no row belongs to count in no mean. */
export const classificationFigures = (
  actual: readonly string[],
  told: readonly string[],
): ClassificationFigures => {
  const names = [...new Set(actual)].sort();
  const right = (name: string): number =>
    actual.filter((known, row) => known === name && told[row] === name).length;
  const byClass = names.map((name) => {
    const rows = actual.filter((known) => known === name).length;
    const precision = share(right(name), told.filter((guess) => guess === name).length);
    const recall = share(right(name), rows);
    return { name, rows, precision, recall, f1: share(2 * precision * recall, precision + recall) };
  });
  return {
    accuracy: share(actual.filter((known, row) => known === told[row]).length, actual.length),
    macroRecall: meanOf(byClass.map(({ recall }) => recall)),
    f1: share(
      byClass.reduce((sum, { f1, rows }) => sum + f1 * rows, 0),
      actual.length,
    ),
    byClass,
  };
};
