import { closeSync, existsSync, openSync, readdirSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Driver from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { copyDataFile, proveDataFile } from '../../../src/engine/db/safe-copy.ts';
import { temporaryDatabase } from '../../support/database.ts';

const writer = `
  const { parentPort, workerData } = require('node:worker_threads');
  const Driver = require('better-sqlite3');
  const driver = new Driver(workerData.file);
  const insert = driver.prepare("INSERT INTO setting VALUES (?, 'n', '1', 0)");
  let written = 0;
  let going = true;
  parentPort.on('message', () => { going = false; });
  const go = () => {
    if (!going) { driver.close(); parentPort.postMessage(written); parentPort.close(); return; }
    // Two rows a transaction: a copy that shows an odd number is no state that the file ever had.
    driver.transaction(() => { insert.run('a' + written); insert.run('b' + written); })();
    written += 1;
    setImmediate(go);
  };
  parentPort.postMessage('ready');
  go();
`;

function rowsOf(file: string): number {
  const driver = new Driver(file, { readonly: true });
  try {
    return driver.prepare<[], { n: number }>(`SELECT count(*) AS n FROM setting`).get()?.n ?? -1;
  } finally {
    driver.close();
  }
}

async function filledDatabase(): Promise<string> {
  const { db, file } = await temporaryDatabase();
  db.write(() =>
    db
      .sql(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
         INSERT INTO model_answer (key, answer, created_at) SELECT 'k' || i, hex(randomblob(2000)), 0 FROM n`,
      )
      .run(),
  );
  return file;
}

test('a copy made while another thread writes all the time is one whole state of the file', async () => {
  const file = await filledDatabase();
  const worker = new Worker(writer, { eval: true, workerData: { file } });
  onTestFinished(async () => void (await worker.terminate()));
  await new Promise((resolve) => worker.once('message', resolve));
  const target = `${file}.copy`;
  const before = rowsOf(file);
  await copyDataFile(file, target);
  const after = rowsOf(file);
  const written = new Promise<number>((resolve) => worker.once('message', resolve));
  worker.postMessage('stop');
  expect(await written).toBeGreaterThan(1);

  const count = rowsOf(target);
  expect(count % 2).toBe(0);
  // The state at the beginning: one that begins anew at each write would show the end.
  expect(count - before).toBeLessThan(after - count);
  expect(existsSync(`${target}-wal`)).toBe(false);
});

test('a copy of a damaged file is refused, and nothing is left behind', async () => {
  const file = await filledDatabase();
  const closed = `${file}.plain`;
  await copyDataFile(file, closed);
  const descriptor = openSync(closed, 'r+');
  for (let page = 40; page < 400; page += 7)
    writeSync(descriptor, Buffer.alloc(4096, 7), 0, 4096, page * 4096);
  closeSync(descriptor);
  const before = readdirSync(dirname(file));
  await expect(copyDataFile(closed, join(dirname(file), 'second.db'))).rejects.toThrow();
  expect(readdirSync(dirname(file))).toEqual(before);
});

test('a row that points nowhere makes a copy unfit', async () => {
  const file = await filledDatabase();
  const plain = `${file}.plain`;
  await copyDataFile(file, plain);
  const driver = new Driver(plain);
  driver.pragma('foreign_keys = OFF');
  driver.exec(
    `INSERT INTO upload (account_id, media_id, alt_text, remote_id, next_offset, expires_at) VALUES ('gone', 'gone', '', 'r', 0, 0)`,
  );
  driver.close();
  await expect(proveDataFile(plain)).rejects.toThrow('not whole');
});
