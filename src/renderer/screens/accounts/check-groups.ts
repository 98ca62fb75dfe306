import type { CheckAbout, ConnectionCheck } from '../../../shared/models/account.ts';

type CheckLine = ConnectionCheck['lines'][number];
type Status = CheckLine['status'];

/** Lines of a check that are about the same, those that need somebody first. */
export interface CheckGroup {
  readonly about: CheckAbout;
  /** That of its worst line. */
  readonly status: Status;
  readonly lines: readonly CheckLine[];
}

const order = ['sign_in', 'permissions', 'network', 'limits', 'version', 'machine'] as const;
const weight: Readonly<Record<Status, number>> = { problem: 0, warning: 1, ok: 2 };

/** The lines of a check by what they are about, in the order in which they matter; groups without lines are left out. */
export function checkGroups(lines: readonly CheckLine[]): CheckGroup[] {
  return order.flatMap((about) => {
    const own = lines
      .filter((line) => line.about === about)
      .toSorted((a, b) => weight[a.status] - weight[b.status]);
    const [worst] = own;
    return worst === undefined ? [] : [{ about, status: worst.status, lines: own }];
  });
}

/** How many lines need somebody, and how bad the worst of them is. */
export function countTroubles(lines: readonly CheckLine[]): {
  readonly problems: number;
  readonly warnings: number;
  readonly worst: Status;
} {
  const problems = lines.filter(({ status }) => status === 'problem').length;
  const warnings = lines.filter(({ status }) => status === 'warning').length;
  return { problems, warnings, worst: problems > 0 ? 'problem' : warnings > 0 ? 'warning' : 'ok' };
}
