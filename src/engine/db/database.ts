import type { Statement } from 'better-sqlite3';

/** Values that SQLite takes; an undefined parameter is a programming error. */
export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlParams = Readonly<Record<string, SqlValue>>;

/** A statement, prepared once for its connection. `Row` is what the SQL selects: the text and the type stand together. */
export interface PreparedStatement<Row> {
  get(params?: SqlParams): Row | undefined;
  all(params?: SqlParams): Row[];
  run(params?: SqlParams): { changes: number };
}

/**
 * One thread's connection. Reads may happen at any time; writes happen inside `write`, which waits for this thread's
 * turn at the gate that all threads share, opens an IMMEDIATE transaction and commits it with a full sync.
 */
export interface Database {
  /** Prepares `sql` once and hands the same statement out again. Named parameters as `:name`. */
  sql<Row = unknown>(sql: string): PreparedStatement<Row>;
  /**
   * Runs `work` in an IMMEDIATE transaction. Keep it under 5 ms and 200 rows; nothing is awaited or computed inside.
   * Called inside another `write` it joins that transaction. An exception rolls everything back.
   */
  write<Result>(work: () => Result): Result;
  /**
   * Like `write`, but what comes in the same turn of the event loop is committed together, with one sync: in the order of
   * the calls, each work in a savepoint, so that one which throws undoes and refuses only itself. Resolves once the commit
   * is on disk; where that fails every work of the group is refused. A group is committed in the next `setImmediate`, and
   * bounded to 200 rows and 5 ms. A `write` made meanwhile goes first, so what a work rests on is read inside it. `last`:
   * after all others that wait when its group is written.
   */
  writeTogether<Result>(work: () => Result, order?: 'in_turn' | 'last'): Promise<Result>;
  /**
   * Makes a call whose writes must not fail because the disk is busy, in a thread that must not block: where the part of
   * it that runs at once was refused its turn before it wrote anything, the call is made again with the turn, once that
   * came. The wait, up to 10 s, blocks nobody.
   */
  patiently<Result>(call: () => Promise<Result>): Promise<Result>;
  /** Runs `then` after the outermost transaction has been committed; at once where none is open. Not run on rollback. */
  afterCommit(then: () => void): void;
  readonly open: boolean;
  close(): void;
}

/** The driver's statement type, for `open.ts` alone. */
export type DriverStatement = Statement;
