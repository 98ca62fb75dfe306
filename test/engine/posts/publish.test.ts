import { expect, test } from 'vitest';
import { startWorld } from '../../support/engine-world.ts';
import type { World } from '../../support/engine-world.ts';

const minute = 60_000;

async function scheduled(
  world: World,
  texts: readonly string[],
): Promise<{ postId: string; deliveryId: string }> {
  const { workspaceId } = world;
  const [account] = await world.client.accounts.list({ workspaceId });
  const post = await world.client.posts.create({
    workspaceId,
    parts: texts.map((text) => ({ text, media: [] })),
    accountIds: account === undefined ? [] : [account.id],
  });
  const done = await world.client.posts.schedule({
    workspaceId,
    id: post.id,
    version: post.version,
    when: { kind: 'now' },
  });
  const [delivery] = done.deliveries;
  if (delivery === undefined) throw new Error('nothing was scheduled');
  return { postId: post.id, deliveryId: delivery.id };
}
const stateOf = async (world: World, id: string) =>
  (await world.client.queue.get({ workspaceId: world.workspaceId, id })).delivery;

test('a scheduled post goes out once, with its address, and not before its time', async () => {
  const world = await startWorld();
  const account = await world.connect();
  const { workspaceId, client } = world;
  const post = await client.posts.create({
    workspaceId,
    parts: [{ text: 'Good morning from the bakery', media: [] }],
    accountIds: [account.id],
  });
  await client.posts.schedule({
    workspaceId,
    id: post.id,
    version: post.version,
    when: { kind: 'at', local: '2026-11-22T13:30', timeZone: 'Europe/Berlin' },
  });
  await world.drain();
  expect(await world.truth()).toEqual([]);
  await world.pass(30 * minute);
  await world.drain();
  const truth = await world.truth();
  expect(truth.map((entry) => entry.text)).toEqual(['Good morning from the bakery']);
  const { deliveries } = await client.queue.list({ workspaceId, section: 'done' });
  expect(deliveries[0]).toMatchObject({ state: 'published', publishedAt: world.clock.now(), problem: null });
  expect(deliveries[0]?.url).toContain(`/status/${truth[0]?.id}`);
});

test('a thread is published part by part, each answering the one before', async () => {
  const world = await startWorld();
  await world.connect();
  const { deliveryId } = await scheduled(world, ['One of three', 'Two of three', 'Three of three']);
  await world.drain();
  const [one, two, three] = await world.truth();
  expect(two?.inReplyTo).toBe(one?.id);
  expect(three?.inReplyTo).toBe(two?.id);
  expect((await stateOf(world, deliveryId)).state).toBe('published');
});

test.each(['accept_then_hang', 'accept_then_reset'] as const)(
  'after %s the post is found in the list and never sent again',
  async (kind) => {
    const world = await startWorld();
    await world.connect();
    await world.faults({ match: { operation: 'posts.create', nth: 1 }, fault: { kind } });
    const { deliveryId } = await scheduled(world, ['Only once, please']);
    const draining = world.drain();
    await world.accepted(1);
    // The hanging request is given up when its time is over.
    if (kind === 'accept_then_hang') await world.pass(31_000);
    await draining;
    await world.pass(11_000);
    await world.drain();
    expect((await stateOf(world, deliveryId)).state).toBe('published');
    expect(await world.truth()).toHaveLength(1);
  },
);

test('a text that the network has changed is found all the same', async () => {
  const world = await startWorld();
  await world.connect();
  await world.faults(
    { match: { operation: 'posts.create' }, fault: { kind: 'rewrite_text' } },
    { match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'accept_then_reset' } },
  );
  const text = `Rye  & spelt at seven o'clock: "warm"...\n\nas ever <3 https://example.com/menu`;
  const { deliveryId } = await scheduled(world, [text]);
  await world.drain();
  expect((await world.truth())[0]?.text).not.toBe(text);
  await world.pass(11_000);
  await world.drain();
  expect((await stateOf(world, deliveryId)).state).toBe('published');
});

test('a send that cannot be found is unknown, shows its evidence, and only the user’s word sends it again', async () => {
  const world = await startWorld();
  await world.connect();
  await world.faults({ match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'reset_before' } });
  const { deliveryId } = await scheduled(world, ['Did it arrive']);
  await world.drain();
  for (const wait of [11_000, 50_000, 240_000]) {
    await world.pass(wait);
    await world.drain();
  }
  const { workspaceId, client } = world;
  const detail = await client.queue.get({ workspaceId, id: deliveryId });
  expect(detail.delivery.state).toBe('unknown');
  expect(detail.evidence).toMatchObject({ sentText: 'Did it arrive' });
  expect(detail.evidence?.readings).toHaveLength(3);
  await world.pass(60 * minute);
  await world.drain();
  expect(await world.truth()).toEqual([]);
  await client.queue.settle({ workspaceId, id: deliveryId, answer: 'send_again' });
  await world.drain();
  expect((await stateOf(world, deliveryId)).state).toBe('published');
  expect(await world.truth()).toHaveLength(1);
});

test('while one send is unsettled the account sends nothing else', async () => {
  const world = await startWorld();
  await world.connect();
  await world.faults({ match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'accept_then_reset' } });
  const first = await scheduled(world, ['First in line']);
  const second = await scheduled(world, ['Second in line']);
  await world.drain();
  expect(await world.truth()).toHaveLength(1);
  expect((await stateOf(world, first.deliveryId)).progress).toMatchObject({ step: 'settling' });
  expect((await stateOf(world, second.deliveryId)).state).toBe('scheduled');
  await world.pass(11_000);
  await world.drain();
  expect((await world.truth()).map((entry) => entry.text)).toEqual(['First in line', 'Second in line']);
});

test('a rate limit is waited for and is not a failed attempt', async () => {
  const world = await startWorld();
  await world.connect();
  await world.faults({
    match: { operation: 'posts.create', nth: 1 },
    fault: { kind: 'rate_limit', resetInMs: 10 * minute },
  });
  const { deliveryId } = await scheduled(world, ['Patience']);
  await world.drain();
  expect(await stateOf(world, deliveryId)).toMatchObject({
    state: 'publishing',
    attempts: 0,
    problem: { code: 'rate_limited' },
  });
  await world.pass(5 * minute);
  await world.drain();
  expect(await world.truth()).toEqual([]);
  await world.pass(6 * minute);
  await world.drain();
  expect((await stateOf(world, deliveryId)).state).toBe('published');
});

test('a refused post fails with words and a way out, and can be edited and sent', async () => {
  const world = await startWorld();
  await world.connect();
  await scheduled(world, ['The same words']);
  await world.drain();
  const { postId, deliveryId } = await scheduled(world, ['The same words']);
  await world.drain();
  const { workspaceId, client } = world;
  const failed = await stateOf(world, deliveryId);
  expect(failed).toMatchObject({ state: 'failed', problem: { code: 'duplicate' } });
  expect(failed.problem?.message).toMatch(/same text/);
  const post = await client.posts.get({ workspaceId, id: postId });
  await client.posts.update({
    workspaceId,
    id: post.id,
    version: post.version,
    parts: [{ text: 'Other words', media: [] }],
  });
  await client.queue.retry({ workspaceId, id: deliveryId });
  await world.drain();
  expect((await stateOf(world, deliveryId)).state).toBe('published');
  expect((await world.truth()).map((entry) => entry.text)).toEqual(['The same words', 'Other words']);
});

test('a thread that stops in the middle goes on after its last sent part', async () => {
  const world = await startWorld();
  await world.connect();
  await world.faults({
    match: { operation: 'posts.create', nth: 2 },
    fault: { kind: 'rate_limit', resetInMs: 15 * minute },
  });
  const { deliveryId } = await scheduled(world, ['Part one', 'Part two']);
  await world.drain();
  expect(await world.truth()).toHaveLength(1);
  await world.restart();
  await world.pass(16 * minute);
  await world.drain();
  expect((await world.truth()).map((entry) => entry.text)).toEqual(['Part one', 'Part two']);
  expect((await stateOf(world, deliveryId)).state).toBe('published');
});

test('a post that is cancelled or paused does not go out', async () => {
  const world = await startWorld();
  await world.connect();
  const { workspaceId, client } = world;
  const cancelled = await scheduled(world, ['Never mind']);
  const row = await stateOf(world, cancelled.deliveryId);
  await client.queue.cancel({ workspaceId, id: row.id, version: row.version });
  await client.system.pausePublishing({ paused: true });
  await scheduled(world, ['Wait for it']);
  await world.drain();
  expect(await world.truth()).toEqual([]);
  await client.system.pausePublishing({ paused: false });
  await world.drain();
  expect((await world.truth()).map((entry) => entry.text)).toEqual(['Wait for it']);
});

test('a post that was cancelled and is scheduled again goes out, once', async () => {
  const world = await startWorld();
  await world.connect();
  const { workspaceId, client } = world;
  const { deliveryId } = await scheduled(world, ['On second thoughts']);
  const row = await stateOf(world, deliveryId);
  const cancelled = await client.queue.cancel({ workspaceId, id: row.id, version: row.version });
  expect(cancelled.state).toBe('cancelled');
  const when = { kind: 'at', local: '2026-11-22T13:30', timeZone: 'Europe/Berlin' } as const;
  await client.queue.reschedule({ workspaceId, id: row.id, version: cancelled.version, when });
  await world.pass(30 * minute);
  await world.drain();
  expect((await stateOf(world, deliveryId)).state).toBe('published');
  expect(await world.truth()).toHaveLength(1);
});

test('a late post follows its own rule', async () => {
  const world = await startWorld();
  const account = await world.connect();
  const { workspaceId, client } = world;
  const at = async (text: string, catchUp: { rule: 'ask' } | { rule: 'publish_within'; minutes: number }) => {
    const post = await client.posts.create({
      workspaceId,
      parts: [{ text, media: [] }],
      accountIds: [account.id],
    });
    await client.posts.schedule({
      workspaceId,
      id: post.id,
      version: post.version,
      when: { kind: 'at', local: '2026-11-22T13:10', timeZone: 'Europe/Berlin' },
      catchUp,
    });
  };
  await at('Ask me', { rule: 'ask' });
  await at('Send me late', { rule: 'publish_within', minutes: 120 });
  await at('Too late for me', { rule: 'publish_within', minutes: 20 });
  await world.pass(60 * minute);
  await world.drain();
  expect((await world.truth()).map((entry) => entry.text)).toEqual(['Send me late']);
  const { deliveries } = await client.queue.list({ workspaceId, section: 'needs_me' });
  expect(
    deliveries
      .map(({ excerpt, state }) => ({ excerpt, state }))
      .toSorted((a, b) => a.excerpt.localeCompare(b.excerpt)),
  ).toEqual([
    { excerpt: 'Ask me', state: 'missed' },
    { excerpt: 'Too late for me', state: 'missed' },
  ]);
});
