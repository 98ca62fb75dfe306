import { readdirSync, readFileSync } from 'node:fs';
import Driver from 'better-sqlite3';
import { OcmaError } from '../../shared/errors.ts';
import { copyDataFile } from './safe-copy.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** The migrations that ship with this version, oldest first: `0001_ground.sql` and so on, without gaps. */
export function readMigrations(directory: URL | string): Migration[] {
  const files = readdirSync(directory)
    .filter((file) => /^\d{4}_\w+\.sql$/.test(file))
    .sort();
  return files.map((file, index) => {
    const number = Number(file.slice(0, 4));
    if (number !== index + 1) throw new Error(`Migration ${file} is out of sequence.`);
    const location = directory instanceof URL ? new URL(file, directory) : `${directory}/${file}`;
    return { number, name: file.slice(5, -4), sql: readFileSync(location, 'utf8') };
  });
}

export interface MigrateOptions {
  readonly file: string;
  readonly migrations: readonly Migration[];
  /** Where the copy made before a change of an existing file goes, null for none; called only if there is something to change. */
  backupFile(from: number): string | null;
}

/**
 * Brings the file to the newest version, each migration in a transaction of its own, after a verified copy of what
 * was there. Throws `newer_data_file`, changing nothing, where a newer OCMA wrote the file.
 */
export async function migrate(
  options: MigrateOptions,
): Promise<{ from: number; to: number; backup: string | null }> {
  const driver = new Driver(options.file);
  try {
    driver.pragma('journal_mode = WAL');
    driver.pragma('synchronous = FULL');
    const from = Number(driver.pragma('user_version', { simple: true }));
    const to = options.migrations.length;
    if (from > to) throw new OcmaError('newer_data_file', { file: from, app: to });
    if (from === to) return { from, to, backup: null };
    const backup = from === 0 ? null : options.backupFile(from);
    if (backup !== null) await copyDataFile(options.file, backup);
    for (const migration of options.migrations.slice(from)) apply(driver, migration);
    return { from, to, backup };
  } finally {
    driver.close();
  }
}

function apply(driver: Driver.Database, migration: Migration): void {
  // Foreign keys can only be switched outside a transaction; a migration that rebuilds a table needs them off.
  driver.pragma('foreign_keys = OFF');
  driver.transaction(() => {
    driver.exec(migration.sql);
    const broken: unknown = driver.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) {
      throw new Error(`Migration ${migration.number} leaves rows that point nowhere.`);
    }
    driver.pragma(`user_version = ${migration.number}`);
  })();
}
