import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { OcmaError } from '../shared/errors.ts';
import { copyName, ensureCopyDirectory, rotateCopies } from './copies/copy-files.ts';
import { identifyInstallation } from './copies/identify.ts';
import { isDamage } from './copies/make-copy.ts';
import { newestWhole } from './copies/restore.ts';
import { databaseFile } from './core.ts';
import type { WriteGate } from './db/gate.ts';
import { migrate, readMigrations } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import { removeDataFile } from './db/safe-copy.ts';
import type { Ports } from './ports.ts';
import { createIds } from './system/ids.ts';
import { timeZoneDataVersion } from './time/wall-time.ts';

/**
 * Brings the data file to this version, gives a new one its identity, and holds publishing where the file is not the one
 * that this installation last wrote.
 * @throws `newer_data_file`; `data_damaged` with the newest whole copy in its details, `data_damaged_alone` where there is none.
 */
export async function prepareData(ports: Ports, gate: WriteGate): Promise<void> {
  const { paths } = ports;
  mkdirSync(paths.data, { recursive: true, mode: 0o700 });
  // A restore that was killed before it put the copy in place.
  removeDataFile(`${databaseFile(paths.data)}.restoring`);
  try {
    await bringToThisVersion(ports);
    identify(ports, gate);
  } catch (error) {
    throw isDamage(error) ? await damaged(ports, error) : error;
  }
}

async function bringToThisVersion({ clock, log, paths }: Ports): Promise<void> {
  const result = await migrate({
    file: databaseFile(paths.data),
    migrations: readMigrations(paths.migrations),
    backupFile: () => join(ensureCopyDirectory(paths.data), copyName('before_update', clock.now())),
  });
  if (result.from === result.to) return;
  rotateCopies(paths.data);
  log.info({ ...result }, 'the data file was brought to this version');
}

function identify(ports: Ports, gate: WriteGate): void {
  const { clock, paths, random } = ports;
  const db = openDatabase({ file: databaseFile(paths.data), gate });
  try {
    db.write(() =>
      db
        .sql(`INSERT INTO installation (only_row, id, created_at, time_zone_data, practice_key)
          VALUES (1, :id, :now, :timeZoneData, :practiceKey) ON CONFLICT DO NOTHING`)
        .run({
          id: createIds(clock, random)('ins'),
          now: clock.now(),
          timeZoneData: timeZoneDataVersion(),
          practiceKey: random.bytes(32),
        }),
    );
    identifyInstallation(db, ports);
  } finally {
    db.close();
  }
}

async function damaged(ports: Ports, cause: unknown): Promise<OcmaError> {
  const copy = await newestWhole(ports.paths.data);
  if (copy === null) return new OcmaError('data_damaged_alone', {}, { cause });
  const when = new Date(copy.at).toISOString().slice(0, 16).replace('T', ' ');
  return new OcmaError('data_damaged', { copy: copy.name, when }, { cause, details: copy });
}
