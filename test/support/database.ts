import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Database } from '../../src/engine/db/database.ts';
import { createGateMemory, openGate } from '../../src/engine/db/gate.ts';
import { openDatabase } from '../../src/engine/db/open.ts';
import { putEmptyDataFile } from './empty-data-file.ts';

/** A directory of this test's own, removed when it ends. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'ocma-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A real file with the real migrations and an installation row. */
export async function temporaryDatabase(): Promise<{ db: Database; file: string }> {
  const file = join(temporaryDirectory(), 'ocma.db');
  await putEmptyDataFile(file);
  const db = openDatabase({ file, gate: openGate(createGateMemory(), 1) });
  onTestFinished(() => db.close());
  db.write(() =>
    db
      .sql(
        `INSERT OR IGNORE INTO installation (only_row, id, created_at, time_zone_data, practice_key) VALUES (1, 'ins', 0, 'test', :key)`,
      )
      .run({ key: new Uint8Array(32) }),
  );
  return { db, file };
}
