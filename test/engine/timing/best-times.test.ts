import { expect, test } from 'vitest';
import type { AccountId, WorkspaceId } from '../../../src/shared/models/ids.ts';
import { createTimingHandlers } from '../../../src/engine/timing/handlers.ts';
import { readMeasuredPosts } from '../../../src/engine/timing/measured-posts.ts';
import { addAccount, addWorkspace, createFeatureWorld } from '../../support/feature.ts';
import type { FeatureWorld } from '../../support/feature.ts';
import { inventedPosts } from './model/invented-posts.ts';

const day = 86_400_000;
const evening = (slot: number): number => (slot % 24 >= 17 && slot % 24 < 20 ? 0.9 : 0);

/** Writes posts that were measured two days after they went out. */
function addPosts(
  { deps }: FeatureWorld,
  owner: { workspaceId: WorkspaceId; accountId: AccountId },
  posts: readonly { at: number; reactions: number }[],
  measuredAfter = 2 * day,
): void {
  const { db, newId } = deps;
  db.write(() => {
    for (const { at, reactions } of posts) {
      const id = newId('seen');
      db.sql(
        `INSERT INTO remote_post (id, workspace_id, account_id, remote_id, text, published_at, first_seen_at, measured_at)
         VALUES (:id, :workspaceId, :accountId, :id, 'Hello.', :at, :at, :measuredAt)`,
      ).run({ id, ...owner, at, measuredAt: at + measuredAfter });
      db.sql(
        `INSERT INTO metric_sample (workspace_id, subject_kind, subject_id, metric, at, value)
         VALUES (:workspaceId, 'post', :id, 'likes', :early, 1), (:workspaceId, 'post', :id, 'likes', :at, :likes), (:workspaceId, 'post', :id, 'shares', :at, 2)`,
      ).run({
        id,
        workspaceId: owner.workspaceId,
        early: at + 60_000,
        at: at + measuredAfter,
        likes: reactions,
      });
    }
  });
}

async function startTiming(timeZone = 'UTC') {
  const world = await createFeatureWorld();
  const workspaceId = addWorkspace(world, { timeZone });
  const accountId = addAccount(world, workspaceId);
  const timing = createTimingHandlers(world.deps);
  const caller = { workspaceId, actor: 'user' };
  return { world, owner: { workspaceId, accountId }, timing, caller };
}

test('with too few posts it says how many there are and how many it takes', async () => {
  const { world, owner, timing, caller } = await startTiming();
  addPosts(world, owner, inventedPosts(49, 1, evening));
  // Counts of an hour say nothing yet.
  addPosts(world, owner, inventedPosts(30, 2, evening), 3_600_000);
  const answer = await timing.best(caller, { accountId: owner.accountId });
  expect(answer).toMatchObject({ status: 'not_enough_data', have: 49, need: 50, slots: [], cells: [] });
  expect(answer.text).toContain('49 of 50');
  await expect(timing.backtest(caller, { accountId: owner.accountId })).resolves.toMatchObject({
    status: 'not_enough_data',
    need: 200,
  });
});

test('clear best times come with sample, gain, interval and the next time in the zone of the audience', async () => {
  const { world, owner, timing, caller } = await startTiming('Asia/Kolkata');
  addPosts(world, owner, inventedPosts(700, 3, evening));
  const answer = await timing.best(caller, { accountId: owner.accountId });
  expect(answer).toMatchObject({ status: 'clear', zone: 'Asia/Kolkata', have: 700 });
  expect(answer.cells).toHaveLength(168);
  expect(answer.cells.reduce((sum, { posts }) => sum + posts, 0)).toBe(700);
  expect(answer.gain?.low).toBeGreaterThan(0);
  // 17:00 to 20:00 UTC is 22:30 to 01:30 there.
  const [first] = answer.slots;
  expect([22, 23, 0, 1]).toContain(first?.hour);
  expect(first?.next).toBeGreaterThan(world.clock.now());
  expect(first?.why).toContain(`${first?.posts} own posts`);
  expect(answer.explore).toHaveLength(3);
  expect(answer.prior.source).toBeNull();
  for (const sentence of [answer.text, answer.prior.text, ...answer.reasons, first?.why ?? ''])
    expect(sentence).toMatch(/^[A-Z\d][^{}]+\.$/);

  const inUtc = await timing.best(caller, { accountId: owner.accountId, zone: 'UTC' });
  expect([17, 18, 19]).toContain(inUtc.slots[0]?.hour);

  const judged = await timing.backtest(caller, { accountId: owner.accountId });
  expect(judged).toMatchObject({ status: 'judged', heldBack: 210 });
  expect(judged.gain?.low).toBeGreaterThan(0);
  expect(judged.overHabit?.gain).toBeGreaterThan(0);
  expect(judged.overFixedHour).not.toBeNull();
});

test('where time does not matter it names none, and still offers what to try', async () => {
  const { world, owner, timing, caller } = await startTiming();
  addPosts(
    world,
    owner,
    inventedPosts(400, 4, () => 0),
  );
  const answer = await timing.best(caller, { accountId: owner.accountId });
  expect(answer).toMatchObject({ status: 'no_clear_best_time', slots: [], gain: null });
  expect(answer.explore.length).toBeGreaterThan(0);
  await expect(timing.backtest(caller, { accountId: owner.accountId })).resolves.toMatchObject({
    status: 'no_clear_best_time',
    gain: null,
  });
});

test('an answer stays until the numbers change', async () => {
  const { world, owner, timing, caller } = await startTiming();
  addPosts(world, owner, inventedPosts(120, 5, evening));
  const ask = () => timing.best(caller, { accountId: owner.accountId });
  const first = await ask();
  // What to try is drawn by lot, so that only a kept answer repeats it.
  expect((await ask()).explore).toEqual(first.explore);
  addPosts(world, owner, inventedPosts(1, 6, evening));
  expect((await ask()).have).toBe(121);
});

test('posts of a file count beside those of the network, each once and with what the file calls it', async () => {
  const { world, owner, timing, caller } = await startTiming();
  const { db, newId } = world.deps;
  const past = inventedPosts(700, 3, evening);
  addPosts(world, owner, past.slice(0, 300));
  const importedAt = (past.at(-1)?.at ?? 0) + 2 * day;
  const add = (row: { at: number; likes: number | null; type: string | null; importedAt: number }): void => {
    const id = newId('past');
    db.sql(
      `INSERT INTO imported_post (id, workspace_id, account_id, source_key, published_at, text, type, likes, clicks, imported_at)
       VALUES (:id, :workspaceId, :accountId, :id, :at, 'Hello.', :type, :likes, 5, :importedAt)`,
    ).run({ id, ...owner, ...row });
  };
  db.write(() => {
    // The first 50 were read from the network too.
    for (const { at, reactions } of past.slice(250))
      add({ at, likes: reactions, type: ' Photo', importedAt });
    add({ at: importedAt, likes: null, type: null, importedAt: importedAt + 2 * day });
    add({ at: importedAt, likes: 9, type: null, importedAt });
  });

  const account = { workspaceId: owner.workspaceId, id: owner.accountId };
  const posts = await readMeasuredPosts(db, account);
  expect(posts).toHaveLength(700);
  expect(posts.map(({ at }) => at)).toEqual(past.map(({ at }) => at).sort((one, other) => one - other));
  expect(Map.groupBy(posts, ({ type }) => type).get('photo')).toHaveLength(400);
  const answer = await timing.best(caller, { accountId: owner.accountId });
  expect(answer).toMatchObject({ status: 'clear', have: 700 });
  expect([17, 18, 19]).toContain(answer.slots[0]?.hour);
});

test('learns from no other account, and tells nobody else', async () => {
  const { world, owner, timing, caller } = await startTiming();
  const practice = addWorkspace(world, { kind: 'practice' });
  const practised = addAccount(world, practice, { username: 'somebody' });
  addPosts(world, { workspaceId: practice, accountId: practised }, inventedPosts(300, 7, evening));
  await expect(timing.best(caller, { accountId: owner.accountId })).resolves.toMatchObject({ have: 0 });
  await expect(timing.best(caller, { accountId: practised })).rejects.toMatchObject({ code: 'not_found' });
  await expect(
    timing.best(caller, { accountId: owner.accountId, zone: 'Mars/Olympus' }),
  ).rejects.toMatchObject({ code: 'time_zone_unknown' });
});
