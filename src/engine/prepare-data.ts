import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFile } from './core.ts';
import type { WriteGate } from './db/gate.ts';
import { migrate, readMigrations } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import type { Ports } from './ports.ts';
import { createIds } from './system/ids.ts';
import { timeZoneDataVersion } from './time/wall-time.ts';

/** Brings the data file to this version and gives a new one its identity. @throws `newer_data_file` */
export async function prepareData(ports: Ports, gate: WriteGate): Promise<void> {
  const { clock, log, paths, random } = ports;
  mkdirSync(paths.data, { recursive: true, mode: 0o700 });
  const backups = join(paths.data, 'backups');
  const result = await migrate({
    file: databaseFile(paths.data),
    migrations: readMigrations(paths.migrations),
    backupFile(from) {
      mkdirSync(backups, { recursive: true, mode: 0o700 });
      return join(backups, `before-${String(from + 1).padStart(4, '0')}-${clock.now()}.db`);
    },
  });
  if (result.from !== result.to) log.info({ ...result }, 'the data file was brought to this version');
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
  } finally {
    db.close();
  }
}
