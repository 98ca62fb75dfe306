import { expect, test } from 'vitest';
import type { Database } from '../../../src/engine/db/database.ts';
import { aheadOf } from '../../../src/engine/queue/account-order.ts';
import { claimDue } from '../../../src/engine/queue/claim.ts';
import type { Job } from '../../../src/engine/queue/job.ts';
import { lookAnew, nextDue } from '../../../src/engine/queue/lanes.ts';
import { cancelWaiting, enqueue, finish } from '../../../src/engine/queue/store.ts';
import type { Transition } from '../../../src/engine/queue/transition.ts';
import { publishJob, startQueue, subjects, workspaceId } from './queue-world.ts';
import type { QueueWorld } from './queue-world.ts';

function end(
  world: QueueWorld,
  job: Job | undefined,
  now: number,
  transition: Transition = { state: 'done' },
) {
  if (job === undefined) throw new Error('nothing was claimed');
  expect(world.db.write(() => finish(world.db, job, transition, now))).toBe(true);
}
const later = (runAt: number, code: string): Transition => ({
  state: 'ready',
  runAt,
  attempts: 0,
  code,
  detail: null,
});

test('one claim takes what there is room for: one of each account, as it became due', async () => {
  const world = await startQueue();
  world.add(publishJob('a2', 20), publishJob('a1', 10), publishJob('b1', 15, 'b'), publishJob('m1', 5, 'm'));
  expect(subjects(world.take(30))).toEqual(['m1', 'a1', 'b1']);
  expect(world.take(30)).toEqual([]);
});

test('limits of their own count for the platform and the account that have them', async () => {
  const world = await startQueue();
  world.add(publishJob('a1', 1), publishJob('a2', 2), publishJob('a3', 3), publishJob('b1', 4, 'b'));
  world.add(publishJob('m1', 5, 'm'));
  const limits = { platforms: { other: 1 }, perPlatform: 2, accounts: { a: 2 } };
  expect(subjects(world.take(9, limits))).toEqual(['a1', 'b1', 'm1']);
  expect(subjects(world.take(9, { ...limits, perPlatform: 9 }))).toEqual(['a2']);
  expect(world.take(9, { ...limits, perPlatform: 9 })).toEqual([]);
});

test('an account with a long backlog lets the others have their turns', async () => {
  const world = await startQueue();
  world.add(...Array.from({ length: 30 }, (_, index) => publishJob(`a${index}`, index)));
  world.add(publishJob('b1', 100, 'b'), publishJob('c1', 101, 'c'));
  const order: string[] = [];
  for (let now = 200; order.length < 6; now += 1) {
    const [job] = world.take(now, { overall: 1 });
    order.push(job?.subjectId ?? 'none');
    end(world, job, now);
  }
  expect(order).toEqual(['a0', 'b1', 'c1', 'a1', 'a2', 'a3']);
});

test('a platform without room does not keep another from its turn', async () => {
  const world = await startQueue();
  world.add(
    publishJob('a1', 1),
    publishJob('b1', 2, 'b'),
    publishJob('c1', 3, 'c'),
    publishJob('m1', 50, 'm'),
  );
  expect(subjects(world.take(60, { perPlatform: 1 }))).toEqual(['a1', 'm1']);
});

test('of jobs due at the same time the one of higher priority goes first', async () => {
  const world = await startQueue();
  world.add(publishJob('usual', 10), { ...publishJob('urgent', 10), priority: 5 });
  expect(subjects(world.take(10))).toEqual(['urgent']);
});

test('work of no account runs side by side, within the limit of its platform', async () => {
  const world = await startQueue();
  const work = (subjectId: string, platform: string | null) => ({
    ...publishJob(subjectId, 1),
    accountId: null,
    platform,
  });
  world.add(work('p1', null), work('p2', null), work('p3', null), work('x1', 'x'), work('x2', 'x'));
  expect(subjects(world.take(5, { perPlatform: 1 })).toSorted()).toEqual(['p1', 'p2', 'p3', 'x1']);
  expect(world.take(5, { perPlatform: 1 })).toEqual([]);
});

test('while a part is sending, only the delivery it belongs to goes on, and then all the others', async () => {
  const world = await startQueue();
  const { db } = world;
  const insert = (sql: string) => db.write(() => db.sql(sql).run());
  insert(
    `INSERT INTO post (id, workspace_id, parts, search_text, source, actor, created_at, updated_at) VALUES ('p', 'w', '[]', '', 'app', 'user', 0, 0)`,
  );
  insert(
    `INSERT INTO delivery (id, workspace_id, post_id, account_id, state, catch_up, created_at, updated_at) VALUES ('unclear', 'w', 'p', 'a', 'draft', '{}', 0, 0)`,
  );
  insert(
    `INSERT INTO delivery_part (id, workspace_id, delivery_id, account_id, position, text, state, fingerprint, sending_at) VALUES ('d', 'w', 'unclear', 'a', 0, '', 'sending', 'f', 0)`,
  );
  world.add(publishJob('early', 1), publishJob('unclear', 20));
  expect(world.take(5)).toEqual([]);
  expect(nextDue(db, 'publisher', 5)).toBe(20);
  const [unclear] = world.take(30);
  expect(unclear?.subjectId).toBe('unclear');
  end(world, unclear, 31, { state: 'dead', attempts: 1, code: 'c', detail: 'd' });
  expect(world.take(40)).toEqual([]);
  expect(nextDue(db, 'publisher', 40)).toBeNull();
  // The user answers: nothing of the queue is touched by that.
  insert(`UPDATE delivery_part SET state = 'unknown' WHERE id = 'd'`);
  expect(subjects(world.take(41))).toEqual(['early']);
});

test('a pause that is lifted early frees its account at once', async () => {
  const world = await startQueue();
  world.add(publishJob('a1', 1));
  world.pauseAccount('a', 1_000);
  expect(world.take(5)).toEqual([]);
  world.pauseAccount('a', null);
  expect(subjects(world.take(6))).toEqual(['a1']);
});

test('taking out or moving what holds an account frees those behind it', async () => {
  const world = await startQueue();
  world.add(publishJob('first', 1), publishJob('second', 2));
  end(world, world.take(5)[0], 5, later(900, 'rate_limited'));
  expect(world.take(6)).toEqual([]);
  world.db.write(() => enqueue(world.db, world.newId, publishJob('first', 2_000), 7));
  const [second] = world.take(8);
  expect(second?.subjectId).toBe('second');
  end(world, second, 8, later(800, 'spacing'));
  world.add(publishJob('third', 3));
  expect(world.take(9)).toEqual([]);
  world.db.write(() => cancelWaiting(world.db, workspaceId, 'publish', 'second', 10));
  expect(subjects(world.take(11))).toEqual(['third']);
});

test('what is due before the one that holds the account is not held', async () => {
  const world = await startQueue();
  world.add(publishJob('middle', 50));
  end(world, world.take(60)[0], 60, later(900, 'spacing'));
  world.add(publishJob('behind', 55), publishJob('before', 40));
  const [before] = world.take(61);
  expect(before?.subjectId).toBe('before');
  end(world, before, 61);
  expect(world.take(62)).toEqual([]);
  expect(nextDue(world.db, 'publisher', 62)).toBe(900);
  expect(subjects(world.take(900))).toEqual(['middle']);
});

test('periodic work stands where its next time puts it', async () => {
  const world = await startQueue();
  world.add(publishJob('periodic', 1));
  end(world, world.take(5)[0], 5, { state: 'ready', runAt: 500, attempts: 0, code: null, detail: null });
  world.add(publishJob('other', 400));
  const [other] = world.take(600);
  expect(other).toMatchObject({ subjectId: 'other' });
  end(world, other, 600);
  expect(world.take(601)[0]).toMatchObject({ subjectId: 'periodic', runAt: 500 });
});

test('after the clock was set back, what was put off comes earlier by as much, and lanes are looked at anew', async () => {
  const world = await startQueue();
  const day = 86_400_000;
  world.add(publishJob('a1', 1), publishJob('b1', 2, 'b'), publishJob('b2', 3, 'b'));
  const [a1, b1] = world.take(day);
  end(world, a1, day, later(day + 100, 'unavailable'));
  end(world, b1, day);
  // b's next turn is written down for a time that the clock has to reach again.
  expect(world.take(50)).toEqual([]);
  lookAnew(world.db, 'publisher', day);
  expect(subjects(world.take(50))).toEqual(['b2']);
  expect(subjects(world.take(101))).toEqual(['a1']);
});

test('with several at once for an account, the earlier ones that are at work or about to start are known', async () => {
  const world = await startQueue();
  world.add(publishJob('first', 1), publishJob('second', 2), publishJob('third', 3));
  const [first, second] = world.take(5, { perAccount: 2 });
  if (first === undefined || second === undefined) throw new Error('nothing was claimed');
  expect(aheadOf(world.db, first)).toBeNull();
  expect(aheadOf(world.db, second)).toMatchObject({ state: 'running' });
  end(world, first, 6, later(300, 'media_processing'));
  expect(aheadOf(world.db, second)).toEqual({ state: 'ready', runAt: 300 });
  const [third] = world.take(7, { perAccount: 2 });
  expect(third?.subjectId).toBe('third');
  world.db.write(() => cancelWaiting(world.db, workspaceId, 'publish', 'first', 8));
  expect(aheadOf(world.db, second)).toBeNull();
  end(world, second, 9, later(400, 'unavailable'));
  expect(third && aheadOf(world.db, third)).toBeNull();
});

test('no claim reads more of the tables than the heads of the lanes', async () => {
  const { db, newId } = await startQueue();
  const plans: string[] = [];
  const asked: Database = {
    ...db,
    sql<Row>(text: string) {
      plans.push(text);
      return db.sql<Row>(text);
    },
  };
  db.write(() => enqueue(asked, newId, publishJob('a1', 1), 0));
  const limits = { overall: 64, perPlatform: 32, perAccount: 2 };
  const [job] = db.write(() =>
    claimDue(asked, { queue: 'publisher', now: 5, lease: 'r_1', limits, most: 9 }),
  ).jobs;
  if (job === undefined) throw new Error('nothing was claimed');
  aheadOf(asked, job);
  db.write(() => finish(asked, job, later(50, 'spacing'), 6));
  db.write(() => claimDue(asked, { queue: 'publisher', now: 60, lease: 'r_2', limits, most: 9 }));
  nextDue(asked, 'publisher', 60);
  expect(plans.length).toBeGreaterThan(10);
  for (const text of plans) {
    const params = Object.fromEntries([...text.matchAll(/:(\w+)/g)].map(([, name]) => [name, null]));
    const steps = db.sql<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(params);
    const scans = steps.filter(({ detail }) => /^SCAN (?!CONSTANT|installation)|TEMP B-TREE/.test(detail));
    expect({ text, scans }).toEqual({ text, scans: [] });
  }
});
