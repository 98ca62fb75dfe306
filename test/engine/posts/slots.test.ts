import { expect, test } from 'vitest';
import { startWorld } from '../../support/engine-world.ts';
import type { World } from '../../support/engine-world.ts';

const minutes = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
};
const sunday = (...clocks: string[]) => clocks.map((clock) => ({ weekday: 7, minute: minutes(clock) }));
const daily = (clock: string) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, minute: minutes(clock) }));

async function slotsOf({ client }: World, workspaceId: World['workspaceId'], count: number) {
  const found = await client.posts.slots({ workspaceId, count });
  return found.map(({ local, instant, note }) => [local, new Date(instant).toISOString().slice(0, 16), note]);
}

test('a slot keeps its clock time when the clocks go forward; two that fall together count once', async () => {
  // The Friday before; Berlin has no time between two and three on Sunday.
  const world = await startWorld({ start: Date.UTC(2027, 2, 26, 8) });
  const { client, workspaceId } = world;
  await client.settings.updateWorkspace({ workspaceId, slots: sunday('02:30', '03:30', '09:20') });
  expect(await slotsOf(world, workspaceId, 4)).toEqual([
    ['2027-03-28T02:30', '2027-03-28T01:30', 'gap'],
    ['2027-03-28T09:20', '2027-03-28T07:20', 'none'],
    ['2027-04-04T02:30', '2027-04-04T00:30', 'none'],
    ['2027-04-04T03:30', '2027-04-04T01:30', 'none'],
  ]);
});

test('a slot that comes twice when the clocks go back is offered once, the first time', async () => {
  const world = await startWorld({ start: Date.UTC(2027, 9, 29, 8) });
  const { client, workspaceId } = world;
  await client.settings.updateWorkspace({ workspaceId, slots: sunday('02:30') });
  expect(await slotsOf(world, workspaceId, 2)).toEqual([
    ['2027-10-31T02:30', '2027-10-31T00:30', 'overlap'],
    ['2027-11-07T02:30', '2027-11-07T01:30', 'none'],
  ]);
});

test('what a series will post takes its slots, also where no post is made yet; another workspace keeps its own', async () => {
  const world = await startWorld();
  const account = await world.connect();
  const { client, workspaceId } = world;
  await client.settings.updateWorkspace({ workspaceId, slots: daily('09:20') });
  const other = await client.workspaces.create({ name: 'Elsewhere', timeZone: 'Europe/Berlin' });
  await client.settings.updateWorkspace({ workspaceId: other.id, slots: daily('09:20') });
  const made = await client.recurrences.create({
    workspaceId,
    parts: [{ text: 'Bread', media: [] }],
    accountIds: [account.id],
    rule: 'FREQ=DAILY;COUNT=30',
    start: '2026-11-23T09:20',
    timeZone: 'Europe/Berlin',
  });
  await client.recurrences.skip({ workspaceId, id: made.id, local: '2026-12-20T09:20' });
  const locals = async (id: World['workspaceId']) => (await slotsOf(world, id, 2)).map(([local]) => local);
  expect(await locals(workspaceId)).toEqual(['2026-12-20T09:20', '2026-12-23T09:20']);
  expect(await locals(other.id)).toEqual(['2026-11-23T09:20', '2026-11-24T09:20']);
  await client.recurrences.stop({ workspaceId, id: made.id });
  expect(await locals(workspaceId)).toEqual(['2026-11-23T09:20', '2026-11-24T09:20']);
});

test('when the workspace moves to another zone its slots follow, and scheduled posts keep their time', async () => {
  const world = await startWorld();
  const account = await world.connect();
  const { client, workspaceId } = world;
  await client.settings.updateWorkspace({ workspaceId, slots: daily('09:20') });
  const post = await client.posts.create({
    workspaceId,
    parts: [{ text: 'Bread', media: [] }],
    accountIds: [account.id],
  });
  const scheduled = await client.posts.schedule({
    workspaceId,
    id: post.id,
    version: post.version,
    when: { kind: 'next_slot' },
  });
  const series = await client.recurrences.create({
    workspaceId,
    parts: [{ text: 'Rolls', media: [] }],
    accountIds: [account.id],
    rule: 'FREQ=WEEKLY',
    start: '2026-11-24T12:00',
    timeZone: 'Europe/Berlin',
  });
  const { version } = await client.workspaces.current({ workspaceId });
  await client.workspaces.update({ id: workspaceId, version, timeZone: 'America/New_York' });
  expect((await slotsOf(world, workspaceId, 1))[0]).toEqual(['2026-11-22T09:20', '2026-11-22T14:20', 'none']);
  expect((await client.posts.get({ workspaceId, id: post.id })).when).toEqual(scheduled.when);
  const after = await client.recurrences.get({ workspaceId, id: series.id });
  expect(after.occurrences).toEqual(series.occurrences);
});
