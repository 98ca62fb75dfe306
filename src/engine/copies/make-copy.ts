import { statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SafeCopy } from '../../shared/models/copy.ts';
import type { Change } from '../../shared/models/event.ts';
import type { Database } from '../db/database.ts';
import { copyDataFile, DamagedCopy } from '../db/safe-copy.ts';
import type { Ports } from '../ports.ts';
import { bytesOf, copyName, ensureCopyDirectory, listCopyFiles, rotateCopies } from './copy-files.ts';
import type { CopyReason } from './copy-files.ts';

export interface CopyDeps {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'log' | 'paths'>;
  readonly changed: (change: Change) => void;
  /** The data file. */
  readonly file: string;
}

/** Why a copy could not be made; the sentences are in the catalogue under `copies.problem`. */
export type CopyProblem = 'disk_full' | 'not_writable' | 'damaged' | 'failed';

export type CopyResult =
  | { readonly ok: true; readonly copy: SafeCopy }
  | { readonly ok: false; readonly problem: CopyProblem };

/** Makes and proves a copy of the data file, removes those that had their time, and writes down how it went. Never throws. */
export async function makeCopy(deps: CopyDeps, reason: CopyReason): Promise<CopyResult> {
  const { db, ports } = deps;
  const result = await copyInto(deps, reason);
  db.write(() => {
    db.sql(`UPDATE installation SET copy_problem = :problem`).run({
      problem: result.ok ? null : result.problem,
    });
    deps.changed({ topic: 'copies', workspaceId: null, id: null });
  });
  if (result.ok) ports.log.info({ copy: result.copy }, 'a copy of the data file was made');
  return result;
}

async function copyInto({ file, ports }: CopyDeps, reason: CopyReason): Promise<CopyResult> {
  const { data } = ports.paths;
  try {
    const directory = ensureCopyDirectory(data);
    if (!hasRoom(directory, file)) return { ok: false, problem: 'disk_full' };
    const at = freeMoment(data, reason, ports.clock.now());
    const name = copyName(reason, at);
    const contents = await copyDataFile(file, join(directory, name));
    rotateCopies(data);
    return { ok: true, copy: { name, at, bytes: bytesOf(data, name), reason, ...contents } };
  } catch (error) {
    ports.log.error({ error }, 'a copy of the data file could not be made');
    return { ok: false, problem: problemOf(error) };
  }
}

/** Two copies of one reason in one millisecond would have one name. */
function freeMoment(data: string, reason: CopyReason, now: number): number {
  const taken = new Set(
    listCopyFiles(data)
      .filter((copy) => copy.reason === reason)
      .map((copy) => copy.at),
  );
  let at = now;
  while (taken.has(at)) at += 1;
  return at;
}

/** Whether the copy and as much again fits, so that the app itself does not come to stand. */
function hasRoom(directory: string, file: string): boolean {
  const { bavail, bsize } = statfsSync(directory);
  const wal = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return bavail * bsize > 2 * (statSync(file).size + wal);
}

function problemOf(error: unknown): CopyProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk_full';
  if (['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'].includes(code))
    return 'not_writable';
  if (error instanceof DamagedCopy || isDamage(error)) return 'damaged';
  return 'failed';
}

/** Whether SQLite says that a file is damaged or none of its own. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}
