import { expect, test } from 'vitest';
import { furtherNetworks } from '../../support/model-network/further.ts';
import { startModelWorld } from '../../support/model-network/world.ts';
import type { ModelWorld } from '../../support/model-network/world.ts';

const minute = 60_000;
const hour = 60 * minute;
const text = 'Ahead of its time';

/** A post two hours ahead, on an account that hands its posts to the network. */
async function planned(world: ModelWorld, aheadMs = 2 * hour): Promise<{ id: string; postId: string }> {
  const { client, workspaceId, accountId } = world;
  await client.queue.setPublishing({ workspaceId, accountId, nativeSchedule: true });
  const post = await client.posts.create({
    workspaceId,
    parts: [{ text, media: [] }],
    accountIds: [accountId],
  });
  const done = await client.posts.schedule({
    workspaceId,
    id: post.id,
    version: post.version,
    when: at(world.clock.now() + aheadMs),
  });
  return { id: done.deliveries[0]?.id ?? '', postId: post.id };
}

function at(instant: number) {
  return { kind: 'at' as const, local: new Date(instant).toISOString().slice(0, 19), timeZone: 'UTC' };
}

async function handed(): Promise<{ world: ModelWorld; id: string; postId: string }> {
  const world = await startModelWorld(furtherNetworks.schedules);
  const { id, postId } = await planned(world);
  await world.drain();
  expect(world.model.planned()).toHaveLength(0);
  world.pass(6 * minute);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'with_network', parts: [{ state: 'handed' }] });
  expect(world.model.planned()).toMatchObject([{ state: 'waiting', post: { text } }]);
  return { world, id, postId };
}

test('a post is handed to the network ahead of its time, which publishes it once', async () => {
  const { world, id } = await handed();
  world.pass(2 * hour);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'published', parts: [{ state: 'sent' }] });
  expect(world.model.truth()).toHaveLength(1);
  world.pass(48 * hour);
  await world.drain();
  expect(world.model.truth()).toHaveLength(1);
});

test('the app may be gone while the network publishes: the next start asks and knows', async () => {
  const { world, id } = await handed();
  await world.crash();
  world.pass(3 * hour);
  await world.crash();
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'published' });
  expect(world.model.truth()).toHaveLength(1);
});

test('a hand-over whose answer is lost is settled, and is there once', async () => {
  const world = await startModelWorld(furtherNetworks.schedules);
  const { id } = await planned(world);
  world.model.faults([
    { match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'accept_then_reset' } },
  ]);
  world.pass(6 * minute);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'publishing', parts: [{ state: 'sending' }] });
  world.pass(minute);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'with_network' });
  expect(world.model.planned()).toHaveLength(1);
  world.pass(2 * hour);
  await world.drain();
  expect(world.model.truth()).toHaveLength(1);
});

test('an app that dies while it hands over finds out what became of it', async () => {
  const world = await startModelWorld(furtherNetworks.schedules);
  const { id } = await planned(world);
  world.model.faults([{ match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'accept_then_hang' } }]);
  world.pass(6 * minute);
  const draining = world.drain();
  await world.model.arrived('posts.create', 1);
  await world.crash();
  void draining.catch(() => {});
  world.model.faults([]);
  world.pass(minute);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'with_network' });
  expect(world.model.planned()).toHaveLength(1);
});

test('what the network does not take ahead of its time is published by OCMA at its time', async () => {
  const world = await startModelWorld(furtherNetworks.schedules);
  const { id } = await planned(world);
  world.model.faults([
    { match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'status', status: 403 } },
  ]);
  world.pass(6 * minute);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'scheduled', problem: null });
  world.pass(2 * hour);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'published' });
  expect(world.model.planned()).toHaveLength(0);
  expect(world.model.truth()).toHaveLength(1);
});

test('a refused text is told of ahead of its time', async () => {
  const world = await startModelWorld(furtherNetworks.schedules);
  const { id } = await planned(world);
  world.model.faults([
    { match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'status', status: 400 } },
  ]);
  world.pass(6 * minute);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'failed', problem: { code: 'content_rejected' } });
});

test('a post of several parts stays here until its time', async () => {
  const world = await startModelWorld(furtherNetworks.schedules);
  const { client, workspaceId, accountId } = world;
  await client.queue.setPublishing({ workspaceId, accountId, nativeSchedule: true });
  const parts = ['one', 'two'].map((word) => ({ text: word, media: [] }));
  const post = await client.posts.create({ workspaceId, parts, accountIds: [accountId] });
  const when = at(world.clock.now() + 2 * hour);
  await client.posts.schedule({ workspaceId, id: post.id, version: post.version, when });
  world.pass(6 * minute);
  await world.drain();
  expect(world.model.planned()).toHaveLength(0);
  world.pass(2 * hour);
  await world.drain();
  expect(world.model.truth()).toHaveLength(2);
});

test('cancelling takes it back there first', async () => {
  const { world, id } = await handed();
  const { client, workspaceId } = world;
  const { version } = await world.delivery(id);
  expect(await client.queue.cancel({ workspaceId, id, version })).toMatchObject({ state: 'cancelled' });
  expect(world.model.planned()).toMatchObject([{ state: 'gone' }]);
  world.pass(3 * hour);
  await world.drain();
  expect(world.model.truth()).toHaveLength(0);
});

test('an edit takes it back, and hands over the new text', async () => {
  const { world, id, postId } = await handed();
  const { client, workspaceId } = world;
  const post = await client.posts.get({ workspaceId, id: postId });
  await client.posts.update({
    workspaceId,
    id: postId,
    version: post.version,
    parts: [{ text: 'Better words', media: [] }],
  });
  expect(await world.delivery(id)).toMatchObject({ state: 'scheduled', parts: [{ text: 'Better words' }] });
  world.pass(6 * minute);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'with_network' });
  world.pass(2 * hour);
  await world.drain();
  expect(world.model.truth().map((made) => made.text)).toEqual(['Better words']);
});

test('another time takes it back, and it goes out then', async () => {
  const { world, id } = await handed();
  const { client, workspaceId } = world;
  const { version } = await world.delivery(id);
  await client.queue.reschedule({ workspaceId, id, version, when: { kind: 'now' } });
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'published' });
  world.pass(3 * hour);
  await world.drain();
  expect(world.model.truth()).toHaveLength(1);
});

test('what is out by now is not taken back, and says so', async () => {
  const { world, id } = await handed();
  const { client, workspaceId } = world;
  world.pass(2 * hour);
  const { version } = await world.delivery(id);
  await expect(client.queue.cancel({ workspaceId, id, version })).rejects.toMatchObject({
    code: 'wrong_state',
  });
  expect(await world.delivery(id)).toMatchObject({ state: 'published' });
});

test('what somebody removed at the network waits for the user, and is not sent again', async () => {
  const { world, id } = await handed();
  const [plan] = world.model.planned();
  if (plan !== undefined) plan.state = 'gone';
  await world.crash();
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'failed', problem: { code: 'gone_at_network' } });
  world.pass(3 * hour);
  await world.drain();
  expect(world.model.truth()).toHaveLength(0);
});

/** A cancellation that was asked for while the hand-over was under way, noted. */
async function handedAndUnwanted() {
  const { world, id } = await handed();
  const { workspaceId } = world;
  world.write(({ db, clock }) =>
    db.write(() =>
      db
        .sql(
          `UPDATE delivery SET cancel_requested_at = :now, cancel_requested_by = 'user' WHERE workspace_id = :workspaceId AND id = :id`,
        )
        .run({ workspaceId, id, now: clock.now() }),
    ),
  );
  const [plan] = world.model.planned();
  if (plan === undefined) throw new Error('The network has nothing.');
  return { world, id, plan };
}

test('an app that ends after the network took it away, before that is written down, still cancels it', async () => {
  const { world, id, plan } = await handedAndUnwanted();
  plan.state = 'gone';
  await world.crash();
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'cancelled', cancelling: false });
  world.pass(3 * hour);
  await world.drain();
  expect(world.model.truth()).toHaveLength(0);
});

test('a cancellation that its network no longer takes does not keep it from an end', async () => {
  const { world, id, plan } = await handedAndUnwanted();
  world.pass(2 * hour);
  plan.state = 'gone';
  for (let step = 0; step < 12; step += 1) {
    world.pass(2 * minute);
    await world.drain();
  }
  expect(await world.delivery(id)).toMatchObject({ state: 'unknown' });
});

test('what the network no longer names after its time is unknown, unless its list shows it', async () => {
  const { world, id } = await handed();
  const [plan] = world.model.planned();
  if (plan !== undefined) plan.state = 'gone';
  world.pass(2 * hour);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'with_network' });
  for (let step = 0; step < 12; step += 1) {
    world.pass(2 * minute);
    await world.drain();
  }
  expect(await world.delivery(id)).toMatchObject({ state: 'unknown' });
  expect(world.model.truth()).toHaveLength(0);
});

test('an account of a network without it refuses', async () => {
  const world = await startModelWorld(furtherNetworks.hands);
  const { client, workspaceId, accountId } = world;
  const set = client.queue.setPublishing({ workspaceId, accountId, nativeSchedule: true });
  await expect(set).rejects.toMatchObject({ code: 'invalid_input' });
});

test('switching it off takes back what the network has', async () => {
  const { world, id } = await handed();
  const { client, workspaceId, accountId } = world;
  await client.queue.setPublishing({ workspaceId, accountId, nativeSchedule: false });
  expect(await world.delivery(id)).toMatchObject({ state: 'scheduled' });
  world.pass(2 * hour);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'published' });
  expect(world.model.truth()).toHaveLength(1);
});

test('a file that another state may have handed over from sends nothing without the user’s word', async () => {
  const world = await startModelWorld(furtherNetworks.schedules);
  const { id } = await planned(world);
  const now = world.clock.now();
  world.write(({ db }) =>
    db.write(() =>
      db
        .sql(`UPDATE installation SET paused = 1, hold_reason = 'restored', hold_written_at = :now, hold_opened_at = :now,
          hold_event = (SELECT max(id) FROM delivery_event), hold_looked_at = NULL`)
        .run({ now }),
    ),
  );
  world.pass(6 * minute);
  await world.crash();
  await world.drainBackground();
  expect(await world.delivery(id)).toMatchObject({ state: 'missed', problem: { code: 'held_handed' } });
  world.pass(3 * hour);
  await world.drain();
  expect(world.model.planned()).toHaveLength(0);
  expect(world.model.truth()).toHaveLength(0);
});

test('a hand-over that nobody can tell the fate of is found when the network publishes it', async () => {
  const world = await startModelWorld(furtherNetworks.lists);
  const { id } = await planned(world);
  world.model.faults([
    { match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'accept_then_reset' } },
  ]);
  world.pass(6 * minute);
  await world.drain();
  for (let step = 0; step < 8; step += 1) {
    world.pass(minute);
    await world.drain();
  }
  expect(await world.delivery(id)).toMatchObject({ state: 'unknown' });
  world.pass(2 * hour);
  await world.drainBackground();
  expect(await world.delivery(id)).toMatchObject({ state: 'published', parts: [{ state: 'sent' }] });
  expect(world.model.truth()).toHaveLength(1);
});
