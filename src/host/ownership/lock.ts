import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/** Held while this process owns the data directory. */
export interface DirectoryLock {
  release(): void;
}

/**
 * Takes the one lock of a data directory, or returns null where another process holds it. It is an open exclusive
 * transaction on an empty SQLite file: the operating system lets it go when the process dies, however it dies.
 */
export function takeDirectoryLock(directory: string): DirectoryLock | null {
  const file = join(directory, 'owner.lock');
  const database = new SqliteDatabase(file, { timeout: 0 });
  try {
    chmodSync(file, 0o600);
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return { release: () => database.close() };
}
