import { describe, expect, test } from 'vitest';
import type { World } from '../../support/engine-world.ts';
import { startWorld } from '../../support/engine-world.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Publishes a text at once and returns its place on the network. */
async function publish({ client, workspaceId, drain }: World, accountId: string, text: string) {
  const accounts = await client.accounts.list({ workspaceId });
  const account = accounts.find(({ id }) => id === accountId);
  if (account === undefined) throw new Error('There is no such account.');
  const post = await client.posts.create({
    workspaceId,
    parts: [{ text, media: [] }],
    accountIds: [account.id],
    labels: [],
  });
  await client.posts.schedule({ workspaceId, id: post.id, version: post.version, when: { kind: 'now' } });
  await drain();
  const after = await client.posts.get({ workspaceId, id: post.id });
  const remoteId = after.deliveries[0]?.parts[0]?.remoteId;
  if (!remoteId) throw new Error(`Not published: ${JSON.stringify(after.deliveries)}`);
  return { accountId: account.id, remoteId };
}

describe('numbers of the practice network', () => {
  test('appear with the account: its followers, its older posts, and what others say of it', async () => {
    const world = await startWorld();
    const account = await world.connect();
    await world.drain('background');
    const { client, workspaceId } = world;
    const summary = (await client.metrics.accounts({ workspaceId, timeRange: '90d' })).accounts[0];
    expect(summary).toMatchObject({ accountId: account.id, followers: account.followers });
    expect(summary?.posts).toBeGreaterThan(0);
    expect(summary?.totals.impressions).toBeGreaterThan(0);
    expect(summary?.engagementRate).toBeGreaterThan(0);
    expect(summary?.engagementRate).toBeLessThan(1);
    expect(summary?.series.map(({ metric }) => metric)).toContain('followers');
    const mentions = await client.metrics.mentions({ workspaceId });
    expect(mentions.length).toBeGreaterThan(0);
    expect(mentions[0]?.at).toBeLessThanOrEqual(world.clock.now());
  });

  test('cost in the list of calls what was read, not what might have been', async () => {
    const world = await startWorld();
    await world.connect();
    await world.drain('background');
    const { client, workspaceId } = world;
    const cost = async () =>
      (await client.system.health({})).calls.find(({ operation }) => operation === 'posts.mentions')
        ?.costMicros;
    const known = async () => (await client.metrics.mentions({ workspaceId, limit: 200 })).length;
    const before = await known();
    expect(await cost()).toBe(before * 5_000);
    await client.metrics.refresh({ workspaceId });
    await world.drain('background');
    expect(await known()).toBe(before);
    expect(await cost()).toBe(before * 5_000);
  });

  test('of a new post are read at its ages, grow, and each reading is kept', async () => {
    const world = await startWorld();
    const account = await world.connect();
    await world.drain('background');
    const place = await publish(world, account.id, 'The oven is warm since four.');
    const read = async () =>
      await world.client.metrics.postSeries({ workspaceId: world.workspaceId, ...place });
    expect((await read()).post.measuredAt).toBeNull();
    const published = (await read()).post.publishedAt;

    const seen: number[] = [];
    const ages = [2 * minute, hour, day, 7 * day, 28 * day];
    for (const age of ages) {
      await world.pass(published + age - world.clock.now());
      await world.drain('background');
      const { post } = await read();
      expect(post.measuredAt).toBe(world.clock.now());
      seen.push(post.metrics.impressions ?? -1);
    }
    expect(seen).toEqual(seen.toSorted((left, right) => left - right));
    expect(seen.at(-1)).toBeGreaterThan(seen[0] ?? 0);
    const { series } = await read();
    const impressions = series.find(({ metric }) => metric === 'impressions');
    expect(impressions?.points.map(({ at }) => at - published)).toEqual(ages);

    await world.pass(60 * day);
    await world.drain('background');
    expect((await read()).post.measuredAt).toBe(published + 28 * day);
  });

  test('that were missed while the machine was off are read once, not once for each age', async () => {
    const world = await startWorld();
    const account = await world.connect();
    await world.drain('background');
    const place = await publish(world, account.id, 'Rye is sold out, wheat is not.');
    await world.pass(3 * day);
    await world.drain('background');
    const { series } = await world.client.metrics.postSeries({ workspaceId: world.workspaceId, ...place });
    expect(series.find(({ metric }) => metric === 'impressions')?.points).toHaveLength(1);
  });

  test('of a post that is gone from the network leave the list', async () => {
    const world = await startWorld();
    const account = await world.connect();
    await world.drain('background');
    const place = await publish(world, account.id, 'Wrong price, sorry.');
    const { workspaceId, client } = world;
    const { deliveries } = await client.queue.list({ workspaceId, section: 'done' });
    const mine = deliveries.find(({ parts }) => parts[0]?.remoteId === place.remoteId);
    if (mine === undefined) throw new Error('It is not in the queue.');
    await client.queue.deleteFromNetwork({ workspaceId, id: mine.id });
    await world.pass(2 * hour);
    await world.drain('background');
    const listed = await client.metrics.posts({ workspaceId, timeRange: '7d' });
    expect(listed.map(({ remoteId }) => remoteId)).not.toContain(place.remoteId);
  });

  test('wait through an outage and then come', async () => {
    const world = await startWorld();
    await world.connect();
    await world.faults({ match: { operation: 'posts.mentions' }, fault: { kind: 'status', status: 503 } });
    await world.drain('background');
    const { workspaceId, client } = world;
    await world.pass(hour);
    await world.drain('background');
    expect(await client.metrics.mentions({ workspaceId })).toEqual([]);
    await world.faults();
    await world.pass(hour);
    await world.drain('background');
    expect((await client.metrics.mentions({ workspaceId })).length).toBeGreaterThan(0);
  });

  test('are read anew when asked for, with the most it may cost said before', async () => {
    const world = await startWorld();
    const account = await world.connect();
    await world.drain('background');
    const { workspaceId, client, clock } = world;
    await world.pass(10 * minute);
    const asked = await client.metrics.refresh({ workspaceId, accountId: account.id });
    expect(asked).toMatchObject({ queued: 3 });
    expect(asked.costMicros).toBeGreaterThan(0);
    await world.drain('background');
    const summary = (await client.metrics.accounts({ workspaceId })).accounts[0];
    expect(summary?.measuredAt).toBe(clock.now());
  });

  test('of one workspace are not seen from another', async () => {
    const world = await startWorld();
    const account = await world.connect();
    await world.drain('background');
    const place = await publish(world, account.id, 'Only for ourselves.');
    const { client } = world;
    const other = (await client.workspaces.create({ name: 'Other', timeZone: 'UTC' })).id;
    expect((await client.metrics.accounts({ workspaceId: other })).accounts).toEqual([]);
    expect(await client.metrics.posts({ workspaceId: other })).toEqual([]);
    expect(await client.metrics.mentions({ workspaceId: other })).toEqual([]);
    for (const call of [
      () => client.metrics.posts({ workspaceId: other, accountId: account.id }),
      () => client.metrics.postSeries({ workspaceId: other, ...place }),
      () => client.metrics.refresh({ workspaceId: other, accountId: account.id }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
