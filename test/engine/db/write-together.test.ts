import Driver from 'better-sqlite3';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../../src/engine/db/database.ts';
import { createGateMemory, openGate } from '../../../src/engine/db/gate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import { temporaryDirectory } from '../../support/database.ts';

interface Lines {
  readonly db: Database;
  add(text: string): void;
  /** What another program sees in the file. */
  onDisk(): unknown[];
  other: Driver.Database;
}

function open(options: { gateTimeoutMs?: number; memory?: SharedArrayBuffer } = {}): Lines {
  const file = join(temporaryDirectory(), 'lines.db');
  const gate = openGate(options.memory ?? createGateMemory(), 1);
  const db = openDatabase({ file, gate, ...options });
  db.write(() => db.sql(`CREATE TABLE line (text TEXT NOT NULL UNIQUE) STRICT`).run());
  const other = new Driver(file);
  onTestFinished(() => {
    db.close();
    other.close();
  });
  return {
    db,
    other,
    add: (text) => void db.sql(`INSERT INTO line (text) VALUES (:text)`).run({ text }),
    onDisk: () => other.prepare(`SELECT text FROM line ORDER BY rowid`).pluck().all(),
  };
}

test('works of one turn are committed together, in their order, and nobody hears of it before', async () => {
  const { db, add, onDisk } = open();
  const heard: string[] = [];
  const write = (text: string) =>
    db
      .writeTogether(() => {
        add(text);
        heard.push(`${onDisk().length} on disk`);
        db.afterCommit(() => heard.push(`after ${text}`));
        return text;
      })
      .then((result) => heard.push(`${result}, ${onDisk().length} on disk`));
  await Promise.all(['one', 'two', 'three'].map(write));
  expect(heard).toEqual([
    '0 on disk',
    '0 on disk',
    '0 on disk',
    'after one',
    'after two',
    'after three',
    'one, 3 on disk',
    'two, 3 on disk',
    'three, 3 on disk',
  ]);
});

test('a work that fails is undone alone, with what it wanted to tell', async () => {
  const { db, add, onDisk } = open();
  const told: string[] = [];
  const results = await Promise.allSettled(
    ['one', 'wrong', 'two'].map((text) =>
      db.writeTogether(() => {
        add(text);
        db.afterCommit(() => told.push(text));
        db.write(() => add(`${text}, joined`));
        if (text === 'wrong') throw new Error('no');
      }),
    ),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(onDisk()).toEqual(['one', 'one, joined', 'two', 'two, joined']);
  expect(told).toEqual(['one', 'two']);
});

test('a constraint that one work breaks does not touch the others', async () => {
  const { db, add, onDisk } = open();
  const results = await Promise.allSettled(
    ['one', 'one', 'two'].map((text) => db.writeTogether(() => add(text))),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(onDisk()).toEqual(['one', 'two']);
});

test('where the commit fails, every work is refused and nothing is told or kept', async () => {
  const { db, add, onDisk } = open();
  db.write(() =>
    db.sql(`CREATE TABLE child (line TEXT REFERENCES line (text) DEFERRABLE INITIALLY DEFERRED)`).run(),
  );
  const told: string[] = [];
  const results = await Promise.allSettled([
    db.writeTogether(() => {
      add('one');
      db.afterCommit(() => told.push('one'));
    }),
    db.writeTogether(() => db.sql(`INSERT INTO child (line) VALUES ('missing')`).run()),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(onDisk()).toEqual([]);
  expect(told).toEqual([]);
  await db.writeTogether(() => add('later'));
  expect(onDisk()).toEqual(['later']);
});

test('a full disk, at which SQLite rolls back by itself, refuses the group and leaves the connection usable', async () => {
  const { db, add, onDisk } = open();
  const pages = db.sql<{ page_count: number }>(`PRAGMA page_count`).get()?.page_count ?? 0;
  db.sql(`PRAGMA max_page_count = ${pages}`).get();
  const results = await Promise.allSettled([
    db.writeTogether(() => add('one')),
    db.writeTogether(() => add('x'.repeat(100_000))),
  ]);
  expect(results[1]?.status).toBe('rejected');
  const kept = results[0]?.status === 'fulfilled' ? ['one'] : [];
  expect(onDisk()).toEqual(kept);
  db.sql(`PRAGMA max_page_count = 10000`).get();
  await db.writeTogether(() => add('two'));
  expect(onDisk()).toEqual([...kept, 'two']);
});

test('a group is bounded: what does not fit is committed next, in order', async () => {
  const { db, add, onDisk } = open();
  const seen: number[] = [];
  const texts = Array.from({ length: 450 }, (_, index) => String(index));
  await Promise.all(
    texts.map((text) => db.writeTogether(() => add(text)).then(() => seen.push(onDisk().length))),
  );
  expect(onDisk()).toEqual(texts);
  expect(Math.min(...seen)).toBeLessThanOrEqual(200);
  expect(new Set(seen).size).toBeGreaterThanOrEqual(3);
});

test('what is to be last comes after all others of its group', async () => {
  const { db, add, onDisk } = open();
  await Promise.all([
    db.writeTogether(() => add('last'), 'last'),
    db.writeTogether(() => add('one')),
    db.writeTogether(() => add('two')),
  ]);
  expect(onDisk()).toEqual(['one', 'two', 'last']);
});

test('what waits to be written is written before the file is closed', async () => {
  const { db, add, onDisk } = open();
  const written = db.writeTogether(() => add('one'));
  db.close();
  await written;
  expect(onDisk()).toEqual(['one']);
});

test('a thread that must not block waits for its turn aside, and what it writes at once is not held up', async () => {
  const memory = createGateMemory();
  const { db, add, onDisk } = open({ memory, gateTimeoutMs: 20 });
  const busy = openGate(memory, 2);
  busy.enter(10);
  const written = db.writeTogether(() => add('aside'));
  await new Promise<void>((resolve) => setImmediate(resolve));
  expect(() => db.write(() => add('refused'))).toThrow('busy');
  busy.leave();
  // The turn is already this thread's: whoever of it comes first takes it.
  db.write(() => add('at once'));
  await written;
  expect(onDisk()).toEqual(['at once', 'aside']);
  busy.enter(10);
  busy.leave();
});

test('a call that was refused its turn before it wrote is made again when the turn comes', async () => {
  const memory = createGateMemory();
  const { db, add, onDisk } = open({ memory, gateTimeoutMs: 20 });
  const busy = openGate(memory, 2);
  let calls = 0;
  busy.enter(10);
  const answered = db.patiently(async () => {
    calls += 1;
    db.write(() => add('one'));
    db.write(() => add('two'));
    return await Promise.resolve('done');
  });
  expect(calls).toBe(1);
  busy.leave();
  expect(await answered).toBe('done');
  expect(calls).toBe(2);
  expect(onDisk()).toEqual(['one', 'two']);
  busy.enter(10);
  busy.leave();
});

test('a call that wrote something before it was refused is not made again, nor one that failed otherwise', async () => {
  const memory = createGateMemory();
  const { db, add, onDisk } = open({ memory, gateTimeoutMs: 20 });
  const busy = openGate(memory, 2);
  let calls = 0;
  await expect(
    db.patiently(async () => {
      calls += 1;
      db.write(() => add('one'));
      busy.enter(10);
      db.write(() => add('two'));
      return await Promise.resolve();
    }),
  ).rejects.toThrow('busy');
  busy.leave();
  await expect(db.patiently(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(calls).toBe(1);
  expect(onDisk()).toEqual(['one']);
});

test('what a work asks to be written after it is neither lost nor does it make another come twice', async () => {
  const { db, add, onDisk } = open();
  const nested: Promise<void>[] = [];
  await Promise.all([
    db.writeTogether(() => add('last'), 'last'),
    db.writeTogether(() => {
      add('one');
      nested.push(db.writeTogether(() => add('two')));
    }),
  ]);
  await Promise.all(nested);
  expect(onDisk()).toEqual(['one', 'last', 'two']);
});
