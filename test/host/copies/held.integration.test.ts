import { copyFileSync, cpSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, test } from 'vitest';
import { readMarks } from '../../../src/engine/copies/mark.ts';
import { temporaryDirectory } from '../../support/database.ts';
import { end } from '../support/command.ts';
import { command, connectPractice, schedule, serve, until } from './installation.ts';

const now = { kind: 'now' } as const;

function newestEvent(data: string): { id: string; event: number } {
  const driver = new Driver(join(data, 'ocma.db'), { readonly: true });
  const row = driver
    .prepare<[], { id: string; event: number }>(
      `SELECT id, (SELECT max(id) FROM delivery_event) AS event FROM installation`,
    )
    .get();
  driver.close();
  if (row === undefined) throw new Error('There is no installation.');
  return row;
}

test('killed while a request is under way, the marks know of it, and an older file in its place is held', async () => {
  const root = temporaryDirectory();
  const data = join(root, 'data');
  const state = join(root, 'state');
  const first = await serve(data, { state });
  const at = await connectPractice(first.client);
  const id = await schedule(first.client, at, 'Accepted, and its sender died', {
    kind: 'at',
    local: '2099-01-01T09:00',
    timeZone: 'Europe/Berlin',
  });
  const copy = await first.client.copies.make({});
  const { url } = await first.client.practice.state({});
  await fetch(`${url}/__practice/faults`, {
    method: 'PUT',
    headers: { 'x-practice-control': '1', 'content-type': 'application/json' },
    body: JSON.stringify([
      { match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'accept_then_hang' } },
    ]),
  });
  const { delivery } = await first.client.queue.get({ workspaceId: at.workspaceId, id });
  await first.client.queue.reschedule({
    workspaceId: at.workspaceId,
    id,
    version: delivery.version,
    when: now,
  });
  await until(
    async () =>
      (await fetch(`${url}/__practice/log?after=0`, { headers: { 'x-practice-control': '1' } })).text(),
    (log) => log.includes('"operation":"posts.create"'),
  );
  const gone = once(first.child, 'close');
  first.child.kill('SIGKILL');
  await gone;

  const { event, id: installation } = newestEvent(data);
  const beside = join(data, 'installation.mark');
  const elsewhere = join(state, 'ocma', `${installation}.mark`);
  for (const file of [beside, elsewhere])
    expect(readMarks([file], installation)).toEqual({ generation: 0, event });
  expect(readFileSync(beside, 'utf8')).toContain(installation);

  for (const suffix of ['-wal', '-shm']) rmSync(join(data, `ocma.db${suffix}`), { force: true });
  copyFileSync(join(data, 'backups', copy.name), join(data, 'ocma.db'));
  const second = await serve(data, { state });
  const hold = await until(
    () => second.client.copies.hold({}),
    (answer) => answer?.state === 'ready' && answer.counts.undecided === 1,
  );
  expect(hold).toMatchObject({ reason: 'rolled_back', state: 'ready', counts: { found: 0, ahead: 0 } });
  // It is there, but from long before the time that the older file knows: only the user can say that it is this one.
  const { delivery: asked } = await second.client.queue.get({ workspaceId: at.workspaceId, id });
  expect(asked).toMatchObject({ state: 'missed', problem: { code: 'held_alike' } });
  await end(second.child);
}, 120_000);

test('a second copy of the directory beside the running first is held, and publishes nothing', async () => {
  const root = temporaryDirectory();
  const data = join(root, 'data');
  const state = join(root, 'state');
  const prepared = await serve(data, { state });
  const at = await connectPractice(prepared.client);
  await prepared.client.system.pausePublishing({ paused: true });
  const id = await schedule(prepared.client, at, 'By the first alone', now);
  await prepared.client.system.pausePublishing({ paused: true });
  await end(prepared.child);
  const copied = join(root, 'copied');
  cpSync(data, copied, { recursive: true });

  const first = await serve(data, { state });
  const second = await serve(copied, { state });
  expect(await second.client.copies.hold({})).toMatchObject({ reason: 'copied' });
  expect(await first.client.copies.hold({})).toBeNull();
  await first.client.system.pausePublishing({ paused: false });
  await until(
    async () => (await first.client.queue.get({ workspaceId: at.workspaceId, id })).delivery.state,
    (delivered) => delivered === 'published',
  );
  const { delivery } = await second.client.queue.get({ workspaceId: at.workspaceId, id });
  expect(['scheduled', 'missed', 'published']).toContain(delivery.state);
  expect(delivery.parts[0]?.sendingAt ?? null).toBeNull();
  await end(second.child);
  await end(first.child);
  const moved = await command(['call', 'copies.hold', '--data', data], { state });
  expect(JSON.parse(moved.stdout)).toBeNull();
}, 120_000);
