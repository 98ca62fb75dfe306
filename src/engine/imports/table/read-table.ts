import Papa from 'papaparse';
import { delimiterOf, linesBefore } from './delimiter.ts';

/** What is wrong with a line as such. `tooFew` is none: missing cells at the end are empty. */
type LineFault = 'quotes' | 'tooMany';

export interface TableLine {
  /** Counts from 1 with the header and with empty lines, as a spreadsheet shows it; a cell of several lines is in one. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault: LineFault | null;
}

export interface Table {
  readonly header: readonly string[];
  readonly lines: readonly TableLine[];
}

/**
 * Reads a table from CSV (RFC 4180 and what spreadsheets make of it): commas, semicolons, tabs or bars, any line
 * ending, quoted cells with quotes and line breaks, a byte order mark, empty lines. Never throws.
 */
export function readTable(csv: string, isKnownColumn: (name: string) => boolean = () => false): Table {
  const text = csv.replace(/^\u{feff}/u, '');
  const skipped = linesBefore(text);
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text, isKnownColumn),
    skipEmptyLines: false,
  });
  const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
  const [header = []] = data.slice(skipped, skipped + 1);
  const lines = data.slice(skipped + 1).map((cells, index) => {
    const position = index + skipped + 1;
    return { line: position + 1, cells, fault: faultOf(cells, header, broken.has(position)) };
  });
  return { header, lines: lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
}

function faultOf(cells: readonly string[], header: readonly string[], broken: boolean): LineFault | null {
  if (broken) return 'quotes';
  return cells.slice(header.length).some((cell) => cell.trim() !== '') ? 'tooMany' : null;
}
