import { expect, test } from 'vitest';
import type { WorkspaceId } from '../../../src/shared/models/ids.ts';
import type { Database } from '../../../src/engine/db/database.ts';
import type { NewJob } from '../../../src/engine/queue/job.ts';
import { claimDue } from '../../../src/engine/queue/claim.ts';
import { nextDue } from '../../../src/engine/queue/lanes.ts';
import { cancelWaiting, enqueue, finish, holds, releaseClaims } from '../../../src/engine/queue/store.ts';
import { temporaryDatabase } from '../../support/database.ts';

const workspaceId = 'w' as WorkspaceId;
const limits = { overall: 8, perPlatform: 4, perAccount: 1 };
let counter = 0;
const newId = (prefix: string) => `${prefix}_${(counter += 1)}`;

async function queue(): Promise<Database> {
  const { db } = await temporaryDatabase();
  db.write(() => {
    db.sql(
      `INSERT INTO workspace (id, name, kind, color, time_zone, created_at) VALUES ('w', 'A', 'real', '#000000', 'UTC', 0)`,
    ).run();
    for (const id of ['a', 'b']) {
      db.sql(`INSERT INTO account (id, workspace_id, platform, origin, remote_id, username, display_name, endpoints, client_id, state, connected_at, created_at)
        VALUES (:id, 'w', 'x', 'https://x.com', :id, 'n', 'N', '{}', 'c', 'connected', 0, 0)`).run({ id });
    }
  });
  return db;
}
const job = (subjectId: string, runAt: number, accountId = 'a'): NewJob => ({
  workspaceId,
  queue: 'publisher',
  kind: 'publish',
  subjectId,
  platform: 'x',
  accountId,
  runAt,
});
const add = (db: Database, ...jobs: NewJob[]) =>
  db.write(() => jobs.forEach((one) => enqueue(db, newId, one, 0)));
const take = (db: Database, now: number, holder = 'run', change = {}) =>
  db.write(() =>
    claimDue(db, {
      queue: 'publisher',
      now,
      lease: newId(holder),
      limits: { ...limits, ...change },
      most: 1,
    }),
  ).jobs[0];

test('jobs are claimed when they are due, first due first, one at a time for an account', async () => {
  const db = await queue();
  add(db, job('late', 20), job('early', 10), job('other', 15, 'b'));
  expect(nextDue(db, 'publisher', 0)).toBe(10);
  expect(take(db, 9)).toBeUndefined();
  const first = take(db, 30);
  expect(first?.subjectId).toBe('early');
  expect(take(db, 30)?.subjectId).toBe('other');
  expect(take(db, 30)).toBeUndefined();
  db.write(() => first && finish(db, first, { state: 'done' }, 31));
  expect(take(db, 31)?.subjectId).toBe('late');
});

test('the limits overall and of a platform hold', async () => {
  const db = await queue();
  add(db, job('one', 1), job('two', 2, 'b'));
  expect(take(db, 5, 'run', { overall: 1 })?.subjectId).toBe('one');
  expect(take(db, 5, 'run', { overall: 1 })).toBeUndefined();
  expect(take(db, 5, 'run', { perPlatform: 1 })).toBeUndefined();
  expect(take(db, 5)?.subjectId).toBe('two');
});

test('a paused account and a paused installation keep jobs waiting', async () => {
  const db = await queue();
  add(db, job('one', 1));
  db.write(() =>
    db.sql(`UPDATE account SET paused_until = 100, pause_reason = 'rate_limited' WHERE id = 'a'`).run(),
  );
  expect(take(db, 50)).toBeUndefined();
  expect(nextDue(db, 'publisher', 50)).toBe(100);
  db.write(() => db.sql(`UPDATE installation SET paused = 1`).run());
  expect(take(db, 100)).toBeUndefined();
  db.write(() => db.sql(`UPDATE installation SET paused = 0`).run());
  expect(take(db, 100)?.subjectId).toBe('one');
});

test('a late worker whose claim was given back cannot write its outcome', async () => {
  const db = await queue();
  add(db, job('one', 1));
  const slow = take(db, 5);
  if (slow === undefined) throw new Error('nothing was claimed');
  expect(take(db, 5 + 86_400_000)).toBeUndefined();
  expect(releaseClaims(db, 'run')).toBe(1);
  const again = take(db, 200_000);
  expect(again).toMatchObject({ id: slow.id, attempts: 0 });
  expect(holds(db, slow)).toBe(false);
  expect(db.write(() => finish(db, slow, { state: 'done' }, 200_001))).toBe(false);
  expect(holds(db, slow)).toBe(false);
  expect(again && holds(db, again)).toBe(true);
  expect(again && db.write(() => finish(db, again, { state: 'done' }, 200_001))).toBe(true);
});

test('the claims of one thread are given back when it dies, those of another stay', async () => {
  const db = await queue();
  add(db, job('one', 1), job('two', 2, 'b'));
  take(db, 5, 'runA');
  take(db, 5, 'runB');
  expect(releaseClaims(db, 'runA')).toBe(1);
  expect(take(db, 5)?.subjectId).toBe('one');
  expect(releaseClaims(db, null)).toBe(2);
});

test('the same work is queued once: it moves while it waits and is left alone while it runs', async () => {
  const db = await queue();
  add(db, job('one', 10), job('one', 20));
  expect(db.sql(`SELECT count(*) AS count FROM job`).get()).toEqual({ count: 1 });
  expect(take(db, 15)).toBeUndefined();
  expect(nextDue(db, 'publisher', 15)).toBe(20);
  add(db, { ...job('one', 30), ifWaiting: 'keep_earlier' });
  expect(take(db, 19)).toBeUndefined();
  const running = take(db, 25);
  add(db, job('one', 1));
  expect(running && holds(db, running)).toBe(true);
  expect(db.write(() => cancelWaiting(db, workspaceId, 'publish', 'one', 30))).toBe(false);
});

test('what makes an account wait keeps its jobs in order, the back-off of one does not', async () => {
  const db = await queue();
  add(db, job('first', 10), job('second', 20));
  const first = take(db, 30);
  if (first === undefined) throw new Error('nothing was claimed');
  const wait = { state: 'ready', runAt: 100, attempts: 0, detail: '' } as const;
  db.write(() => finish(db, first, { ...wait, code: 'spacing' }, 30));
  expect(take(db, 50)).toBeUndefined();
  expect(nextDue(db, 'publisher', 50)).toBe(100);
  const again = take(db, 100);
  expect(again?.subjectId).toBe('first');
  db.write(() => again && finish(db, again, { ...wait, runAt: 200, code: 'unavailable' }, 100));
  expect(take(db, 120)?.subjectId).toBe('second');
});
