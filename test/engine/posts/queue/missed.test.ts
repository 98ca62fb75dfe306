import { expect, test } from 'vitest';
import { minute, startQueue } from './queue-world.ts';

const ask = { rule: 'ask' } as const;

/** Four posts whose time passed while the app did not run. */
async function startMissed() {
  const queue = await startQueue();
  const ids = [];
  for (const [index, text] of ['One', 'Two', 'Three', 'Four'].entries())
    ids.push((await queue.write(text, { local: `2026-11-22T13:1${index}`, catchUp: ask })).id);
  await queue.world.pass(120 * minute);
  await queue.world.drain();
  return { ...queue, ids };
}

test('posts that missed their time are listed oldest first, counted, and offered the same decisions', async () => {
  const { client, workspaceId, ids } = await startMissed();
  const first = await client.queue.missed({ workspaceId, limit: 3 });
  expect(first.total).toBe(4);
  const second = await client.queue.missed({ workspaceId, limit: 3, cursor: first.next ?? '' });
  expect([...first.deliveries, ...second.deliveries].map(({ id }) => id)).toEqual(ids);
  expect(second.next).toBeNull();
  expect((await client.queue.counts({ workspaceId })).missed).toBe(4);
  expect(first.deliveries[0]?.problem?.actions.map(({ kind }) => kind)).toEqual([
    'publish_now',
    'next_slot',
    'edit',
    'drop',
  ]);
});

test('one decision publishes all of them, a minute apart', async () => {
  const { world, client, workspaceId, texts, ids } = await startMissed();
  expect(await client.queue.decideMissed({ workspaceId, decision: 'publish_now' })).toEqual({
    decided: 4,
    left: 0,
    ids,
  });
  await world.drain();
  expect(await texts()).toEqual(['One']);
  for (const _ of [1, 2, 3]) {
    await world.pass(minute);
    await world.drain();
  }
  expect(await texts()).toEqual(['One', 'Two', 'Three', 'Four']);
});

test('each may be decided for itself: dropped, or given the next free slots', async () => {
  const { client, workspaceId, ids, state } = await startMissed();
  const [one, two, three, four] = ids;
  if (!one || !two || !three || !four) throw new Error('four were missed');
  await client.settings.updateWorkspace({
    workspaceId,
    slots: [
      { weekday: 1, minute: 9 * 60 },
      { weekday: 1, minute: 10 * 60 },
    ],
  });
  expect(await client.queue.decideMissed({ workspaceId, decision: 'drop', ids: [two] })).toMatchObject({
    decided: 1,
  });
  await client.queue.decideMissed({ workspaceId, decision: 'next_slot', ids: [three, one] });
  expect((await state(one)).when?.local).toBe('2026-11-23T09:00');
  expect((await state(three)).when?.local).toBe('2026-11-23T10:00');
  expect((await state(two)).state).toBe('cancelled');
  expect((await state(four)).state).toBe('missed');
  await expect(
    client.queue.decideMissed({ workspaceId, decision: 'drop', ids: [two] }),
  ).rejects.toMatchObject({ code: 'wrong_state' });
});

test('without a free slot they stay, and that is said', async () => {
  const { client, workspaceId } = await startMissed();
  await client.settings.updateWorkspace({ workspaceId, slots: [] });
  expect(await client.queue.decideMissed({ workspaceId, decision: 'next_slot' })).toMatchObject({
    decided: 0,
    left: 4,
  });
});
