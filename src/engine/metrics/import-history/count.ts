/** Digits with one kind of mark between groups of thousands or none, and nothing but zeros behind a decimal point or comma. */
const written = /^(\d{1,3}(?:([., \u00A0\u202F'’])\d{3}(?:\2\d{3})*)?|\d{1,15})(?:[.,]0+)?$/;

/**
 * The count in a cell as people and spreadsheets of any country write it; `1.000` is a thousand. Null for an empty cell or a
 * dash, undefined for what is no whole count.
 */
export function countOf(cell: string): number | null | undefined {
  if (cell === '' || cell === '-') return null;
  const whole = written.exec(cell)?.[1];
  return whole === undefined ? undefined : Number(whole.replaceAll(/\D/g, ''));
}
