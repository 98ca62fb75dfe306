import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { startWorld } from '../../support/engine-world.ts';
import type { World } from '../../support/engine-world.ts';

const minute = 60_000;

/** A post at 13:50 in Berlin, on a day that begins for the test at 13:00 there. */
async function scheduleAt(world: World, text: string, local: string) {
  const [account] = await world.client.accounts.list({ workspaceId: world.workspaceId });
  const post = await world.client.posts.create({
    workspaceId: world.workspaceId,
    parts: [{ text, media: [] }],
    accountIds: account === undefined ? [] : [account.id],
  });
  return await world.client.posts.schedule({
    workspaceId: world.workspaceId,
    id: post.id,
    version: post.version,
    when: { kind: 'at', local, timeZone: 'Europe/Berlin' },
  });
}

const start = Date.UTC(2026, 10, 22, 12);

test('a post that would not go out is found in the hour before, told once, and forgotten when mended', async () => {
  const world = await startWorld({ start });
  const account = await world.connect();
  await scheduleAt(world, 'Buns are ready', '2026-11-22T14:30');
  await world.client.accounts.disconnect({ workspaceId: world.workspaceId, id: account.id });
  const risks = () => world.client.posts.atRisk({ workspaceId: world.workspaceId });

  await world.drain('background');
  expect(await risks(), 'an hour and a half ahead nothing is looked at').toEqual([]);

  await world.pass(25 * minute);
  await world.drain('background');
  const [risk] = await risks();
  expect(risk?.lines.map((line) => line.id)).toEqual(['notConnected']);
  expect(risk?.delivery.state).toBe('scheduled');

  await world.pass(10 * minute);
  await world.drain('background');
  expect(world.notices.filter((notice) => notice.kind === 'at_risk')).toHaveLength(1);

  await world.connect();
  await world.drain('background');
  expect(await risks(), 'what may have mended it is a reason to look at once').toEqual([]);
});

test('a post whose network does not answer is at risk while that lasts', async () => {
  const world = await startWorld({ start });
  await world.connect();
  await scheduleAt(world, 'First', '2026-11-22T13:40');
  const risks = async () =>
    (await world.client.posts.atRisk({ workspaceId: world.workspaceId })).flatMap((risk) =>
      risk.lines.map((line) => line.id),
    );
  await world.drain('background');
  expect(await risks()).toEqual([]);

  const file = new Database(join(world.directory, 'data', 'ocma.db'));
  onTestFinished(() => void file.close());
  const { endpoints } = file.prepare<[], { endpoints: string }>('SELECT endpoints FROM account').get() ?? {
    endpoints: '',
  };
  // Port 1 of this machine answers nobody.
  const nowhere = endpoints.replaceAll(/:\d+/g, ':1');
  file.prepare('UPDATE account SET endpoints = ?').run(nowhere);
  await world.pass(10 * minute);
  await world.drain('background');
  expect(await risks()).toEqual(['unreachable']);

  file.prepare('UPDATE account SET endpoints = ?').run(endpoints);
  await world.pass(10 * minute);
  await world.drain('background');
  expect(await risks()).toEqual([]);
});

test('two posts of an account nearer than the planning rules want are told', async () => {
  const world = await startWorld({ start });
  const account = await world.connect();
  await scheduleAt(world, 'First', '2026-11-22T15:00');
  const look = (local: string) =>
    world.client.posts.preflight({
      workspaceId: world.workspaceId,
      parts: [{ text: 'Second', media: [] }],
      accountIds: [account.id],
      when: { kind: 'at', local, timeZone: 'Europe/Berlin' },
    });
  const near = await look('2026-11-22T15:29');
  expect(near.lines.map((line) => line.id)).toContain('rule_gap');
  const far = await look('2026-11-22T15:30');
  expect(far.lines.map((line) => line.id)).not.toContain('rule_gap');
});
