import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { createIds } from '../../src/engine/system/ids.ts';
import { createClock } from '../../src/engine/system/clock.ts';
import { createRandom } from '../../src/engine/system/random.ts';
import type { Contender } from './contender.ts';
import { timed } from './contender.ts';
import type { Synchronous } from './synchronous.ts';

const schema = `
CREATE TABLE job (
  id TEXT PRIMARY KEY, workspace_id TEXT NOT NULL, queue TEXT NOT NULL, kind TEXT NOT NULL, subject_id TEXT NOT NULL,
  platform TEXT, account_id TEXT, payload TEXT NOT NULL, state TEXT NOT NULL, priority INTEGER NOT NULL,
  due_at INTEGER NOT NULL, run_at INTEGER NOT NULL, attempts INTEGER NOT NULL, max_attempts INTEGER NOT NULL,
  lease TEXT, lease_until INTEGER, last_code TEXT, last_detail TEXT, created_at INTEGER NOT NULL, finished_at INTEGER
) STRICT;
CREATE INDEX job_due ON job (run_at) WHERE state = 'ready';
CREATE TABLE history (
  id INTEGER PRIMARY KEY, workspace_id TEXT NOT NULL, delivery_id TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,
  from_state TEXT, to_state TEXT, actor TEXT NOT NULL, details TEXT NOT NULL
) STRICT;`;

/**
 * The ceiling: rows of the same columns and a row of history with each, by prepared statements with nothing around them
 * and the one index that finds what is due. So many as are under way share a transaction.
 */
export function openBareTable(directory: string, synchronous: Synchronous): Contender {
  const db = new Driver(join(directory, 'bare.db'));
  db.pragma('journal_mode = WAL');
  db.pragma(`synchronous = ${synchronous}`);
  db.exec(schema);
  const insert =
    db.prepare(`INSERT INTO job VALUES (?, 'wsp_bench', 'publisher', 'nothing', ?, 'x', 'acc_1', '{}', 'ready', 0,
    ?, ?, 0, 6, NULL, NULL, NULL, NULL, ?, NULL)`);
  const remember =
    db.prepare(`INSERT INTO history (workspace_id, delivery_id, at, kind, from_state, to_state, actor, details)
    VALUES ('wsp_bench', ?, ?, ?, ?, ?, 'publisher', '{}')`);
  const claim = db.prepare(`UPDATE job SET state = 'running', lease = ?, lease_until = ?
    WHERE id = (SELECT id FROM job WHERE state = 'ready' AND run_at <= ? ORDER BY run_at LIMIT 1) RETURNING id`);
  const finish = db.prepare(
    `UPDATE job SET state = 'done', lease = NULL, lease_until = NULL, finished_at = ? WHERE id = ? AND lease = ?`,
  );
  const newId = createIds(createClock(), createRandom());
  const lease = newId('bench');

  const add = db.transaction((ids: readonly string[]) => {
    const now = Date.now();
    for (const id of ids) {
      insert.run(id, id, now, now, now);
      remember.run(id, now, 'scheduled', 'draft', 'scheduled');
    }
  });
  const take = db.transaction((most: number): string[] => {
    const now = Date.now();
    const ids: string[] = [];
    while (ids.length < most) {
      const row = claim.get(lease, now + 120_000, now);
      if (row === undefined) break;
      ids.push((row as { id: string }).id);
    }
    return ids;
  });
  const end = db.transaction((ids: readonly string[]) => {
    const now = Date.now();
    for (const id of ids) {
      finish.run(now, id, lease);
      remember.run(id, now, 'published', 'publishing', 'published');
    }
  });
  const batches = (jobs: number, batch: number): string[][] =>
    Array.from({ length: Math.ceil(jobs / batch) }, (_, index) =>
      Array.from({ length: Math.min(batch, jobs - index * batch) }, () => newId('job')),
    );
  const addBatches = async (jobs: number, batch: number): Promise<number> => {
    const given = batches(jobs, batch);
    return await timed(() => given.forEach((ids) => add.immediate(ids)));
  };
  return {
    name: `bare SQLite table, ${synchronous}`,
    settings: `better-sqlite3, WAL, synchronous=${synchronous}, one index, rows of history, jobs in flight share a transaction`,
    add: addBatches,
    addInBulk: addBatches,
    complete: (jobs, inFlight) =>
      timed(() => {
        for (let left = jobs; left > 0; left -= inFlight) end.immediate(take.immediate(inFlight));
      }),
    endToEnd: async (jobs, inFlight) => {
      const given = batches(jobs, inFlight);
      return await timed(() => {
        for (const ids of given) {
          add.immediate(ids);
          end.immediate(take.immediate(ids.length));
        }
      });
    },
    close: () => Promise.resolve(void db.close()),
  };
}
