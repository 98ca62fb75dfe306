import { reached } from './row.ts';
import type { Measured, Row } from './row.ts';

/** The rows as text for a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const heads = ['', 'median', 'lowest to highest', 'runs', 'target', '', 'beside it'];
  const lines = [heads, ...rows.map(cellsOf)];
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

function cellsOf(row: Row): string[] {
  const { name, unit, measured, target, yardsticks = [] } = row;
  const met = reached(row);
  return [
    name,
    `${shown(measured.median)} ${unit}`,
    spread(measured),
    String(measured.runs),
    target === undefined
      ? ''
      : `${target.better === 'less' ? 'at most' : 'at least'} ${shown(target.limit)} ${unit}`,
    met === null ? '' : met ? 'met' : 'MISSED',
    yardsticks
      .map((other) => `${other.name}: ${shown(other.measured.median)} (${spread(other.measured)})`)
      .join('; '),
  ];
}

function spread({ lowest, highest }: Measured): string {
  return lowest === highest ? '' : `${shown(lowest)} to ${shown(highest)}`;
}

function shown(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}
