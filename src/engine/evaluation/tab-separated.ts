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
