import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from '../db/database.ts';
import type { Log, Paths } from '../ports.ts';

/** A position in the ledger's history, which only grows. A release after a hold begins a higher generation. */
export interface LedgerPoint {
  readonly generation: number;
  /** The newest row of the append-only history. */
  readonly event: number;
}

export function isBefore(left: LedgerPoint, right: LedgerPoint): boolean {
  return left.generation === right.generation ? left.event < right.event : left.generation < right.generation;
}

/** How far the ledger of this file has come. */
export function ledgerPoint(db: Database): LedgerPoint {
  const row = db
    .sql<LedgerPoint>(
      `SELECT ledger_generation AS generation, coalesce((SELECT max(id) FROM delivery_event), 0) AS event FROM installation`,
    )
    .get();
  if (row === undefined) throw new Error('The data file has no installation row.');
  return row;
}

/** A held file is not the installation's own yet: what is done in it must not make the true one look old. */
function isHeld(db: Database): boolean {
  return db.sql(`SELECT 1 FROM installation WHERE hold_reason IS NOT NULL`).get() !== undefined;
}

/**
 * The files that remember outside of the database how far its ledger had come: one beside it, and one in the user's own
 * state directory, which stays as it is when the whole data directory is rolled back.
 */
export function markFiles(paths: Pick<Paths, 'data' | 'state'>, installationId: string): string[] {
  const beside = join(paths.data, 'installation.mark');
  return paths.state === undefined ? [beside] : [beside, join(paths.state, `${installationId}.mark`)];
}

// A line that names the installation, then one for each thread: a thread writes its own only, so none undoes another's.
const lineBytes = 64;
const seats = 4;

function line(text: string): string {
  return `${text.padEnd(lineBytes - 1)}\n`;
}

/** The furthest position that any of the files holds for this installation; null where none does. */
export function readMarks(files: readonly string[], installationId: string): LedgerPoint | null {
  let furthest: LedgerPoint | null = null;
  for (const file of files) {
    const text = textOf(file);
    if (!isOf(text, installationId)) continue;
    for (let seat = 1; seat <= seats; seat += 1) {
      const written = text.slice(seat * lineBytes, (seat + 1) * lineBytes);
      const found = /^(\d{1,15}) (\d{1,15}) *\n$/.exec(written);
      if (found === null) continue;
      const point = { generation: Number(found[1]), event: Number(found[2]) };
      if (furthest === null || isBefore(furthest, point)) furthest = point;
    }
  }
  return furthest;
}

function headOf(installationId: string): string {
  return `ocma ${installationId}`;
}

function isOf(text: string, installationId: string): boolean {
  return text.slice(0, lineBytes).trim() === headOf(installationId);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Makes the marks that are missing or another installation's; the threads then open them. A home that cannot be written is no error. */
export function makeMarks(files: readonly string[], installationId: string, log: Pick<Log, 'warn'>): void {
  for (const file of files) {
    if (isOf(textOf(file), installationId)) continue;
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(file, line(headOf(installationId)) + line('').repeat(seats), { mode: 0o600 });
    } catch (error) {
      log.warn({ error }, 'a mark of the installation cannot be kept here');
    }
  }
}

/** Writes one thread's line of the marks. */
export interface Mark {
  /**
   * Writes how far the ledger has come, if that is further than before. Called after each commit that adds to the
   * history and before anything that follows from it; a kill of the process does not lose it, a power cut may.
   */
  advance(): void;
  close(): void;
}

/** Opens the marks of this thread, whose seat at the write gate names its line. A file that is not there is left out. */
export function openMark(
  db: Database,
  options: {
    readonly files: readonly string[];
    readonly seat: number;
    readonly log: Pick<Log, 'warn'>;
  },
): Mark {
  const { log, seat } = options;
  if (seat < 1 || seat > seats) throw new Error(`No thread has the seat ${seat}.`);
  let open = options.files.flatMap((file) => {
    try {
      return [openSync(file, 'r+')];
    } catch {
      return [];
    }
  });
  let written: LedgerPoint = { generation: -1, event: 0 };
  return {
    advance() {
      if (open.length === 0 || !db.open || isHeld(db)) return;
      const point = ledgerPoint(db);
      if (!isBefore(written, point)) return;
      written = point;
      const text = line(`${point.generation} ${point.event}`);
      open = open.filter((descriptor) => {
        try {
          writeSync(descriptor, text, seat * lineBytes);
          return true;
        } catch (error) {
          log.warn({ error }, 'a mark of the installation cannot be kept any more');
          closeSync(descriptor);
          return false;
        }
      });
    },
    close() {
      for (const descriptor of open.splice(0)) closeSync(descriptor);
    },
  };
}
