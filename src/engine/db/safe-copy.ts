import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Driver from 'better-sqlite3';

/** Pages (4 kB) copied between two looks at other work. */
const pagesAStep = 256;

/** What stands in a data file, as it is said of a copy. */
export interface FileContents {
  readonly posts: number;
  /** Deliveries that wait for their time. */
  readonly scheduled: number;
}

/**
 * Copies a data file while others read and write it, and proves the copy before it gets its name: one state of the file,
 * read back whole, on the disk. Writers are not held up, and what they write meanwhile does not start the copy anew.
 * @throws where the source cannot be read, there is no room, or the copy is not whole; then nothing is left behind.
 */
export async function copyDataFile(source: string, target: string): Promise<FileContents> {
  const unproven = `${target}.new`;
  removeDataFile(unproven);
  try {
    await copyOneState(source, unproven);
    const contents = await proveDataFile(unproven);
    syncFile(unproven);
    renameSync(unproven, target);
    syncDirectory(dirname(target));
    return contents;
  } catch (error) {
    removeDataFile(unproven);
    throw error;
  }
}

async function copyOneState(source: string, target: string): Promise<void> {
  const driver = new Driver(source, { readonly: true, fileMustExist: true });
  try {
    driver.pragma('busy_timeout = 5000');
    // A read transaction held from here on: without it each write by another connection starts the copy anew.
    driver.exec('BEGIN');
    driver.prepare('SELECT count(*) FROM sqlite_schema').get();
    await driver.backup(target, { progress: () => pagesAStep });
  } finally {
    driver.close();
  }
  // One plain file, so that a copy can be carried about without a log beside it.
  const copy = new Driver(target);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/**
 * Reads a data file whole, a table at a time, and counts what is in it. The file is not changed.
 * @throws where it is damaged or no data file of OCMA.
 */
export async function proveDataFile(file: string): Promise<FileContents> {
  const driver = new Driver(file, { readonly: true, fileMustExist: true });
  try {
    const tables = driver
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      .all();
    for (const { name } of tables) {
      const found: unknown = driver.pragma(`quick_check("${name}")`, { simple: true });
      if (found !== 'ok') throw new DamagedCopy();
      await setImmediate();
    }
    const broken: unknown = driver.pragma('foreign_key_check');
    if (!Array.isArray(broken) || broken.length > 0) throw new DamagedCopy();
    return contentsOf(driver);
  } finally {
    driver.close();
  }
}

/** Counts without reading the whole file. @throws where it is no data file of OCMA. */
export function readContents(file: string): FileContents {
  const driver = new Driver(file, { readonly: true, fileMustExist: true });
  try {
    return contentsOf(driver);
  } finally {
    driver.close();
  }
}

function contentsOf(driver: Driver.Database): FileContents {
  const counts = driver
    .prepare<[], FileContents>(
      `SELECT (SELECT count(*) FROM post WHERE deleted_at IS NULL) AS posts,
        (SELECT count(*) FROM delivery WHERE state = 'scheduled') AS scheduled`,
    )
    .get();
  if (counts === undefined) throw new DamagedCopy();
  return counts;
}

/** A copy was read back and is not whole. */
export class DamagedCopy extends Error {
  constructor() {
    super('The copy was read back and is not whole.');
    this.name = 'DamagedCopy';
  }
}

/** Removes a data file with everything that SQLite keeps beside it. */
export function removeDataFile(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}

/** Waits until what is in a file is on the disk. */
export function syncFile(path: string): void {
  sync(path, 'r+');
}

/** Waits until the names in a directory are on the disk. Windows opens no directories and needs no such wait. */
export function syncDirectory(path: string): void {
  if (process.platform !== 'win32') sync(path, 'r');
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
