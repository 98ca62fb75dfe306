import Driver from 'better-sqlite3';
import type { Database, DriverStatement, PreparedStatement, SqlParams } from './database.ts';
import type { WriteGate } from './gate.ts';
import { createTransactions } from './transactions.ts';

/** How long a writer waits for its turn before it gives up, in milliseconds. The main thread asks for less. */
const gateTimeoutMs = 10_000;

/**
 * Pages in the log after which whoever commits copies them to the main file. The thread that must not block leaves that to
 * the others unless they write nothing.
 */
const checkpointPages = 2_000;

export interface OpenOptions {
  readonly file: string;
  readonly gate: WriteGate;
  /** Milliseconds; a window must not freeze for longer than it takes to notice. */
  readonly gateTimeoutMs?: number;
}

/** Opens one thread's connection and asserts the settings that the ledger's promises rest on. */
export function openDatabase(options: OpenOptions): Database {
  const driver = new Driver(options.file);
  try {
    configure(driver);
    driver.pragma(
      `wal_autocheckpoint = ${options.gateTimeoutMs === undefined ? checkpointPages : checkpointPages * 4}`,
    );
  } catch (error) {
    driver.close();
    throw error;
  }
  return connect(driver, options.gate, options.gateTimeoutMs ?? gateTimeoutMs);
}

function configure(driver: Driver.Database): void {
  driver.pragma('journal_mode = WAL');
  driver.pragma('synchronous = FULL');
  driver.pragma('foreign_keys = ON');
  driver.pragma('recursive_triggers = ON');
  // Other processes (a backup tool, a stray client) may hold the file for a moment; threads queue at the gate.
  driver.pragma('busy_timeout = 5000');
  driver.pragma('fullfsync = ON');
  driver.pragma('checkpoint_fullfsync = ON');
  driver.pragma('journal_size_limit = 16777216');
  driver.pragma('cache_size = -4000');
  const asserted: readonly [string, unknown][] = [
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
  ];
  for (const [name, wanted] of asserted) {
    const actual: unknown = driver.pragma(name, { simple: true });
    if (actual !== wanted && !(driver.memory && name === 'journal_mode')) {
      throw new Error(`SQLite did not take ${name} = ${String(wanted)}; it says ${String(actual)}.`);
    }
  }
}

function connect(driver: Driver.Database, gate: WriteGate, timeoutMs: number): Database {
  const statements = new Map<string, PreparedStatement<unknown>>();
  const { finish, ...transactions } = createTransactions(driver, gate, timeoutMs);

  return {
    sql<Row>(text: string) {
      const known = statements.get(text);
      if (known !== undefined) return known as PreparedStatement<Row>;
      const made = wrap<Row>(driver.prepare(text));
      statements.set(text, made);
      return made;
    },
    ...transactions,
    get open() {
      return driver.open;
    },
    close() {
      if (!driver.open) return;
      finish();
      driver.close();
    },
  };
}

function wrap<Row>(statement: DriverStatement): PreparedStatement<Row> {
  const bind = (params?: SqlParams) => (params === undefined ? [] : [params]);
  return {
    get: (params) => statement.get(...bind(params)) as Row | undefined,
    all: (params) => statement.all(...bind(params)) as Row[],
    run: (params) => ({ changes: statement.run(...bind(params)).changes }),
  };
}
