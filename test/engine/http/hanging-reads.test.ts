import { expect, test } from 'vitest';
import { startWorld } from '../../support/engine-world.ts';

const reads = ['users.me', 'posts.list', 'posts.lookup', 'posts.mentions'];

test('while every read hangs, posts go out at their time', async () => {
  const world = await startWorld();
  const { client, workspaceId } = world;
  const accounts = [await world.connect('mara_bakes'), await world.connect('tobi_repairs')];
  await world.faults(
    ...reads.map((operation) => ({ match: { operation }, fault: { kind: 'accept_then_hang' } })),
  );
  const reading = world.drain('background');
  for (const account of accounts) {
    const post = await client.posts.create({
      workspaceId,
      parts: [{ text: `From ${account.username}`, media: [] }],
      accountIds: [account.id],
    });
    await client.posts.schedule({ workspaceId, id: post.id, version: post.version, when: { kind: 'now' } });
  }
  await world.drain('publisher');
  expect(new Set((await world.truth()).map(({ text }) => text))).toEqual(
    new Set(accounts.map(({ username }) => `From ${username}`)),
  );
  const { calls, status } = await client.system.health({ workspaceId });
  expect(calls.filter(({ operation }) => operation === 'posts.create')).toMatchObject([
    { count: 2, failures: 0 },
  ]);
  expect(status).toBe('green');
  await world.faults();
  await world.pass(31_000);
  await reading;
});
