import { expect, test } from 'vitest';
import { faults, minute, startQueue } from './queue-world.ts';

test('what stopped is grouped by its reason and account, with the sentence, the buttons and the evidence', async () => {
  const { world, client, workspaceId, account, write } = await startQueue();
  await world.faults(faults.refused);
  const first = await write('One');
  await write('Two');
  await world.drain();
  const { groups, total } = await client.queue.deadLetters({ workspaceId });
  expect(total).toBe(2);
  expect(groups).toMatchObject([
    {
      accountId: account.id,
      platform: 'x',
      count: 2,
      reconnected: false,
      actions: [{ kind: 'retry' }, { kind: 'drop' }],
    },
  ]);
  const { delivery, answer } = await client.queue.get({ workspaceId, id: first.id });
  expect(groups[0]?.message).toBe(delivery.problem?.message);
  expect(delivery.problem?.actions.map(({ kind }) => kind)).toEqual(['retry', 'edit', 'drop']);
  expect(answer).toMatchObject({ status: 403, code: delivery.problem?.code, at: world.clock.now() });
  expect(answer?.says).toContain('Not allowed.');
});

test('all of a kind go out again in order, a minute apart, and none of another kind', async () => {
  const { world, client, workspaceId, account, write, state, texts } = await startQueue();
  await world.faults(faults.refused);
  const ids = [];
  for (const text of ['One', 'Two', 'Three']) ids.push((await write(text)).id);
  await world.drain();
  await world.faults();
  await world.pass(10 * minute);
  expect(await client.queue.retryAll({ workspaceId, code: 'duplicate' })).toEqual({ retried: 0, skipped: 0 });
  const { code = '' } = (await client.queue.deadLetters({ workspaceId })).groups[0] ?? {};
  expect(await client.queue.retryAll({ workspaceId, code, accountId: account.id })).toEqual({
    retried: 3,
    skipped: 0,
  });
  const dues = await Promise.all(ids.map(async (id) => (await state(id)).when?.instant));
  const now = world.clock.now();
  expect(dues).toEqual([now, now + minute, now + 2 * minute]);
  await world.drain();
  expect(await texts()).toEqual(['One']);
  for (const _ of [1, 2]) {
    await world.pass(minute);
    await world.drain();
  }
  expect(await texts()).toEqual(['One', 'Two', 'Three']);
});

test('more than one transaction holds are retried all the same, spaced around what waits already', async () => {
  const { world, client, workspaceId, write } = await startQueue();
  await world.faults(faults.refused);
  for (let index = 0; index < 120; index += 1) await write(`Post number ${index}`);
  await world.drain();
  await world.faults();
  const waiting = await write('In between', { local: '2026-11-22T13:05' });
  expect(await client.queue.retryAll({ workspaceId })).toEqual({ retried: 120, skipped: 0 });
  const { deliveries } = await client.queue.list({ workspaceId, section: 'next', limit: 500 });
  const dues = deliveries.map((delivery) => delivery.when?.instant ?? 0);
  expect(deliveries).toHaveLength(121);
  expect(deliveries.map(({ id }) => id)).toContain(waiting.id);
  const distances = dues.slice(1).map((due, index) => due - (dues[index] ?? 0));
  expect(Math.min(...distances)).toBe(minute);
});

test('posts of an account that is signed out are not retried into the same wall', async () => {
  const { world, client, workspaceId, write } = await startQueue();
  await world.faults(...faults.revoked);
  await write('One');
  await world.drain();
  expect(await client.queue.retryAll({ workspaceId })).toEqual({ retried: 0, skipped: 1 });
});

test('a drop is undone: what had failed has failed again, what was still ahead goes out', async () => {
  const { world, client, workspaceId, write, state, texts } = await startQueue();
  await world.faults(faults.refused);
  const failed = await write('Refused');
  await world.drain();
  await world.faults();
  const before = (await state(failed.id)).problem;
  const ahead = await write('Later', { local: '2026-11-22T14:00' });
  await client.queue.drop({ workspaceId, id: ahead.id });
  const { ids, dropped } = await client.queue.dropAll({ workspaceId });
  expect({ ids, dropped }).toEqual({ ids: [failed.id], dropped: 1 });
  expect((await state(failed.id)).state).toBe('cancelled');
  expect(await client.queue.restoreAll({ workspaceId, ids })).toEqual({ restored: 1 });
  expect(await state(failed.id)).toMatchObject({
    state: 'failed',
    problem: { code: before?.code, message: before?.message },
  });
  expect((await client.queue.restore({ workspaceId, id: ahead.id })).state).toBe('scheduled');
  await world.pass(60 * minute);
  await world.drain();
  expect(await texts()).toEqual(['Later']);
  await expect(client.queue.restore({ workspaceId, id: ahead.id })).rejects.toMatchObject({
    code: 'wrong_state',
  });
});

test('what was given up after an unclear send is not restored, since it may be out', async () => {
  const { world, client, workspaceId, write } = await startQueue();
  await world.faults({ match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'reset_before' } });
  const { id } = await write('Did it arrive');
  await world.drain();
  for (const wait of [11_000, 50_000, 240_000]) {
    await world.pass(wait);
    await world.drain();
  }
  expect((await client.queue.settle({ workspaceId, id, answer: 'drop' })).state).toBe('cancelled');
  await expect(client.queue.restore({ workspaceId, id })).rejects.toMatchObject({ code: 'wrong_state' });
});
