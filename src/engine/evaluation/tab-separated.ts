import { readTable } from '../imports/table/read-table.ts';
import { EvaluationInputError } from './input-error.ts';

/** A row by the header's names in lower case, and its line in the file. */
export type TabRow = { readonly line: number; readonly cells: ReadonlyMap<string, string> };

/**
 * Reads tab-separated values with a header. Quotes are text like any other; a byte order mark, CRLF and empty lines are
 * passed over. What has more tabs than the header belongs to the last column.
 * @throws EvaluationInputError where a needed column is not in the header.
 */
export const readTabSeparated = (text: string, needed: readonly (readonly string[])[]): readonly TabRow[] => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const heads = (lines[0] ?? '').split('\t').map((head) => head.trim().toLowerCase());
  for (const names of needed) {
    if (names.some((name) => heads.includes(name))) continue;
    const found = heads.filter((head) => head !== '').slice(0, 12);
    throw new EvaluationInputError(
      `The first line names no column ${names.map((name) => `"${name}"`).join(' or ')}. ` +
        (found.length === 0 ? 'It is empty. ' : `It names: ${found.join(', ')}. `) +
        'Give the file a header, its columns separated by tabs.',
    );
  }
  return lines.flatMap((line, index) => {
    if (index === 0 || line.trim() === '') return [];
    const cells = line.split('\t');
    const named = heads.map((head, column) => {
      const last = column === heads.length - 1;
      return [head, last ? cells.slice(column).join('\t') : (cells[column] ?? '')] as const;
    });
    return [{ line: index + 1, cells: new Map(named) }];
  });
};

/**
 * The same of a table as spreadsheets write it: quoted cells, line breaks within them, commas or semicolons too. Null where
 * a needed column is not in the header, or a line is not such a table's.
 */
export const readQuoted = (
  text: string,
  needed: readonly (readonly string[])[],
): readonly TabRow[] | null => {
  const known = new Set(needed.flat());
  const { header, lines } = readTable(text, (head) => known.has(head.trim().toLowerCase()));
  const heads = header.map((head) => head.trim().toLowerCase());
  const complete = needed.every((names) => names.some((name) => heads.includes(name)));
  if (!complete || lines.some(({ fault }) => fault !== null)) return null;
  return lines.map(({ line, cells }) => ({
    line,
    cells: new Map(heads.map((head, column) => [head, cells[column] ?? ''])),
  }));
};
