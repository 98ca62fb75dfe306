import { expect, test } from 'vitest';
import { lookAnew } from '../../../src/engine/queue/lanes.ts';
import { modelNetwork } from '../../support/model-network/networks.ts';
import { startModelWorld } from '../../support/model-network/world.ts';
import type { ModelWorld } from '../../support/model-network/world.ts';

const hour = 3_600_000;
const day = 24 * hour;
const create = { operation: 'posts.create', nth: 1 };

/** Sends while the app's clock is a day ahead of the network's, and loses the answer; then the clock is right again. */
async function sentADayAhead(world: ModelWorld): Promise<string> {
  world.clock.advance(day);
  const id = await world.scheduled('Sent on the wrong day');
  void world.drain();
  await world.model.taken(1);
  return id;
}

const hang = [{ match: create, fault: { kind: 'accept_then_hang' } }] as const;

test('after a restart a send of the wrong day is settled at once and holds up nobody', async () => {
  const world = await startModelWorld(modelNetwork('list_and_match'));
  world.model.faults(hang);
  const id = await sentADayAhead(world);
  world.clock.advance(-day);
  const begun = world.clock.now();
  await world.crash();
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('published');
  expect(world.clock.now() - begun).toBeLessThan(hour);
});

test('the runner brings it forward as well where it sees the clock set back', async () => {
  const world = await startModelWorld(modelNetwork('list_and_match'));
  world.model.faults([{ match: create, fault: { kind: 'accept_then_reset' } }]);
  world.clock.advance(day);
  const id = await world.scheduled('Sent on the wrong day');
  await world.drain();
  world.clock.advance(-day);
  const begun = world.clock.now();
  world.write(({ db }) => lookAnew(db, 'publisher', day));
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('published');
  expect(world.clock.now() - begun).toBeLessThan(hour);
});

test('a key is not used again where nobody knows how old it is', async () => {
  const world = await startModelWorld(modelNetwork('idempotency_key'));
  world.model.faults(hang);
  const id = await sentADayAhead(world);
  world.clock.advance(-day);
  await world.crash();
  await world.settleAll();
  world.pass(day);
  await world.settleAll();
  expect(world.model.truth()).toHaveLength(1);
  expect((await world.delivery(id)).state).toBe('unknown');
});

test('the user may look for a send of the wrong day', async () => {
  const world = await startModelWorld(modelNetwork('list_and_match'));
  const { client, workspaceId } = world;
  world.model.faults([
    ...hang,
    { match: { operation: 'posts.list' }, fault: { kind: 'lag_listings', ms: 90_000 } },
  ]);
  const id = await sentADayAhead(world);
  world.clock.advance(-day);
  await world.crash();
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('unknown');
  // What was read by the right clock is shown, although it lies before the time of the send.
  const { evidence } = await client.queue.get({ workspaceId, id });
  expect(evidence?.readings).toHaveLength(3);
  world.pass(90_000);
  await client.queue.lookAgain({ workspaceId, id });
  expect((await world.delivery(id)).state).toBe('published');
});
