import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, readMigrations } from '../../../src/engine/db/migrate.ts';
import { temporaryDatabase, temporaryDirectory } from '../../support/database.ts';
import { migrationsDirectory } from '../../support/empty-data-file.ts';

test('the connection asserts what the ledger rests on', async () => {
  const { db } = await temporaryDatabase();
  expect(db.sql<{ journal_mode: string }>('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  expect(db.sql<{ synchronous: number }>('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  expect(db.sql<{ foreign_keys: number }>('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 });
});

test('a write that throws changes nothing and its after-commit work does not run', async () => {
  const { db } = await temporaryDatabase();
  const ran: string[] = [];
  const insert = (id: string) =>
    db
      .sql(
        `INSERT INTO workspace (id, name, kind, color, time_zone, created_at) VALUES (:id, 'A', 'real', '#000000', 'UTC', 0)`,
      )
      .run({ id });
  expect(() =>
    db.write(() => {
      insert('one');
      db.afterCommit(() => ran.push('rolled back'));
      throw new Error('no');
    }),
  ).toThrow('no');
  db.write(() => {
    insert('two');
    db.write(() => insert('three'));
    db.afterCommit(() => ran.push('committed'));
    expect(ran).toEqual([]);
  });
  expect(db.sql<{ id: string }>('SELECT id FROM workspace ORDER BY id').all()).toEqual([
    { id: 'three' },
    { id: 'two' },
  ]);
  expect(ran).toEqual(['committed']);
});

test('the tables refuse rows that cannot be', async () => {
  const { db } = await temporaryDatabase();
  db.write(() => {
    db.sql(
      `INSERT INTO workspace (id, name, kind, color, time_zone, created_at) VALUES ('w', 'A', 'real', '#000000', 'UTC', 0)`,
    ).run();
    db.sql(
      `INSERT INTO workspace (id, name, kind, color, time_zone, created_at) VALUES ('v', 'B', 'real', '#000000', 'UTC', 0)`,
    ).run();
    db.sql(`INSERT INTO account (id, workspace_id, platform, origin, remote_id, username, display_name, endpoints, client_id, state, connected_at, created_at)
      VALUES ('a', 'w', 'x', 'https://x.com', '1', 'n', 'N', '{}', 'c', 'connected', 0, 0)`).run();
    db.sql(
      `INSERT INTO post (id, workspace_id, parts, search_text, source, actor, created_at, updated_at) VALUES ('p', 'w', '[]', '', 'app', 'user', 0, 0)`,
    ).run();
    db.sql(
      `INSERT INTO delivery (id, workspace_id, post_id, account_id, state, catch_up, created_at, updated_at) VALUES ('d', 'w', 'p', 'a', 'draft', '{}', 0, 0)`,
    ).run();
  });
  const refuses = (sql: string) => expect(() => db.write(() => db.sql(sql).run())).toThrow(/constraint/i);
  refuses(`UPDATE delivery SET state = 'published' WHERE id = 'd'`);
  refuses(`UPDATE delivery SET state = 'scheduled' WHERE id = 'd'`);
  refuses(`UPDATE delivery SET state = 'failed' WHERE id = 'd'`);
  refuses(`UPDATE delivery SET state = 'nonsense' WHERE id = 'd'`);
  refuses(
    `INSERT INTO delivery (id, workspace_id, post_id, account_id, state, catch_up, created_at, updated_at) VALUES ('e', 'v', 'p', 'a', 'draft', '{}', 0, 0)`,
  );
  refuses(
    `INSERT INTO delivery_part (id, workspace_id, delivery_id, account_id, position, text, state) VALUES ('x', 'w', 'd', 'a', 0, 't', 'sending')`,
  );
  refuses(
    `INSERT INTO job (id, workspace_id, queue, kind, subject_id, state, run_at, due_at, created_at) VALUES ('j', 'w', 'publisher', 'k', 's', 'running', 0, 0, 0)`,
  );
});

test('two parts of one account cannot be on their way at once', async () => {
  const { db } = await temporaryDatabase();
  db.write(() => {
    db.sql(
      `INSERT INTO workspace (id, name, kind, color, time_zone, created_at) VALUES ('w', 'A', 'real', '#000000', 'UTC', 0)`,
    ).run();
    db.sql(`INSERT INTO account (id, workspace_id, platform, origin, remote_id, username, display_name, endpoints, client_id, state, connected_at, created_at)
      VALUES ('a', 'w', 'x', 'https://x.com', '1', 'n', 'N', '{}', 'c', 'connected', 0, 0)`).run();
    for (const id of ['p', 'q']) {
      db.sql(
        `INSERT INTO post (id, workspace_id, parts, search_text, source, actor, created_at, updated_at) VALUES (:id, 'w', '[]', '', 'app', 'user', 0, 0)`,
      ).run({ id });
      db.sql(
        `INSERT INTO delivery (id, workspace_id, post_id, account_id, state, catch_up, created_at, updated_at) VALUES (:id, 'w', :id, 'a', 'draft', '{}', 0, 0)`,
      ).run({ id });
    }
  });
  const send = (delivery: string) =>
    db.write(() =>
      db
        .sql(`INSERT INTO delivery_part (id, workspace_id, delivery_id, account_id, position, text, state, fingerprint, sending_at)
        VALUES (:delivery, 'w', :delivery, 'a', 0, 't', 'sending', 'f', 1)`)
        .run({ delivery }),
    );
  send('p');
  expect(() => send('q')).toThrow(/UNIQUE/);
});

test('a file written by a newer OCMA is refused and left as it is', async () => {
  const file = join(temporaryDirectory(), 'ocma.db');
  const migrations = readMigrations(migrationsDirectory);
  await migrate({ file, migrations, backupFile: () => '' });
  const driver = new Driver(file);
  driver.pragma('user_version = 999');
  driver.close();
  await expect(migrate({ file, migrations, backupFile: () => '' })).rejects.toMatchObject({
    code: 'newer_data_file',
  });
  const again = new Driver(file);
  expect(again.pragma('user_version', { simple: true })).toBe(999);
  again.close();
});

test('an existing file is copied before it is changed, and a broken migration leaves it as it was', async () => {
  const directory = temporaryDirectory();
  const file = join(directory, 'ocma.db');
  const migrations = readMigrations(migrationsDirectory);
  await migrate({ file, migrations, backupFile: () => '' });
  const next = {
    number: migrations.length + 1,
    name: 'next',
    sql: 'CREATE TABLE extra (id TEXT) STRICT; CREATE TABLE broken (',
  };
  const backup = join(directory, 'copy.db');
  await expect(
    migrate({ file, migrations: [...migrations, next], backupFile: () => backup }),
  ).rejects.toThrow(/syntax|incomplete/);
  const driver = new Driver(file);
  expect(driver.pragma('user_version', { simple: true })).toBe(migrations.length);
  expect(driver.prepare(`SELECT count(*) AS count FROM sqlite_master WHERE name = 'extra'`).get()).toEqual({
    count: 0,
  });
  driver.close();
  const fine = { ...next, sql: 'CREATE TABLE extra (id TEXT) STRICT;' };
  const result = await migrate({
    file,
    migrations: [...migrations, fine],
    backupFile: () => join(directory, 'copy2.db'),
  });
  expect(result).toMatchObject({
    from: migrations.length,
    to: migrations.length + 1,
    backup: join(directory, 'copy2.db'),
  });
  const copy = new Driver(join(directory, 'copy2.db'));
  expect(copy.pragma('user_version', { simple: true })).toBe(migrations.length);
  copy.close();
});
