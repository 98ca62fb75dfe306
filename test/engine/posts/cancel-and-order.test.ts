import { expect, test } from 'vitest';
import { requestCancel } from '../../../src/engine/posts/publish/request-cancel.ts';
import { modelNetwork } from '../../support/model-network/networks.ts';
import { startModelWorld } from '../../support/model-network/world.ts';
import type { ModelWorld } from '../../support/model-network/world.ts';

const list = modelNetwork('list_and_match');
const keyed = modelNetwork('record_key');
const create = (nth: number) => ({ operation: 'posts.create', nth });
const cancel = (world: ModelWorld, id: string) =>
  world.write((ledger) =>
    requestCancel(ledger, { workspaceId: world.workspaceId, id: world.deliveryId(id) }, 'user'),
  );
const textsOf = (world: ModelWorld) => world.model.truth().map((post) => post.text);

test('cancelled before anything is sent, nothing goes out', async () => {
  const world = await startModelWorld(list);
  const id = await world.scheduled('Never mind', 'Nor this');
  expect(cancel(world, id)).toBe('cancelled');
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('cancelled');
  expect(textsOf(world)).toEqual([]);
});

test('cancelled while a part is being sent, the rest stays, and what is out is listed', async () => {
  const world = await startModelWorld(list);
  world.model.faults([{ match: create(1), fault: { kind: 'delay', ms: 5_000 } }]);
  const id = await world.scheduled('First', 'Second', 'Third');
  const draining = world.drain();
  await world.model.arrived('posts.create', 1);
  expect(cancel(world, id)).toBe('noted');
  world.pass(6_000);
  await draining;
  await world.settleAll();
  const delivery = await world.delivery(id);
  expect(delivery.state).toBe('cancelled');
  expect(delivery.parts.map((part) => part.state)).toEqual(['sent', 'dropped', 'dropped']);
  expect(delivery.parts[0]?.url).not.toBeNull();
  expect(textsOf(world)).toEqual(['First']);
});

test('cancelled while its last part is being sent, it is published', async () => {
  const world = await startModelWorld(list);
  world.model.faults([{ match: create(1), fault: { kind: 'delay', ms: 5_000 } }]);
  const id = await world.scheduled('Too late to stop');
  const draining = world.drain();
  await world.model.arrived('posts.create', 1);
  expect(cancel(world, id)).toBe('noted');
  world.pass(6_000);
  await draining;
  expect((await world.delivery(id)).state).toBe('published');
});

test('cancelled while the fate of a part is open, it takes effect when that is known', async () => {
  const world = await startModelWorld(list);
  world.model.faults([{ match: create(1), fault: { kind: 'accept_then_reset' } }]);
  const id = await world.scheduled('Arrived', 'Does not follow');
  await world.drain();
  expect(cancel(world, id)).toBe('noted');
  expect((await world.delivery(id)).state).toBe('publishing');
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('cancelled');
  expect(textsOf(world)).toEqual(['Arrived']);
});

test('cancelled while the fate of a part is open, it is not sent again where it is proved absent', async () => {
  const world = await startModelWorld(keyed);
  world.model.faults([{ match: create(1), fault: { kind: 'swallow' } }]);
  const id = await world.scheduled('Did not arrive');
  void world.drain();
  await world.model.arrived('posts.create', 1);
  await world.crash();
  expect(cancel(world, id)).toBe('noted');
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('cancelled');
  expect(textsOf(world)).toEqual([]);
});

test('what was cancelled while its fate was open does not say so before a late request has had its time', async () => {
  const world = await startModelWorld(keyed);
  world.model.faults([{ match: create(1), fault: { kind: 'accept_late', ms: 200_000 } }]);
  const id = await world.scheduled('Arrives late');
  void world.drain();
  await world.model.arrived('posts.create', 1);
  await world.crash();
  cancel(world, id);
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('published');
  expect(textsOf(world)).toEqual(['Arrives late']);
});

test('nobody can say what became of a cancelled post: the user’s word decides, and the rest stays unsent', async () => {
  const world = await startModelWorld(list);
  const { workspaceId, client } = world;
  world.model.faults([{ match: create(1), fault: { kind: 'reset_before' } }]);
  const id = await world.scheduled('Lost', 'The rest');
  await world.drain();
  cancel(world, id);
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('unknown');
  const url = 'https://model.invalid/posts/1-1';
  await client.queue.settle({ workspaceId, id, answer: 'published', url });
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('cancelled');
  expect(textsOf(world)).toEqual([]);
});

test('a post that is on its way is not edited', async () => {
  const world = await startModelWorld(list);
  const { workspaceId, client } = world;
  world.model.faults([{ match: create(2), fault: { kind: 'rate_limit', resetInMs: 600_000 } }]);
  const id = await world.scheduled('First', 'Second');
  await world.drain();
  const { postId } = await world.delivery(id);
  const post = await client.posts.get({ workspaceId, id: postId });
  const edit = client.posts.update({
    workspaceId,
    id: postId,
    version: post.version,
    parts: [{ text: 'Other', media: [] }],
  });
  await expect(edit).rejects.toMatchObject({ code: 'wrong_state' });
  world.pass(700_000);
  await world.settleAll();
  expect(textsOf(world)).toEqual(['First', 'Second']);
});

test('with several posts of an account at work at once, they go out in the order of their times', async () => {
  const world = await startModelWorld(modelNetwork('container'));
  await world.client.settings.updateApp({ concurrency: { perAccount: 4 } });
  // The first is staged slowly, so that the others would overtake it.
  world.model.faults([
    { match: { operation: 'handles.create', nth: 1 }, fault: { kind: 'delay', ms: 20_000 } },
  ]);
  const texts = ['One', 'Two', 'Three', 'Four'];
  for (const text of texts) {
    await world.scheduled(text);
    world.pass(1);
  }
  const draining = world.drain();
  await world.model.arrived('handles.create', 4);
  world.pass(21_000);
  await draining;
  await world.settleAll();
  expect(textsOf(world)).toEqual(texts);
});

test('an earlier post that is unknown or failed holds up no later one', async () => {
  const world = await startModelWorld(list);
  world.model.faults([
    { match: create(1), fault: { kind: 'reset_before' } },
    { match: create(2), fault: { kind: 'status', status: 400 } },
  ]);
  const lost = await world.scheduled('Lost');
  const refused = await world.scheduled('Refused');
  const last = await world.scheduled('Last');
  await world.settleAll();
  expect((await world.delivery(lost)).state).toBe('unknown');
  expect((await world.delivery(refused)).state).toBe('failed');
  expect((await world.delivery(last)).state).toBe('published');
});
