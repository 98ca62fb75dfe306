import { beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../src/shared/models/account.ts';
import type { Post } from '../../../src/shared/models/post.ts';
import { appPasswordOf } from '../../../src/sandbox/bluesky/people.ts';
import { startWorld } from '../../support/engine-world.ts';
import type { World } from '../../support/engine-world.ts';

const day = 86_400_000;
const zone = 'Europe/Berlin';

let world: World;
let mara: Account;
beforeEach(async () => {
  // Monday, 23 November 2026, 08:00 in Berlin.
  world = await startWorld({ start: Date.UTC(2026, 10, 23, 7) });
  mara = await world.connect();
});

const draft = async (text: string, given: { labels?: string[]; accountIds?: Account['id'][] } = {}) =>
  await world.client.posts.create({
    workspaceId: world.workspaceId,
    parts: [{ text, media: [] }],
    accountIds: [mara.id],
    labels: [],
    ...given,
  });
const connectSky = async (): Promise<Account> => {
  const answer = await world.client.accounts.connectWithPassword({
    workspaceId: world.workspaceId,
    platform: 'bluesky',
    identifier: 'mara_bakes',
    password: appPasswordOf('mara_bakes'),
  });
  const account = 'flow' in answer ? answer.flow.account : null;
  if (account === null) throw new Error('Bluesky is not connected.');
  return account;
};
const week = () => ({
  workspaceId: world.workspaceId,
  from: world.clock.now(),
  to: world.clock.now() + 7 * day,
});
const fill = async () => await world.client.planning.propose({ ...week(), mode: 'fill_my_week' });
const itemsOf = (proposal: Awaited<ReturnType<typeof fill>>) =>
  proposal.items.map(({ kind, postId, accountId, version, when }) => ({
    kind,
    postId,
    accountId,
    version,
    local: when.local,
  }));
const post = async ({ id }: Pick<Post, 'id'>) =>
  await world.client.posts.get({ workspaceId: world.workspaceId, id });

describe('a proposal', () => {
  test('has a time with its reasons for each draft, and says in words what could not be placed', async () => {
    const one = await draft('Rye on Tuesday.');
    const long = await draft('x'.repeat(400));
    const nowhere = await draft('Nowhere to go.', { accountIds: [] });
    const proposal = await fill();
    expect(proposal.timeZone).toBe(zone);
    expect(
      proposal.items.map(({ postId, when, why }) => [postId, when.local, why.map((x) => x.text)]),
    ).toEqual([[one.id, '2026-11-23T09:20', ['One of your weekly slots']]]);
    expect(proposal.unplaced.map(({ postId, why }) => [postId, why.text])).toEqual([
      [long.id, expect.stringContaining('280')],
      [nowhere.id, 'No account is chosen for it.'],
    ]);
    expect((await post(one)).deliveries[0]?.state).toBe('draft');
  });

  test('obeys the rules, with what waits already, and tells what it passed over', async () => {
    const { client, workspaceId } = world;
    const waiting = await draft('Out at half past nine.');
    await client.posts.schedule({
      workspaceId,
      id: waiting.id,
      version: waiting.version,
      when: { kind: 'at', local: '2026-11-23T09:30', timeZone: zone },
    });
    await client.planning.updateRules({
      workspaceId,
      accountGapMinutes: 240,
      quietHours: { from: 17 * 60, to: 9 * 60 },
    });
    await draft('The next one.');
    const [item] = (await fill()).items;
    expect(item?.when.local).toBe('2026-11-24T09:20');
    expect(item?.why.map(({ text }) => text)).toEqual([
      'One of your weekly slots',
      '24 h after the last post of @mara_bakes',
    ]);
    await client.planning.updateRules({ workspaceId, quietHours: { from: 540, to: 600 } });
    const [moved] = (await fill()).items;
    expect(moved?.why.map(({ text }) => text)).toContain('Not Tuesday 09:20: no posts from 09:00 to 10:00.');
  });

  test('counts a category by its label and leaves what is over its week for the next', async () => {
    const { client, workspaceId } = world;
    await client.planning.createCategory({
      workspaceId,
      name: 'Tips',
      color: '#336699',
      evergreen: false,
      minDaysBetween: 30,
      weeklyTarget: 1,
    });
    for (const text of ['First tip.', 'Second tip.']) await draft(text, { labels: ['tips'] });
    const proposal = await client.planning.propose({
      ...week(),
      to: world.clock.now() + 10 * day,
      mode: 'fill_my_week',
    });
    expect(proposal.items.map(({ when }) => when.local)).toEqual(['2026-11-23T09:20', '2026-11-30T09:20']);
  });
});

describe('applying a plan', () => {
  test('schedules each post at its times, says what did not work, and is undone', async () => {
    const { client, workspaceId } = world;
    const sky = await connectSky();
    const both = await draft('For the two of us.', { accountIds: [mara.id, sky.id] });
    const changed = await draft('To be changed meanwhile.');
    const proposal = await client.planning.propose({
      ...week(),
      mode: 'campaign',
      drafts: [both.id, changed.id],
      campaign: { name: 'Opening', gapMinutes: 30, order: [sky.id] },
    });
    await client.posts.update({ workspaceId, id: changed.id, version: changed.version, labels: ['x'] });
    const applied = await client.planning.apply({
      workspaceId,
      timeZone: proposal.timeZone,
      items: itemsOf(proposal),
      label: 'Opening',
    });
    expect(applied.failed).toMatchObject([{ postId: changed.id, code: 'stale_version' }]);
    const after = await post(both);
    expect(after.labels).toEqual(['Opening']);
    expect(after.deliveries.map(({ accountId, state, when }) => [accountId, state, when?.local])).toEqual([
      [mara.id, 'scheduled', '2026-11-23T09:50'],
      [sky.id, 'scheduled', '2026-11-23T09:20'],
    ]);
    const undone = await client.planning.undo({
      workspaceId,
      label: 'Opening',
      scheduled: applied.scheduled.map((one) => ({ ...one, made: one.madeFrom !== null })),
    });
    expect(undone).toEqual({ undone: 1, failed: [] });
    const back = await post(both);
    expect([back.labels, back.deliveries.map(({ state }) => state)]).toEqual([[], ['draft', 'draft']]);
  });

  test('leaves a label that a post had before, when it is undone', async () => {
    const { client, workspaceId } = world;
    const one = await draft('Its own label.', { labels: ['Opening'] });
    const { timeZone, ...proposal } = await fill();
    const items = itemsOf({ timeZone, ...proposal });
    const { scheduled } = await client.planning.apply({ workspaceId, timeZone, items, label: 'Opening' });
    await client.planning.undo({ workspaceId, label: 'Opening', scheduled });
    const { labels, deliveries } = await post(one);
    expect([labels, deliveries.map(({ state }) => state)]).toEqual([['Opening'], ['draft']]);
  });

  test('of one post all is scheduled or nothing', async () => {
    const { client, workspaceId } = world;
    const sky = await connectSky();
    const both = await draft('For the two of us.', { accountIds: [mara.id, sky.id] });
    const item = { kind: 'draft', postId: both.id, version: both.version } as const;
    const applied = await client.planning.apply({
      workspaceId,
      timeZone: zone,
      items: [
        { ...item, accountId: mara.id, local: '2026-11-24T09:00' },
        { ...item, accountId: sky.id, local: '2026-11-20T09:00' },
      ],
    });
    expect(applied).toMatchObject({ scheduled: [], failed: [{ code: 'time_passed' }] });
    expect((await post(both)).deliveries.map(({ state }) => state)).toEqual(['draft', 'draft']);
  });
});

test('an evergreen post goes out again as a copy, not at X, not too soon, and undo bins the copy', async () => {
  const { client, workspaceId } = world;
  const sky = await connectSky();
  await client.planning.createCategory({
    workspaceId,
    name: 'Tips',
    color: '#336699',
    evergreen: true,
    minDaysBetween: 40,
    weeklyTarget: 1,
  });
  const tip = await draft('Salt comes last.', { labels: ['Tips'], accountIds: [mara.id, sky.id] });
  await client.posts.schedule({ workspaceId, id: tip.id, version: tip.version, when: { kind: 'now' } });
  await world.drain();
  expect((await post(tip)).deliveries.map(({ state }) => state)).toEqual(['published', 'published']);
  await world.pass(35 * day);
  expect((await fill()).items).toEqual([]);
  await world.pass(7 * day);

  const proposal = await fill();
  expect(proposal.items.map(({ kind, postId, accountId }) => [kind, postId, accountId])).toEqual([
    ['repeat', tip.id, sky.id],
  ]);
  expect(proposal.items[0]?.why[0]?.text).toMatch(/^Comes around again in “Tips”; last out 4\d days ago$/);
  const applied = await client.planning.apply({ workspaceId, timeZone: zone, items: itemsOf(proposal) });
  expect(applied).toMatchObject({ scheduled: [{ madeFrom: tip.id, accountIds: [sky.id] }], failed: [] });
  const copy = applied.scheduled[0]?.postId ?? tip.id;
  expect((await post({ id: copy })).deliveries.map(({ state }) => state)).toEqual(['scheduled']);
  expect((await fill()).items).toEqual([]);

  const scheduled = [{ postId: copy, accountIds: [sky.id], made: true }];
  expect(await client.planning.undo({ workspaceId, scheduled })).toEqual({ undone: 1, failed: [] });
  await expect(post({ id: copy })).rejects.toMatchObject({ code: 'not_found' });
  expect((await post(tip)).deliveries.map(({ state }) => state)).toEqual(['published', 'published']);
});

test('an evergreen post does not come around when it is planned to, however far ahead', async () => {
  const { client, workspaceId } = world;
  const sky = await connectSky();
  await client.planning.createCategory({
    workspaceId,
    name: 'Tips',
    color: '#336699',
    evergreen: true,
    minDaysBetween: 60,
    weeklyTarget: 1,
  });
  const tip = await draft('Salt comes last.', { labels: ['Tips'], accountIds: [sky.id] });
  await client.posts.schedule({ workspaceId, id: tip.id, version: tip.version, when: { kind: 'now' } });
  await world.drain();
  await world.pass(65 * day);
  expect((await fill()).items).toHaveLength(1);
  const { id, version } = await client.posts.duplicate({ workspaceId, id: tip.id });
  const local = new Date(world.clock.now() + 50 * day).toISOString().slice(0, 16);
  await client.posts.schedule({ workspaceId, id, version, when: { kind: 'at', local, timeZone: zone } });
  expect((await fill()).items).toEqual([]);
});

test('the same text goes to one account of X only', async () => {
  const tobi = await world.connect('tobi_repairs');
  await draft('For the two of us.', { accountIds: [mara.id, tobi.id] });
  const { items, unplaced } = await fill();
  expect([items.length, unplaced.map(({ why }) => why.text)]).toEqual([
    1,
    ['No time is left in these days. Most of them: X takes the same text only once.'],
  ]);
});

test('a plan that was changed by hand is told which rules it breaks', async () => {
  const { client, workspaceId } = world;
  const one = await draft('One.');
  const two = await draft('Two.');
  const at = (of: Post, local: string) =>
    ({ kind: 'draft', postId: of.id, accountId: mara.id, version: of.version, local }) as const;
  const checked = await client.planning.check({
    workspaceId,
    timeZone: zone,
    items: [at(one, '2026-11-24T09:20'), at(two, '2026-11-24T09:30')],
  });
  expect(checked.map(({ warnings }) => warnings.map(({ text }) => text))).toEqual([
    ['less than 30 min from another post of @mara_bakes.'],
    ['less than 30 min from another post of @mara_bakes.'],
  ]);
});

test('the next free slot keeps the rules', async () => {
  const { client, workspaceId } = world;
  await client.planning.updateRules({
    workspaceId,
    accountGapMinutes: 5 * 60,
    quietHours: { from: 17 * 60, to: 9 * 60 },
  });
  const soon = async (text: string) => {
    const { id, version } = await draft(text);
    const after = await client.posts.schedule({ workspaceId, id, version, when: { kind: 'next_slot' } });
    return after.when?.local;
  };
  expect(await soon('One.')).toBe('2026-11-23T09:20');
  // 12:30 is too near, 17:10 is in the quiet hours.
  expect(await soon('Two.')).toBe('2026-11-24T09:20');
  expect((await client.posts.slots({ workspaceId, count: 3 })).map(({ local }) => local)).toEqual([
    '2026-11-23T12:30',
    '2026-11-24T12:30',
    '2026-11-25T09:20',
  ]);
});

test('of a post with several accounts the first gets the slot and the others follow, and that is told before', async () => {
  const { client, workspaceId } = world;
  const sky = await connectSky();
  const accountIds = [mara.id, sky.id];
  const { id, version } = await draft('For both.', { accountIds });
  const when = { kind: 'next_slot' } as const;
  const parts = [{ text: 'For both.', media: [] }];
  const told = await client.posts.preflight({ workspaceId, parts, accountIds, when, postId: id });
  expect(told.when?.local).toBe('2026-11-23T09:20');
  expect(told.lines.find((line) => line.id === 'spread')?.text).toContain('the last at 09:35');
  const { deliveries } = await client.posts.schedule({ workspaceId, id, version, when });
  expect(new Set(deliveries.map((one) => one.when?.local))).toEqual(
    new Set(['2026-11-23T09:20', '2026-11-23T09:35']),
  );
  await client.planning.updateRules({ workspaceId, staggerMinutes: 0 });
  const again = await draft('For both again.', { accountIds });
  const after = await client.posts.schedule({ workspaceId, id: again.id, version: again.version, when });
  expect(after.deliveries.map((one) => one.when?.local)).toEqual(['2026-11-23T12:30', '2026-11-23T12:30']);
});

test('a time of the user’s own is told which rules it breaks, before it is scheduled, and is taken all the same', async () => {
  const { client, workspaceId } = world;
  await client.planning.updateRules({ workspaceId, quietHours: { from: 18 * 60, to: 8 * 60 } });
  const at = (local: string) => ({ kind: 'at', local, timeZone: zone }) as const;
  const one = await draft('Late.');
  const ask = async (local: string) => {
    const parts = [{ text: 'Another one.', media: [] }];
    const { lines } = await client.posts.preflight({
      workspaceId,
      parts,
      accountIds: [mara.id],
      when: at(local),
    });
    return lines
      .filter(({ id }) => id.startsWith('rule_'))
      .map(({ severity, text }) => `${severity}: ${text}`);
  };
  expect(await ask('2026-11-24T19:00')).toEqual([
    'warning: Breaks a planning rule: no posts from 18:00 to 08:00.',
  ]);
  await client.posts.schedule({
    workspaceId,
    id: one.id,
    version: one.version,
    when: at('2026-11-24T19:00'),
  });
  expect(await ask('2026-11-24T19:10')).toEqual([
    'warning: Breaks a planning rule: no posts from 18:00 to 08:00.',
    'warning: Breaks a planning rule: less than 30 min from another post of @mara_bakes.',
  ]);
  expect(await ask('2026-11-24T12:00')).toEqual([]);
});

test('posts that missed their time get slots by the rules, each beside those that got one before', async () => {
  const { client, workspaceId } = world;
  await client.planning.updateRules({ workspaceId, accountPerDay: 1 });
  for (const text of ['First.', 'Second.']) {
    const { id, version } = await draft(text);
    const when = { kind: 'at', local: '2026-11-23T08:30', timeZone: zone } as const;
    await client.posts.schedule({ workspaceId, id, version, when, catchUp: { rule: 'ask' } });
  }
  await world.pass(3_600_000);
  await world.drain();
  const { decided } = await client.queue.decideMissed({ workspaceId, decision: 'next_slot' });
  expect(decided).toBe(2);
  const calendar = await client.posts.calendar({ workspaceId, from: world.clock.now(), to: week().to });
  expect(calendar.map((one) => one.when?.local)).toEqual(['2026-11-23T09:20', '2026-11-24T09:20']);
});

test('what a series will post counts before there is a post of it', async () => {
  const { client, workspaceId } = world;
  const parts = [{ text: 'Daily bread.', media: [] }];
  const accountIds = [mara.id];
  await client.recurrences.create({
    workspaceId,
    parts,
    accountIds,
    rule: 'FREQ=DAILY',
    start: '2026-11-24T09:20',
    timeZone: zone,
  });
  const { lines } = await client.posts.preflight({
    workspaceId,
    parts: [{ text: 'Another one.', media: [] }],
    accountIds,
    when: { kind: 'at', local: '2026-12-24T09:30', timeZone: zone },
  });
  expect(lines.map(({ id }) => id)).toContain('rule_gap');
});

test('the next times of a series are told which rules they break', async () => {
  const { client, workspaceId } = world;
  await client.planning.updateRules({ workspaceId, quietHours: { from: 18 * 60, to: 8 * 60 } });
  const look = async (start: string) => {
    const asked = { workspaceId, rule: 'FREQ=WEEKLY', start, timeZone: zone, accountIds: [mara.id] };
    return (await client.recurrences.preview(asked)).lines.map(({ text }) => text);
  };
  expect(await look('2026-11-24T19:00')).toEqual([
    'Breaks a planning rule, first on 2026-11-24 19:00: no posts from 18:00 to 08:00.',
  ]);
  expect(await look('2026-11-24T12:00')).toEqual([]);
});

test('a category has a name of its own, and a stale change is refused', async () => {
  const { client, workspaceId } = world;
  const content = { color: '#336699', evergreen: true, minDaysBetween: 30, weeklyTarget: 2 };
  const made = await client.planning.createCategory({ workspaceId, name: 'Tips', ...content });
  await expect(
    client.planning.createCategory({ workspaceId, name: 'TIPS', ...content }),
  ).rejects.toMatchObject({ code: 'invalid_input' });
  const { id, version } = made;
  const changed = await client.planning.updateCategory({ workspaceId, id, version, weeklyTarget: null });
  expect(changed).toMatchObject({ name: 'Tips', weeklyTarget: null, version: version + 1 });
  await expect(
    client.planning.updateCategory({ workspaceId, id, version, name: 'Old' }),
  ).rejects.toMatchObject({ code: 'stale_version' });
  await client.planning.removeCategory({ workspaceId, id });
  expect(await client.planning.categories({ workspaceId })).toEqual([]);
});
