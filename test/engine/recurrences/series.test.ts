import { expect, test } from 'vitest';
import { startWorld } from '../../support/engine-world.ts';
import type { World } from '../../support/engine-world.ts';
import type { Recurrence } from '../../../src/shared/models/recurrence.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

/** The post of the nth occurrence that is shown. */
function postIdOf({ occurrences }: Recurrence, index: number) {
  const id = occurrences[index]?.postId;
  if (!id) throw new Error('that occurrence has no post');
  return id;
}

/** A Sunday at one in Berlin; the practice workspace is in Berlin's zone. */
const begin = Date.UTC(2026, 10, 22, 12);

async function series(
  world: World,
  given: Partial<{ rule: string; start: string; timeZone: string; catchUp: Recurrence['catchUp'] }> = {},
) {
  const { workspaceId, client } = world;
  const [account] = await client.accounts.list({ workspaceId });
  return await client.recurrences.create({
    workspaceId,
    parts: [{ text: 'Bread is out of the oven', media: [] }],
    accountIds: account === undefined ? [] : [account.id],
    rule: 'FREQ=DAILY',
    start: '2026-11-23T09:20',
    timeZone: 'Europe/Berlin',
    ...given,
  });
}
const calendar = async ({ client, workspaceId }: World) =>
  (await client.posts.calendar({ workspaceId, from: 0, to: begin + 400 * day })).map(({ when, state }) => [
    when?.local,
    state,
  ]);
const world = async () => {
  const made = await startWorld({ start: begin });
  await made.connect();
  return made;
};
const statesOf = ({ occurrences }: Recurrence) =>
  occurrences.filter(({ postId }) => postId !== null).map(({ local, state }) => [local, state]);

test('a series makes ten posts ahead, publishes each once, and its job makes the next ones', async () => {
  const at = await world();
  const made = await series(at);
  expect(made.sentence).toBe('Every day at 09:20');
  expect((await calendar(at)).map(([local]) => local)).toEqual(
    Array.from(
      { length: 10 },
      (_, index) => `2026-${index < 8 ? `11-${23 + index}` : `12-0${index - 7}`}T09:20`,
    ),
  );
  await at.pass(21 * hour);
  await at.drain();
  await at.drain('background');
  expect(await at.truth()).toHaveLength(1);
  await at.pass(4 * hour);
  await at.drain('background');
  const after = await calendar(at);
  expect(after).toHaveLength(11);
  expect(after[0]).toEqual(['2026-11-23T09:20', 'published']);
  expect(after.at(-1)).toEqual(['2026-12-03T09:20', 'scheduled']);
});

test('the job run again, and an app started again, make nothing twice', async () => {
  const at = await world();
  const made = await series(at, { rule: 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=7' });
  const before = await calendar(at);
  expect(before).toHaveLength(7);
  await at.drain('background');
  await at.restart();
  await at.drain('background');
  expect(await calendar(at)).toEqual(before);
  expect(made.sentence).toBe('Every Monday and Thursday at 09:20, seven times');
});

test('after weeks off only the newest is caught up, the others are left out with one notice', async () => {
  const at = await world();
  const made = await series(at, { catchUp: { rule: 'publish_within', minutes: 24 * 60 } });
  await at.pass(20 * day);
  await at.restart();
  await at.drain('background');
  await at.drain();
  await at.pass(2 * 60_000);
  await at.drain('background');
  expect(await at.truth()).toHaveLength(1);
  const { workspaceId, client } = at;
  const [published] = (await client.queue.list({ workspaceId, section: 'done' })).deliveries.filter(
    ({ state }) => state === 'published',
  );
  expect(published?.when?.local).toBe('2026-12-12T09:20');
  expect((await client.queue.counts({ workspaceId })).needsMe).toBe(0);
  const summaries = at.notices.filter(({ kind }) => kind === 'missed');
  expect(summaries.map(({ title }) => title)).toEqual(['19 posts of a series were left out']);
  const shown = await client.recurrences.get({ workspaceId, id: made.id });
  expect(statesOf(shown).filter(([, state]) => state === 'missed')).toHaveLength(9);
  await at.pass(5 * 60_000);
  await at.drain('background');
  expect(at.notices.filter(({ kind }) => kind === 'missed')).toHaveLength(1);
});

test('one that was edited by itself is not left out for a later one', async () => {
  const at = await world();
  const { workspaceId, client } = at;
  const made = await series(at, { catchUp: { rule: 'ask' } });
  const post = await client.posts.get({ workspaceId, id: postIdOf(made, 0) });
  await client.posts.update({ workspaceId, id: post.id, version: post.version, labels: ['special'] });
  await at.pass(3 * day);
  await at.drain();
  const { deliveries } = await client.queue.list({ workspaceId, section: 'needs_me' });
  expect(new Set(deliveries.map(({ when }) => when?.local))).toEqual(
    new Set(['2026-11-23T09:20', '2026-11-25T09:20']),
  );
});

test('whichever thread comes first, a long absence never ends in a burst', async () => {
  const at = await world();
  await series(at, { catchUp: { rule: 'publish_within', minutes: 10_080 } });
  await at.pass(20 * day);
  await at.drain();
  expect(await at.truth()).toEqual([]);
  await at.drain('background');
  await at.drain();
  expect(await at.truth()).toHaveLength(1);
});

test('an occurrence skipped or brought back, made or not yet made', async () => {
  const at = await world();
  const { workspaceId, client } = at;
  const { id } = await series(at);
  await client.recurrences.skip({ workspaceId, id, local: '2026-11-24T09:20' });
  const skipped = await client.recurrences.skip({ workspaceId, id, local: '2026-12-20T09:20' });
  expect(skipped.occurrences[1]).toMatchObject({ state: 'skipped', when: null });
  expect((await calendar(at)).map(([local]) => local)).not.toContain('2026-11-24T09:20');
  await client.recurrences.restore({ workspaceId, id, local: '2026-12-20T09:20' });
  const restored = await client.recurrences.restore({ workspaceId, id, local: '2026-11-24T09:20' });
  expect(restored.occurrences[1]).toMatchObject({ state: 'scheduled', when: { local: '2026-11-24T09:20' } });
  await expect(client.recurrences.skip({ workspaceId, id, local: '2026-11-24T10:00' })).rejects.toMatchObject(
    { code: 'not_found' },
  );
  await expect(client.recurrences.skip({ workspaceId, id, local: '2026-11-20T09:20' })).rejects.toMatchObject(
    { code: 'not_found' },
  );
  for (const hours of [21, 24]) {
    await at.pass(hours * hour);
    await at.drain();
  }
  expect(await at.truth()).toHaveLength(2);
});

test('an edit of the series changes what is ahead, and leaves alone what was edited by itself or is out', async () => {
  const at = await world();
  const { workspaceId, client } = at;
  const made = await series(at);
  await at.pass(21 * hour);
  await at.drain();
  const post = await client.posts.get({ workspaceId, id: postIdOf(made, 1) });
  await client.posts.update({
    workspaceId,
    id: post.id,
    version: post.version,
    parts: [{ text: 'Only today: plaits', media: [] }],
  });
  const edited = await client.recurrences.get({ workspaceId, id: made.id });
  expect(edited.occurrences.slice(0, 3).map(({ state }) => state)).toEqual(['done', 'edited', 'scheduled']);
  const changed = await client.recurrences.update({
    workspaceId,
    id: made.id,
    version: edited.version,
    parts: [{ text: 'Rolls are out of the oven', media: [] }],
    rule: 'FREQ=DAILY;INTERVAL=2',
    labels: ['daily'],
  });
  expect(statesOf(changed).slice(0, 4)).toEqual([
    ['2026-11-23T09:20', 'done'],
    ['2026-11-24T09:20', 'edited'],
    ['2026-11-25T09:20', 'scheduled'],
    ['2026-11-27T09:20', 'scheduled'],
  ]);
  // The same post, rewritten in place.
  expect(changed.occurrences[2]?.postId).toBe(postIdOf(made, 2));
  for (const hours of [24, 24]) {
    await at.pass(hours * hour);
    await at.drain();
  }
  expect((await at.truth()).map(({ text }) => text)).toEqual([
    'Bread is out of the oven',
    'Only today: plaits',
    'Rolls are out of the oven',
  ]);
  await expect(
    client.recurrences.update({ workspaceId, id: made.id, version: edited.version, labels: [] }),
  ).rejects.toMatchObject({ code: 'stale_version' });
});

test('one that was moved counts as edited, and is as the series has it again when it is restored', async () => {
  const at = await world();
  const { workspaceId, client } = at;
  const made = await series(at);
  const [delivery] = (await client.posts.get({ workspaceId, id: postIdOf(made, 0) })).deliveries;
  if (!delivery) throw new Error('no delivery');
  await client.queue.reschedule({
    workspaceId,
    id: delivery.id,
    version: delivery.version,
    when: { kind: 'at', local: '2026-11-23T11:00', timeZone: 'Europe/Berlin' },
  });
  const moved = await client.recurrences.get({ workspaceId, id: made.id });
  expect(moved.occurrences[0]).toMatchObject({
    local: '2026-11-23T09:20',
    state: 'edited',
    when: { local: '2026-11-23T11:00' },
  });
  const restored = await client.recurrences.restore({ workspaceId, id: made.id, local: '2026-11-23T09:20' });
  expect(restored.occurrences[0]).toMatchObject({ state: 'scheduled', when: { local: '2026-11-23T09:20' } });
});

test('stop takes back all that is ahead, and resume brings it back as it was', async () => {
  const at = await world();
  const { workspaceId, client } = at;
  const made = await series(at);
  await client.recurrences.skip({ workspaceId, id: made.id, local: '2026-11-25T09:20' });
  const before = await calendar(at);
  const stopped = await client.recurrences.stop({ workspaceId, id: made.id });
  expect(stopped.state).toBe('stopped');
  expect(await calendar(at)).toEqual([]);
  await at.pass(day);
  await at.drain('background');
  await at.drain();
  expect(await at.truth()).toEqual([]);
  const resumed = await client.recurrences.resume({ workspaceId, id: made.id });
  expect(resumed.state).toBe('active');
  expect((await calendar(at)).slice(0, 8)).toEqual(before.slice(1, 9));
  await client.recurrences.remove({ workspaceId, id: made.id });
  expect(await client.recurrences.list({ workspaceId })).toEqual([]);
  expect((await client.recurrences.resume({ workspaceId, id: made.id })).state).toBe('active');
  expect((await client.recurrences.history({ workspaceId, id: made.id })).map(({ kind }) => kind)).toEqual([
    'created',
    'skipped',
    'stopped',
    'resumed',
    'removed',
    'resumed',
  ]);
});

test('the draft it was written in goes to the bin with it', async () => {
  const at = await world();
  const { workspaceId, client } = at;
  const accountIds = (await client.accounts.list({ workspaceId })).map(({ id }) => id);
  const content = { parts: [{ text: 'Bread', media: [] }], accountIds, labels: [] };
  const draft = await client.posts.create({ workspaceId, ...content });
  const made = await client.recurrences.create({
    workspaceId,
    ...content,
    rule: 'FREQ=WEEKLY',
    start: '2026-11-23T09:20',
    timeZone: 'Europe/Berlin',
    draftId: draft.id,
  });
  await expect(client.posts.get({ workspaceId, id: draft.id })).rejects.toMatchObject({ code: 'not_found' });
  expect(await client.recurrences.ofPost({ workspaceId, postId: postIdOf(made, 0) })).toMatchObject({
    local: '2026-11-23T09:20',
    recurrence: { id: made.id },
  });
  expect(await client.recurrences.ofPost({ workspaceId, postId: draft.id })).toBeNull();
});

test.each([
  ['FREQ=HOURLY', 'rule_invalid'],
  ['FREQ=DAILY;BYHOUR=8,12,18', 'rule_invalid'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'rule_invalid'],
  ['FREQ=DAILY;COUNT=3;UNTIL=20270101', 'rule_invalid'],
  ['FREQ=DAILY;UNTIL=20261101', 'rule_invalid'],
  ['every day', 'rule_invalid'],
])('the rule %s is refused', async (rule, code) => {
  const at = await world();
  await expect(series(at, { rule })).rejects.toMatchObject({ code });
  await expect(
    at.client.recurrences.preview({ rule, start: '2026-11-23T09:20', timeZone: 'Europe/Berlin' }),
  ).rejects.toMatchObject({ code });
});

test('a series whose times have all passed is refused, one that began earlier goes on from now', async () => {
  const at = await world();
  await expect(series(at, { rule: 'FREQ=DAILY;COUNT=2', start: '2026-11-01T09:20' })).rejects.toMatchObject({
    code: 'time_passed',
  });
  const made = await series(at, { rule: 'FREQ=WEEKLY;COUNT=6', start: '2026-11-04T09:20' });
  expect(statesOf(made).map(([local]) => local)).toEqual([
    '2026-11-25T09:20',
    '2026-12-02T09:20',
    '2026-12-09T09:20',
  ]);
});

test('the preview tells times, words and that the same text comes too often', async () => {
  const at = await world();
  const ask = async (rule: string) =>
    await at.client.recurrences.preview({ rule, start: '2027-03-26T02:30', timeZone: 'Europe/Berlin' });
  const daily = await ask('FREQ=DAILY;COUNT=4');
  expect(daily.sentence).toBe('Every day at 02:30, four times');
  expect(daily.times.map(({ local, note }) => [local, note])).toEqual([
    ['2027-03-26T02:30', 'none'],
    ['2027-03-27T02:30', 'none'],
    ['2027-03-28T02:30', 'gap'],
    ['2027-03-29T02:30', 'none'],
  ]);
  expect(daily.lines.map(({ id, severity }) => [id, severity])).toEqual([['sameText', 'warning']]);
  expect((await ask('FREQ=WEEKLY')).lines).toEqual([]);
});
