import { z } from 'zod';
import type { CopyFile } from '../engine/copies/copy-files.ts';
import { restoreOffline } from '../engine/copies/restore.ts';
import { databaseFile } from '../engine/core.ts';
import type { Paths } from '../engine/ports.ts';
import { createClock } from '../engine/system/clock.ts';
import { isOcmaError } from '../shared/errors.ts';
import { clockSettingFrom } from './clock-setting.ts';
import { prepareDataDirectory } from './data-directory.ts';
import { takeDirectoryLock } from './ownership/lock.ts';
import { programSource } from './ports.ts';

/**
 * Puts a copy in the place of the data file of a directory that no OCMA owns, whatever state that file is in. Null where
 * an OCMA owns it: that one restores by the contract. @throws `not_found`, `copy_damaged`
 */
export async function restoreData(options: {
  readonly dataDirectory: string;
  readonly name: string;
  readonly env: NodeJS.ProcessEnv;
  readonly program?: Omit<Paths, 'data' | 'state'>;
}): Promise<CopyFile | null> {
  const data = prepareDataDirectory(options.dataDirectory);
  const lock = takeDirectoryLock(data);
  if (lock === null) return null;
  try {
    return await restoreOffline(databaseFile(data), options.name, {
      clock: createClock(clockSettingFrom(options.env)),
      paths: { data, ...(options.program ?? programSource) },
    });
  } finally {
    lock.release();
  }
}

const copyInDetails = z.object({ name: z.string(), at: z.number() });

/** The newest whole copy that a failed start names; null where it failed for another reason or there is none. */
export function newestCopyOf(error: unknown): { readonly name: string; readonly at: number } | null {
  if (!isOcmaError(error) || error.code !== 'data_damaged') return null;
  return copyInDetails.safeParse(error.details).data ?? null;
}
