import { expect, test } from 'vitest';
import { faults, minute, startQueue } from './queue/queue-world.ts';

const tomorrow = { kind: 'at', local: '2026-11-23T15:00', timeZone: 'Europe/Berlin' } as const;

test('a post that was taken down at the network is not said to be published again', async () => {
  const { world, client, workspaceId, write, state, texts } = await startQueue();
  const { id } = await write('Here and gone');
  await world.drain();
  await client.queue.deleteFromNetwork({ workspaceId, id });
  const { version } = await state(id);
  const again = client.queue.reschedule({ workspaceId, id, version, when: { kind: 'now' } });
  await expect(again).rejects.toMatchObject({ code: 'wrong_state' });
  await world.drain();
  expect(await state(id)).toMatchObject({ state: 'cancelled' });
  expect(await texts()).toEqual(['Here and gone']);
});

test('a post whose address nobody knows is not said to be deleted', async () => {
  const { world, client, workspaceId, write, state } = await startQueue();
  await world.faults({ match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'reset_before' } });
  const { id } = await write('It is there, they say');
  await world.drain();
  for (const wait of [minute, minute, 6 * minute]) {
    await world.pass(wait);
    await world.drain();
  }
  expect((await state(id)).state).toBe('unknown');
  await client.queue.settle({ workspaceId, id, answer: 'published' });
  await expect(client.queue.deleteFromNetwork({ workspaceId, id })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect((await state(id)).state).toBe('published');
});

test('a time that the user gives counts more than the slot that a late post was to have', async () => {
  const { world, client, workspaceId, write, state } = await startQueue();
  const { id } = await write('Late', { local: '2026-11-22T14:00', catchUp: { rule: 'next_slot' } });
  await world.pass(6 * 60 * minute);
  await world.drain();
  const { version } = await state(id);
  await client.queue.reschedule({ workspaceId, id, version, when: tomorrow });
  await world.drain('background');
  expect((await state(id)).when?.local).toBe(tomorrow.local);
});

test('an answer that comes while the network is asked counts, and the other window is told', async () => {
  const { world, client, workspaceId, write, state, texts } = await startQueue();
  await world.faults(
    { match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'accept_then_reset' } },
    {
      match: { operation: 'posts.list' },
      fault: { kind: 'status', status: 404 },
    },
  );
  const { id } = await write('Two windows');
  await world.drain();
  for (let round = 0; round < 30 && (await state(id)).state !== 'unknown'; round += 1) {
    await world.pass(90 * minute);
    await world.drain();
  }
  expect((await state(id)).state).toBe('unknown');
  await world.faults();
  const looking = client.queue.lookAgain({ workspaceId, id });
  await client.queue.settle({ workspaceId, id, answer: 'drop' });
  await expect(looking).rejects.toMatchObject({ code: 'wrong_state' });
  expect((await state(id)).state).toBe('cancelled');
  expect(await texts()).toEqual(['Two windows']);
});

test('what is in the bin is not sent from another window', async () => {
  const { world, client, workspaceId, write, state, texts } = await startQueue();
  await world.faults(faults.refused);
  const { id, postId } = await write('Refused and removed');
  await world.drain();
  expect((await state(id)).state).toBe('failed');
  await world.faults();
  await client.posts.remove({ workspaceId, id: postId });
  await expect(client.queue.retry({ workspaceId, id })).rejects.toMatchObject({ code: 'not_found' });
  await world.drain();
  expect(await texts()).toEqual([]);
  await client.posts.restore({ workspaceId, id: postId });
  await client.queue.retry({ workspaceId, id });
  await world.drain();
  expect(await texts()).toEqual(['Refused and removed']);
});
