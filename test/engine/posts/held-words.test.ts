import { expect, test } from 'vitest';
import { leaveUnsettled } from '../../../src/engine/posts/held/leave-unsettled.ts';
import type { ScheduleChoice } from '../../../src/shared/contract/posts.ts';
import { startWorld } from '../../support/engine-world.ts';
import type { World } from '../../support/engine-world.ts';
import { modelNetwork } from '../../support/model-network/networks.ts';
import { startModelWorld } from '../../support/model-network/world.ts';
import { faults, minute } from './queue/queue-world.ts';

const at = (local: string): ScheduleChoice => ({ kind: 'at', local, timeZone: 'Europe/Berlin' });
const textsOf = async (world: World) => (await world.truth()).map((post) => post.text);

async function write(world: World, text: string, when: ScheduleChoice) {
  const { client, workspaceId } = world;
  const [account] = await client.accounts.list({ workspaceId });
  const accountIds = account === undefined ? [] : [account.id];
  const post = await client.posts.create({ workspaceId, parts: [{ text, media: [] }], accountIds });
  const { deliveries } = await client.posts.schedule({ workspaceId, id: post.id, version: 1, when });
  const [delivery] = deliveries;
  if (delivery === undefined) throw new Error('nothing was scheduled');
  return delivery;
}

test('in a held file a new sign-in is no word that a post was not sent', async () => {
  const world = await startWorld({ machine: 'a machine' });
  const { client, workspaceId } = world;
  await world.connect();
  await world.faults(...faults.revoked);
  const { id } = await write(world, 'Sent by the newer file', at('2026-11-22T13:30'));
  await world.pass(31 * minute);
  await world.drain();
  expect((await client.queue.get({ workspaceId, id })).delivery.state).toBe('failed');
  const { name } = await client.copies.make({});
  await world.faults();
  await world.pass(minute);
  await world.connect();
  await world.pass(2 * minute);
  await world.drain();
  expect(await textsOf(world)).toEqual(['Sent by the newer file']);

  await client.copies.restore({ name });
  await world.drain('background');
  await world.pass(10 * minute);
  await world.drain('background');
  await client.copies.release({});
  await world.pass(5 * minute);
  await world.drain();
  expect(await textsOf(world)).toEqual(['Sent by the newer file']);
  expect((await client.queue.get({ workspaceId, id })).delivery.state).toBe('published');
});

test('a post in the bin does not go out when a held file publishes again', async () => {
  const world = await startWorld({ machine: 'a machine' });
  const { client, workspaceId } = world;
  await world.connect();
  const { id, postId } = await write(world, 'Removed', at('2026-11-22T18:00'));
  const { name } = await client.copies.make({});
  await client.copies.restore({ name });
  await world.drain('background');
  const { version } = (await client.queue.get({ workspaceId, id })).delivery;
  await client.queue.reschedule({ workspaceId, id, version, when: at('2026-11-22T13:10') });
  await client.posts.remove({ workspaceId, id: postId });
  await world.pass(30 * minute);
  await client.copies.release({});
  await world.drain();
  expect(await textsOf(world)).toEqual([]);
});

test('a post whose last answer was kept, and not the word on it, is published in a held file too', async () => {
  const world = await startModelWorld(modelNetwork('list_and_match'));
  const { workspaceId } = world;
  const id = world.deliveryId(await world.scheduled('All out'));
  await world.drain();
  world.write((ledger) => {
    ledger.db.write(() =>
      ledger.db
        .sql(`UPDATE delivery SET state = 'publishing', published_at = NULL, url = NULL WHERE id = :id`)
        .run({ id }),
    );
    leaveUnsettled(ledger, { workspaceId, id }, 'held_passed');
  });
  expect((await world.delivery(id)).state).toBe('published');
});
