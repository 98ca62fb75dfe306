import type { ImportPreview, importProblem } from '../../shared/contract/imports.ts';
import type { z } from 'zod';
import { table } from './table.ts';

type Problem = z.infer<typeof importProblem>;

const mostRows = 200;

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
  const rows = alike(problems).map(({ lines, column, message, fix }) => [
    lineRanges(lines),
    column ?? '',
    message,
    fix,
  ]);
  const left = rows.length - mostRows;
  const more = left > 0 ? `\nand ${left} more; --json lists all.` : '';
  return `${title}\n${table(['Line', 'Column', 'What', 'What to do'], rows.slice(0, mostRows))}${more}`;
}

/** One entry for all lines that have the very same problem, in the order of their first line. */
function alike(problems: readonly Problem[]): (Omit<Problem, 'line'> & { lines: number[] })[] {
  const groups = new Map<string, Omit<Problem, 'line'> & { lines: number[] }>();
  for (const { line, column, message, fix } of problems) {
    const key = JSON.stringify([column, message, fix]);
    const group = groups.get(key) ?? { column, message, fix, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** `2-5, 9` for 2, 3, 4, 5 and 9. */
function lineRanges(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last !== undefined && line <= last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
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
  return (micros / 1_000_000).toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 3,
  });
}
