import Papa from 'papaparse';

const delimiters = [',', ';', '\t', '|'] as const;
/** A first line that tells spreadsheets the delimiter, as `sep=;`. */
const announcement = /^sep=(.)\r?\n/i;

/**
 * What separates the columns: what the file announces, else what gives the header most columns that `isKnown` knows
 * (most columns at all where it knows none). A guess from the whole file would be misled by posts full of semicolons.
 */
export function delimiterOf(csv: string, isKnown: (name: string) => boolean): string {
  const announced = announcement.exec(csv)?.[1];
  if (announced !== undefined) return announced;
  const scored = delimiters.map((delimiter) => {
    const [header = []] = Papa.parse<string[]>(csv, { delimiter, preview: 1 }).data;
    return { delimiter, known: header.filter(isKnown).length, columns: header.length };
  });
  // A stable sort: of delimiters that do equally well the first of the list is taken.
  const [best] = scored.toSorted((left, right) => right.known - left.known || right.columns - left.columns);
  return best?.delimiter ?? ',';
}

/** How many lines at the start are not the table: the announcement of a delimiter. */
export function linesBefore(csv: string): number {
  return announcement.test(csv) ? 1 : 0;
}
