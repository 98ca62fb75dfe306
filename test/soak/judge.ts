import Driver from 'better-sqlite3';

/** What the network took: in the order in which it took it. */
export interface Taken {
  readonly text: string;
  readonly account: string;
}

/** The outcome of a soak; all but `unknown`, `published` and `explained` must be 0. */
export interface Verdict {
  readonly deliveries: number;
  readonly states: Readonly<Record<string, number>>;
  readonly lost: string[];
  readonly doubled: string[];
  readonly denied: string[];
  readonly outOfOrder: string[];
  readonly unexplained: string[];
  readonly unknown: number;
}

interface Row {
  readonly id: string;
  readonly account: string;
  readonly state: string;
  readonly dueAt: number;
  readonly text: string;
  readonly problem: string | null;
  readonly detours: number;
}

/** Compares the data file with what the network took. Each delivery has a text of its own. */
export function judge(file: string, taken: readonly Taken[]): Verdict {
  const driver = new Driver(file, { readonly: true });
  try {
    const rows = driver
      .prepare<[], Row>(
        `SELECT d.id, d.account_id AS account, d.state, d.due_at AS dueAt, x.text, d.problem,
           (SELECT count(*) FROM delivery_event e WHERE e.delivery_id = d.id AND e.kind IN ('attempt_failed', 'unclear', 'failed', 'unknown', 'missed')) AS detours
         FROM delivery d JOIN delivery_part x ON x.delivery_id = d.id AND x.position = 0`,
      )
      .all();
    const counts = new Map<string, number>();
    for (const { text } of taken) counts.set(text, (counts.get(text) ?? 0) + 1);
    const named = (wanted: (row: Row, count: number) => boolean): string[] =>
      rows
        .filter((row) => wanted(row, counts.get(row.text) ?? 0))
        .map((row) => `${row.text} (${row.state}, at the network ${counts.get(row.text) ?? 0})`);
    return {
      deliveries: rows.length,
      states: Object.fromEntries(
        [...Map.groupBy(rows, (row) => row.state)].map(([state, all]) => [state, all.length]),
      ),
      lost: named(
        (row, count) =>
          (row.state === 'published' && count === 0) ||
          ['scheduled', 'publishing', 'draft'].includes(row.state),
      ),
      doubled: named((_, count) => count > 1),
      denied: named((row, count) => ['failed', 'missed', 'cancelled'].includes(row.state) && count > 0),
      outOfOrder: outOfOrder(rows, taken),
      unexplained: named((row) => row.state !== 'published' && row.problem === null),
      unknown: rows.filter((row) => row.state === 'unknown').length,
    };
  } finally {
    driver.close();
  }
}

/** Posts that an account made before one that was due earlier, where neither met a fault of its own. */
function outOfOrder(rows: readonly Row[], taken: readonly Taken[]): string[] {
  const byText = new Map(rows.map((row) => [row.text, row]));
  const latest = new Map<string, Row>();
  return taken.flatMap(({ text }) => {
    const row = byText.get(text);
    if (row === undefined || row.detours > 0) return [];
    const before = latest.get(row.account);
    if (before !== undefined && before.dueAt > row.dueAt) return [`${row.text} came after ${before.text}`];
    latest.set(row.account, row);
    return [];
  });
}
