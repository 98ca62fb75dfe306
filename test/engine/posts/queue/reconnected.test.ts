import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { faults, minute, startQueue } from './queue-world.ts';

test('what stopped while an account was signed out goes out once it is connected again, in order, each once', async () => {
  const { world, client, workspaceId, write, texts } = await startQueue();
  await world.faults(...faults.revoked);
  for (const text of ['One', 'Two', 'Three']) await write(text);
  const later = await write('Four', { local: '2026-11-22T13:30' });
  await world.drain();
  expect((await client.queue.deadLetters({ workspaceId })).groups).toMatchObject([
    { count: 3, reconnected: false, actions: [{ kind: 'reconnect' }, { kind: 'retry' }, { kind: 'drop' }] },
  ]);
  expect(await texts()).toEqual([]);
  await world.faults();
  await world.connect();
  for (const wait of [0, minute, minute]) {
    await world.pass(wait);
    await world.drain();
  }
  expect(await texts()).toEqual(['One', 'Two', 'Three']);
  expect((await client.queue.get({ workspaceId, id: later.id })).delivery.state).toBe('scheduled');
  await world.pass(60 * minute);
  await world.drain();
  expect(await texts()).toEqual(['One', 'Two', 'Three', 'Four']);
});

test('what is longer past its time than its rule allows is offered in one decision instead', async () => {
  const { world, client, workspaceId, account, write, texts } = await startQueue();
  await world.faults(...faults.revoked);
  const asks = { rule: 'ask' } as const;
  for (const text of ['One', 'Two']) await write(text, { catchUp: asks });
  await world.drain();
  await world.faults();
  await world.connect();
  await world.drain();
  expect(await texts()).toEqual([]);
  const { groups } = await client.queue.deadLetters({ workspaceId });
  expect(groups).toMatchObject([
    { count: 2, reconnected: true, actions: [{ kind: 'retry' }, { kind: 'drop' }] },
  ]);
  await client.queue.retryAll({ workspaceId, accountId: account.id, at: 'now' });
  for (const wait of [0, minute]) {
    await world.pass(wait);
    await world.drain();
  }
  expect(await texts()).toEqual(['One', 'Two']);
});

test('they go out even where the app was closed between the sign-in and what follows it', async () => {
  const { world, write, state, texts } = await startQueue();
  await world.faults(...faults.revoked);
  const { id } = await write('One');
  await world.drain();
  await world.faults();
  const problem = JSON.stringify({ code: 'auth_revoked', detail: '', at: world.clock.now() });
  await world.connect();
  // As the file is left by an app that ends right after the sign-in.
  const file = new Database(join(world.directory, 'data', 'ocma.db'));
  file.prepare(`UPDATE delivery SET state = 'failed', problem = ? WHERE id = ?`).run(problem, id);
  file.prepare(`UPDATE job SET state = 'cancelled', finished_at = 0 WHERE subject_id = ?`).run(id);
  file.close();
  await world.drain();
  expect((await state(id)).state).toBe('failed');
  await world.restart();
  await world.drain();
  expect(await texts()).toEqual(['One']);
});

test('a post whose fate nobody could look up while the account was signed out is found once it is connected again', async () => {
  const { world, write, state, texts } = await startQueue();
  await world.faults(
    { match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'accept_then_reset' } },
    { match: { operation: 'posts.list', times: 9 }, fault: { kind: 'token_revoked' } },
  );
  const { id } = await write('Out, and the answer was lost');
  await world.drain();
  for (const wait of [10_000, minute, 5 * minute]) {
    await world.pass(wait);
    await world.drain();
  }
  expect((await state(id)).state).toBe('unknown');
  await world.faults();
  await world.connect();
  await world.drain('background');
  expect((await state(id)).state).toBe('published');
  expect(await texts()).toEqual(['Out, and the answer was lost']);
});
