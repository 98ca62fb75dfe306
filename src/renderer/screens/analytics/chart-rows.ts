import type { AccountSummary, MetricName } from '../../../shared/models/metric.ts';
import { handleOf } from '../../../shared/models/account-handle.ts';

/** One line of a chart: the account it is about and its readings. */
export interface ChartLine {
  readonly key: string;
  readonly name: string;
  readonly points: readonly { readonly at: number; readonly value: number }[];
}

/** One reading time with each line's value at that time, as the chart and its table want it. */
export type ChartRow = { readonly at: number } & Readonly<Record<string, number | null>>;

/** What is asked for first comes first. */
const firstShown: readonly MetricName[] = [
  'impressions',
  'engagements',
  'followers',
  'likes',
  'comments',
  'shares',
];

/** The metrics that at least one account has readings of, the ones that are asked for most often first; at most six. */
export const chartedMetrics = (accounts: readonly AccountSummary[]): MetricName[] => {
  const known = new Set(
    accounts.flatMap(({ series }) =>
      series.filter(({ points }) => points.length > 0).map(({ metric }) => metric),
    ),
  );
  return [...firstShown.filter((metric) => known.delete(metric)), ...known].slice(0, 6);
};

/** The lines of one metric, one an account. */
export const linesOf = (accounts: readonly AccountSummary[], metric: MetricName): ChartLine[] =>
  accounts.flatMap(({ accountId, username, series }) => {
    const found = series.find((entry) => entry.metric === metric);
    return found && found.points.length > 0
      ? [{ key: accountId, name: handleOf({ username }), points: found.points }]
      : [];
  });

/** All reading times of these lines, oldest first; a line without a reading at a time has null there. */
export function rowsOf(lines: readonly ChartLine[]): ChartRow[] {
  const rows = new Map<number, Record<string, number | null>>();
  for (const line of lines) {
    for (const { at, value } of line.points) {
      const row = rows.get(at) ?? Object.fromEntries(lines.map(({ key }) => [key, null]));
      row[line.key] = value;
      rows.set(at, row);
    }
  }
  return [...rows].sort(([a], [b]) => a - b).map(([at, row]) => ({ ...row, at }));
}
