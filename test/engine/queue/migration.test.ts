import Driver from 'better-sqlite3';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createGateMemory, openGate } from '../../../src/engine/db/gate.ts';
import { migrate, readMigrations } from '../../../src/engine/db/migrate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import { claimDue } from '../../../src/engine/queue/claim.ts';
import { releaseClaims } from '../../../src/engine/queue/store.ts';
import { temporaryDirectory } from '../../support/database.ts';
import { migrationsDirectory } from '../../support/empty-data-file.ts';

test('jobs of a file from before there were lanes are kept and claimed', async () => {
  const directory = temporaryDirectory();
  const file = join(directory, 'ocma.db');
  const backups = { backupFile: (from: number) => join(directory, `before-${from + 1}.db`) };
  const migrations = readMigrations(migrationsDirectory);
  await migrate({ file, migrations: migrations.slice(0, 2), ...backups });
  const old = new Driver(file);
  old.exec(`INSERT INTO workspace (id, name, kind, color, time_zone, created_at) VALUES ('w', 'A', 'real', '#000000', 'UTC', 0);
    INSERT INTO account (id, workspace_id, platform, origin, remote_id, username, display_name, endpoints, client_id, state, connected_at, created_at)
      VALUES ('a', 'w', 'x', 'https://x.com', 'a', 'n', 'N', '{}', 'c', 'connected', 0, 0);
    INSERT INTO job (id, workspace_id, queue, kind, subject_id, account_id, state, due_at, run_at, created_at, lease, lease_until, finished_at) VALUES
      ('j1', 'w', 'publisher', 'publish', 'interrupted', 'a', 'running', 1, 1, 0, 'run_1', 99, NULL),
      ('j2', 'w', 'publisher', 'publish', 'waiting', NULL, 'ready', 2, 2, 0, NULL, NULL, NULL),
      ('j3', 'w', 'publisher', 'publish', 'over', 'a', 'done', 3, 3, 0, NULL, NULL, 4)`);
  old.close();
  await migrate({ file, migrations, ...backups });

  const db = openDatabase({ file, gate: openGate(createGateMemory(), 1) });
  onTestFinished(() => db.close());
  expect(releaseClaims(db, null)).toBe(1);
  const limits = { overall: 9, perPlatform: 9, perAccount: 1 };
  const { jobs } = db.write(() =>
    claimDue(db, { queue: 'publisher', now: 10, lease: 'run_2', limits, most: 9 }),
  );
  expect(jobs.map(({ subjectId, platform }) => ({ subjectId, platform }))).toEqual([
    { subjectId: 'waiting', platform: null },
    { subjectId: 'interrupted', platform: 'x' },
  ]);
  expect(db.sql(`SELECT id FROM job WHERE state = 'done'`).all()).toEqual([{ id: 'j3' }]);
});
