import type { ImportPreview, importProblem } from '../../shared/contract/imports.ts';
import type { z } from 'zod';
import { table } from './table.ts';

type Problem = z.infer<typeof importProblem>;

const mostLines = 200;

/** What an import would do, in words and tables. Times are shown in `zone`. */
export function importReport(
  preview: ImportPreview,
  fileName: string,
  zone: string,
  skipProblems: boolean,
): string {
  const problemRows = new Set(preview.problems.map(({ line }) => line)).size;
  const parts = [
    `${fileName}: ${count(preview.rows, 'row')}. ${preview.ready} ready, ${preview.already} already here, ${problemRows} with a problem.`,
    when(preview, zone),
    cost(preview),
    problemTable('Problems', preview.problems),
    problemTable('Worth knowing', preview.warnings),
    verdict(preview, problemRows, skipProblems),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function when({ firstAt, lastAt, ready }: ImportPreview, zone: string): string {
  if (ready === 0) return '';
  if (firstAt === null || lastAt === null) return 'They become drafts.';
  const shown = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return `The first goes out ${shown.format(firstAt)}, the last ${shown.format(lastAt)} (${zone}).`;
}

function cost({ costMicros, capMicros, spentMicros, withinCap, ready }: ImportPreview): string {
  if (ready === 0) return '';
  const sum =
    costMicros === 0 ? 'Publishing them costs nothing.' : `Publishing them costs ${dollars(costMicros)}.`;
  if (capMicros === null) return `${sum} No monthly cap is set.`;
  const stand = `${dollars(spentMicros)} of the monthly cap of ${dollars(capMicros)} are spent or set aside.`;
  return `${sum} ${stand} ${withinCap ? 'This fits.' : 'This would pass the cap.'}`;
}

function problemTable(title: string, problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const rows = problems
    .slice(0, mostLines)
    .map(({ line, column, message, fix }) => [String(line), column ?? '', message, fix]);
  const left = problems.length - mostLines;
  const more = left > 0 ? `\nand ${left} more; --json lists all.` : '';
  return `${title}\n${table(['Line', 'Column', 'What', 'What to do'], rows)}${more}`;
}

function verdict(preview: ImportPreview, problemRows: number, skipProblems: boolean): string {
  if (preview.rows === 0) return 'This file has no rows.';
  if (!preview.withinCap)
    return 'Raise the cap in Settings or import fewer rows. Nothing can be imported as it is.';
  if (problemRows > 0 && !skipProblems) {
    return `Mend ${problemRows === 1 ? 'the row' : `the ${problemRows} rows`}, or leave them out with --skip-problems.`;
  }
  return preview.ready === 0 ? 'Nothing new to import.' : '';
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function dollars(micros: number): string {
  return (micros / 1_000_000).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
}
