import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Driver from 'better-sqlite3';
import { OcmaError, isOcmaError } from '../../shared/errors.ts';
import { createGateMemory, openGate } from '../db/gate.ts';
import { migrate, readMigrations } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { copyDataFile, proveDataFile, removeDataFile, syncDirectory, syncFile } from '../db/safe-copy.ts';
import type { Ports } from '../ports.ts';
import { carryAccess } from './carry-access.ts';
import { copyDirectory, copyName, ensureCopyDirectory, listCopyFiles, rotateCopies } from './copy-files.ts';
import type { CopyFile } from './copy-files.ts';
import { hold } from './identify.ts';
import { isDamage } from './make-copy.ts';

export type RestorePorts = Pick<Ports, 'clock' | 'paths'>;

/** A copy that is ready to take the data file's place: proven, of this version's format, and held. */
export interface PreparedCopy {
  readonly file: string;
}

/**
 * Makes of a copy what will be the data file. Everything that can fail for the copy's own sake fails here, while the
 * app still runs. @throws `not_found`, `copy_damaged`, `newer_data_file`
 */
export async function prepareCopy(
  dataFile: string,
  name: string,
  ports: RestorePorts,
): Promise<PreparedCopy> {
  const copy = listCopyFiles(ports.paths.data).find((candidate) => candidate.name === name);
  if (copy === undefined) throw new OcmaError('not_found', { what: 'copy' });
  const file = `${dataFile}.restoring`;
  removeDataFile(file);
  try {
    await copyFile(join(copyDirectory(ports.paths.data), name), file);
    await proveDataFile(file);
    await migrate({ file, migrations: readMigrations(ports.paths.migrations), backupFile: () => null });
    holdRestored(file, copy, ports.clock.now());
    syncFile(file);
    return { file };
  } catch (error) {
    removeDataFile(file);
    if (isOcmaError(error)) throw error;
    throw new OcmaError('copy_damaged', {}, { cause: error });
  }
}

/** Written into the file before it takes its place, so that no kill leaves a restored file that publishes. */
function holdRestored(file: string, copy: CopyFile, now: number): void {
  const db = openDatabase({ file, gate: openGate(createGateMemory(), 1) });
  try {
    hold(db, { reason: 'restored', writtenAt: copy.at, openedAt: now });
  } finally {
    db.close();
  }
  asOnePlainFile(file);
}

/**
 * Puts a prepared copy in the place of the data file, which nobody has open. The present one is kept as a copy first,
 * or aside as it is where it is damaged, and its access to the accounts goes on. There is a whole data file under its name at every moment.
 */
export async function putInPlace(
  dataFile: string,
  prepared: PreparedCopy,
  ports: RestorePorts,
): Promise<void> {
  if (existsSync(dataFile) && (await keepPresent(dataFile, ports))) {
    carryAccess(dataFile, prepared.file);
    syncFile(prepared.file);
  }
  renameSync(prepared.file, dataFile);
  syncDirectory(dirname(dataFile));
  rotateCopies(ports.paths.data);
}

/** False where the present file is damaged; it then lies beside the copies as it is. */
async function keepPresent(dataFile: string, { clock, paths }: RestorePorts): Promise<boolean> {
  const directory = ensureCopyDirectory(paths.data);
  const kept = join(directory, copyName('before_restore', clock.now()));
  try {
    await copyDataFile(dataFile, kept);
    asOnePlainFile(dataFile);
    return true;
  } catch (error) {
    if (!isDamage(error) && !(error instanceof Error && error.name === 'DamagedCopy')) throw error;
    const aside = `${kept}.damaged`;
    copyFileSync(dataFile, aside);
    if (existsSync(`${dataFile}-wal`)) copyFileSync(`${dataFile}-wal`, `${aside}-wal`);
    // What is in the log belongs to the damaged file and would be read into the one that takes its place.
    for (const suffix of ['-wal', '-shm']) rmSync(dataFile + suffix, { force: true });
    return false;
  }
}

/** Without a log beside it, which SQLite would take for the log of whatever file gets the name. */
function asOnePlainFile(file: string): void {
  const driver = new Driver(file);
  try {
    driver.pragma('journal_mode = DELETE');
  } finally {
    driver.close();
  }
}

/**
 * Restores a copy where no engine runs, for a command or a start that found the data file damaged. Without a name: the
 * newest that is whole. Returns which it was. @throws `not_found` where there is none.
 */
export async function restoreOffline(
  dataFile: string,
  name: string | null,
  ports: RestorePorts,
): Promise<CopyFile> {
  const chosen =
    name === null
      ? await newestWhole(ports.paths.data)
      : listCopyFiles(ports.paths.data).find((copy) => copy.name === name);
  if (chosen === undefined || chosen === null) throw new OcmaError('not_found', { what: 'copy' });
  const prepared = await prepareCopy(dataFile, chosen.name, ports);
  await putInPlace(dataFile, prepared, ports);
  return chosen;
}

/** The newest copy that reads back whole; null where there is none. */
export async function newestWhole(dataDirectory: string): Promise<CopyFile | null> {
  for (const copy of listCopyFiles(dataDirectory)) {
    try {
      await proveDataFile(join(copyDirectory(dataDirectory), copy.name));
      return copy;
    } catch {
      // Not this one; an older one may be whole.
    }
  }
  return null;
}
