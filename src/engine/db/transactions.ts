import type Driver from 'better-sqlite3';
import type { Database } from './database.ts';
import { GateTimeout } from './gate.ts';
import type { WriteGate } from './gate.ts';

/** A group ends at the first of these, so that nobody waits long at the gate behind it. */
const mostRows = 200;
const mostMs = 5;
/** The clock is looked at once for so many works. */
const worksPerLook = 8;
/** How long a group waits for its turn before its works are refused, in milliseconds. */
const groupTimeoutMs = 10_000;

interface Waiting {
  /** Does the work; what it returns tells the caller, once the group is committed. */
  run(): () => void;
  refuse(error: unknown): void;
}

/**
 * How long a write waits that no call stands behind to be made again, in milliseconds: what comes after an answer of a
 * network, or from an event. Losing it would be worse than a window that stands still.
 */
const lateTimeoutMs = 5_000;

export interface Transactions extends Pick<
  Database,
  'write' | 'writeTogether' | 'patiently' | 'afterCommit'
> {
  /** Commits what still waits to be written, or refuses it. For closing. */
  finish(): void;
}

/** The write transactions of one connection: alone, at once; or together with what else comes in the same turn. */
export function createTransactions(
  driver: Driver.Database,
  gate: WriteGate,
  timeoutMs: number,
): Transactions {
  const statement = (text: string) => driver.prepare(text);
  const begin = statement('BEGIN IMMEDIATE');
  const commit = statement('COMMIT');
  const rollback = statement('ROLLBACK');
  const savepoint = statement('SAVEPOINT one');
  const release = statement('RELEASE one');
  const undo = statement('ROLLBACK TO one');
  const rowsWritten = driver.prepare<[], number>('SELECT total_changes()').pluck();
  let afterwards: (() => void)[] = [];
  let waiting: Waiting[] = [];
  let last: Waiting[] = [];
  let coming = false;
  /** The turn is this connection's for as long as a call that is made again runs. */
  let hasTurn = false;
  /** The part of a call that runs before it awaits anything: refused, it is made again. */
  let mayComeAgain = false;
  let turnsRefused = 0;
  let turnsTaken = 0;

  const areWaiting = (): readonly Waiting[] => [...waiting, ...last];
  /** Others may have come since they were taken. */
  const drop = (taken: readonly Waiting[]): void => {
    const gone = new Set(taken);
    waiting = waiting.filter((one) => !gone.has(one));
    last = last.filter((one) => !gone.has(one));
  };

  const rollBack = (): void => {
    afterwards = [];
    // After some errors, a full disk among them, SQLite has rolled back already.
    if (driver.inTransaction) rollback.run();
  };

  const tell = (): void => {
    const due = afterwards;
    afterwards = [];
    for (const then of due) {
      try {
        then();
      } catch (error) {
        // What is committed stays so, whatever a listener makes of it.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  };

  const enter = (): void => {
    if (hasTurn) return;
    try {
      gate.enter(mayComeAgain ? timeoutMs : Math.max(timeoutMs, lateTimeoutMs));
    } catch (error) {
      turnsRefused += 1;
      throw error;
    }
    turnsTaken += 1;
  };
  const leave = (): void => {
    if (!hasTurn) gate.leave();
  };

  const writeAlone = <Result>(work: () => Result): Result => {
    enter();
    let result: Result;
    try {
      begin.run();
      try {
        result = work();
        commit.run();
      } catch (error) {
        rollBack();
        throw error;
      }
    } finally {
      leave();
    }
    tell();
    return result;
  };

  const refuse = (works: readonly Waiting[], error: unknown): void => {
    drop(works);
    for (const one of works) one.refuse(error);
  };

  /** Does as many of the waiting works as fit, each so that it alone is undone if it fails. */
  const runGroup = (all: readonly Waiting[], taken: Waiting[]): (() => void)[] => {
    const done: (() => void)[] = [];
    const rowsBefore = rowsWritten.get() ?? 0;
    const startedAt = performance.now();
    for (const one of all) {
      if (taken.length > 0 && (rowsWritten.get() ?? 0) - rowsBefore >= mostRows) break;
      if (taken.length % worksPerLook === worksPerLook - 1 && performance.now() - startedAt >= mostMs) break;
      taken.push(one);
      const before = afterwards.length;
      savepoint.run();
      try {
        done.push(one.run());
        release.run();
      } catch (error) {
        if (!driver.inTransaction) throw error;
        afterwards.length = before;
        undo.run();
        release.run();
        one.refuse(error);
      }
    }
    return done;
  };

  const commitGroup = (): void => {
    const all = areWaiting();
    const taken: Waiting[] = [];
    let done: (() => void)[];
    try {
      // Closing has written what was waiting.
      if (all.length === 0) return;
      begin.run();
      done = runGroup(all, taken);
      commit.run();
    } catch (error) {
      rollBack();
      refuse(taken.length === 0 ? all : taken, error);
      return;
    } finally {
      gate.leave();
    }
    drop(taken);
    for (const one of done) one();
    tell();
  };

  const come = (): void => {
    coming = true;
    setImmediate(() => void enterAndCommit());
  };

  const enterAndCommit = async (): Promise<void> => {
    try {
      // Whoever must not block for long goes on with other things until its turn comes.
      if (timeoutMs < groupTimeoutMs) await gate.enterAside(groupTimeoutMs, commitGroup);
      else {
        gate.enter(groupTimeoutMs);
        commitGroup();
      }
    } catch (error) {
      refuse(areWaiting(), error);
    } finally {
      coming = false;
      if (areWaiting().length > 0) come();
    }
  };

  return {
    write: (work) => (driver.inTransaction ? work() : writeAlone(work)),
    writeTogether: <Result>(work: () => Result, order: 'in_turn' | 'last' = 'in_turn') =>
      new Promise<Result>((resolve, reject) => {
        const run = () => {
          const result = work();
          return () => resolve(result);
        };
        (order === 'last' ? last : waiting).push({ run, refuse: reject });
        if (!coming) come();
      }),
    async patiently<Result>(call: () => Promise<Result>) {
      const before = { turnsRefused, turnsTaken };
      mayComeAgain = true;
      let first: Promise<Result>;
      try {
        first = call();
      } finally {
        mayComeAgain = false;
      }
      const cameTooEarly = turnsRefused > before.turnsRefused && turnsTaken === before.turnsTaken;
      try {
        return await first;
      } catch (error) {
        if (!cameTooEarly || !(error instanceof GateTimeout)) throw error;
      }
      let again: Promise<Result> | undefined;
      await gate.enterAside(groupTimeoutMs, () => {
        hasTurn = true;
        try {
          again = call();
        } finally {
          hasTurn = false;
          gate.leave();
        }
      });
      if (again === undefined) throw new GateTimeout();
      return await again;
    },
    afterCommit(then) {
      if (driver.inTransaction) afterwards.push(then);
      else then();
    },
    finish() {
      while (areWaiting().length > 0) {
        try {
          gate.enter(timeoutMs);
        } catch (error) {
          refuse(areWaiting(), error);
          return;
        }
        commitGroup();
      }
    },
  };
}
