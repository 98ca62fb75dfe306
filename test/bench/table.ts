import { ratioOf, reached } from './row.ts';
import type { Measured, Row, Yardstick } from './row.ts';

/** The rows as text for a terminal: what is beside a row stands under it, with how many times as much the row is. */
export function tableOf(rows: readonly Row[]): string {
  const heads = ['', 'median', 'lowest to highest', 'runs', 'ours is', 'target', ''];
  const lines = [
    heads,
    ...rows.flatMap((row) => [
      cellsOf(row),
      ...(row.yardsticks ?? []).map((other) => cellsBeside(row, other)),
    ]),
  ];
  const widths = heads.map((_head, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf({ name, unit, measured, target }: Row): string[] {
  return [
    name,
    `${shown(measured.median)} ${unit}`,
    spread(measured),
    String(measured.runs),
    '',
    target === undefined ? '' : `${atMostOrLeast(target.better)} ${shown(target.limit)} ${unit}`,
    word(reached(measured.median, target)),
  ];
}

function cellsBeside(row: Row, yardstick: Yardstick): string[] {
  const { name, measured, target } = yardstick;
  const ratio = ratioOf(row, yardstick);
  return [
    `    ${name}`,
    `${shown(measured.median)} ${row.unit}`,
    spread(measured),
    String(measured.runs),
    `${shown(ratio)} x`,
    target === undefined ? '' : `${atMostOrLeast(target.better)} ${shown(target.limit)} x`,
    word(reached(ratio, target)),
  ];
}

function atMostOrLeast(better: 'less' | 'more'): string {
  return better === 'less' ? 'at most' : 'at least';
}

function word(met: boolean | null): string {
  return met === null ? '' : met ? 'met' : 'MISSED';
}

function spread({ lowest, highest }: Measured): string {
  return lowest === highest ? '' : `${shown(lowest)} to ${shown(highest)}`;
}

function shown(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}
