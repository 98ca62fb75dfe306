import { kindOf } from './spec.ts';
import type { RunResult, RunSpec } from './spec.ts';

/** A run and what it came to. `failed`: the harness or the app broke in it, which proves nothing and passes for nothing. */
export interface Played {
  readonly spec: RunSpec;
  readonly result: RunResult;
  readonly failed: string | null;
}

export interface Counts {
  readonly runs: number;
  readonly killed: number;
  readonly lost: number;
  readonly doubled: number;
  readonly unknown: number;
  readonly failed: number;
}

export function countsOf(played: readonly Played[]): Counts {
  const sum = (is: (run: Played) => boolean): number => played.filter(is).length;
  return {
    runs: played.length,
    killed: sum(({ result }) => result.killed),
    lost: sum(({ result }) => result.lost),
    doubled: sum(({ result }) => result.doubled),
    unknown: sum(({ result }) => result.unknown),
    failed: sum(({ failed }) => failed !== null),
  };
}

/** Runs, deaths and ends for each platform and kind of kill, with the share that ended unknown. */
export function tableOf(played: readonly Played[]): string {
  const rows = new Map<string, Played[]>();
  for (const run of played) {
    const key = `${run.spec.platform}\t${kindOf(run.spec)}`;
    rows.set(key, [...(rows.get(key) ?? []), run]);
  }
  const lines = [...rows].map(([key, runs]) => {
    const { killed, lost, doubled, unknown, failed } = countsOf(runs);
    const [platform = '', kind = ''] = key.split('\t');
    const share = `${((100 * unknown) / runs.length).toFixed(1)} %`;
    return [platform, kind, runs.length, killed, lost, doubled, unknown, share, failed].map(String);
  });
  const head = ['platform', 'killed at', 'runs', 'died', 'lost', 'doubled', 'unknown', 'share', 'broken'];
  const sorted = lines.toSorted((left, right) =>
    left.slice(0, 2).join('\t').localeCompare(right.slice(0, 2).join('\t')),
  );
  const table = [head, ...sorted];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const isText = (column: number): boolean => column < 2;
  return table
    .map((row) =>
      row
        .map((cell, column) =>
          isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
