import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGateMemory, openGate } from '../../../src/engine/db/gate.ts';
import { openDatabase } from '../../../src/engine/db/open.ts';
import { startWorld } from '../../support/engine-world.ts';
import type { World } from '../../support/engine-world.ts';

const hour = 60 * 60_000;
/** A Sunday at one in Berlin. */
const begin = Date.UTC(2026, 10, 22, 12);

async function scheduled(world: World, local: string): Promise<string> {
  const { workspaceId, client } = world;
  const [account] = await client.accounts.list({ workspaceId });
  const post = await client.posts.create({
    workspaceId,
    parts: [{ text: `At ${local}`, media: [] }],
    accountIds: account === undefined ? [] : [account.id],
  });
  const { deliveries } = await client.posts.schedule({
    workspaceId,
    id: post.id,
    version: post.version,
    when: { kind: 'at', local, timeZone: 'Europe/Berlin' },
  });
  return deliveries[0]?.id ?? '';
}

/** Leaves the file as an older version of the zone data left it, by whose rules Berlin was that much off. */
async function restartWithOlderRules(world: World, offMs: number): Promise<void> {
  await world.engine.stop();
  const db = openDatabase({
    file: join(world.directory, 'data', 'ocma.db'),
    gate: openGate(createGateMemory(), 1),
  });
  db.write(() => {
    db.sql(
      `UPDATE delivery SET due_at = due_at + :offMs, time_zone_data = '2020a' WHERE state = 'scheduled'`,
    ).run({
      offMs,
    });
    db.sql(
      `UPDATE job SET due_at = due_at + :offMs, run_at = run_at + :offMs WHERE kind = 'publish' AND state = 'ready'`,
    ).run({
      offMs,
    });
    db.sql(`UPDATE recurrence SET next_due_at = next_due_at + :offMs`).run({ offMs });
    db.sql(`UPDATE installation SET time_zone_data = '2020a'`).run();
  });
  db.close();
  await world.restart();
}
const dueAt = async ({ client, workspaceId }: World, id: string) =>
  (await client.queue.get({ workspaceId, id })).delivery.when?.instant;

test('a waiting post keeps its clock time when the rules of its zone change, and the user is told', async () => {
  const world = await startWorld({ start: begin });
  await world.connect();
  const { client, workspaceId } = world;
  const id = await scheduled(world, '2026-11-23T09:20');
  const right = await dueAt(world, id);
  await restartWithOlderRules(world, hour);
  expect(await dueAt(world, id)).toBe(right);
  const { events } = await client.queue.get({ workspaceId, id });
  expect(events.at(-1)).toMatchObject({
    kind: 'zone_rules',
    text: 'The rules of Europe/Berlin changed: it stays at 2026-11-23 09:20 there',
  });
  await world.drain('background');
  const told = 'The rules of Europe/Berlin changed; 1 post keeps its clock time';
  expect(world.notices.map(({ title }) => title)).toContain(told);
  const { lines, status } = await client.system.health({});
  expect(lines).toContainEqual(expect.objectContaining({ id: 'zone_rules', status: 'ok', text: `${told}.` }));
  expect(status).toBe('green');
  await world.pass((right ?? 0) - begin);
  await world.drain();
  expect((await world.truth()).map(({ at }) => at)).toEqual([right]);
});

test('the same data read anew changes and tells nothing', async () => {
  const world = await startWorld({ start: begin });
  await world.connect();
  const id = await scheduled(world, '2026-11-23T09:20');
  await restartWithOlderRules(world, 0);
  await world.restart();
  const { events } = await world.client.queue.get({ workspaceId: world.workspaceId, id });
  expect(events.map(({ kind }) => kind)).not.toContain('zone_rules');
});

test('one that was due by the old rules alone waits on, and one that only the new rules make late is late', async () => {
  const world = await startWorld({ start: begin });
  await world.connect();
  const early = await scheduled(world, '2026-11-22T14:00');
  // By the old rules it was due half an hour ago; by the new ones it is in half an hour.
  await world.pass(0.5 * hour);
  await restartWithOlderRules(world, -hour);
  await world.drain();
  expect(await world.truth()).toEqual([]);
  await world.pass(0.5 * hour);
  await world.drain();
  expect(await world.truth()).toHaveLength(1);
  expect((await world.client.queue.get({ workspaceId: world.workspaceId, id: early })).delivery.state).toBe(
    'published',
  );
  const late = await scheduled(world, '2026-11-22T14:30');
  await world.engine.stop();
  await world.pass(4 * hour);
  await restartWithOlderRules(world, 6 * hour);
  await world.drain();
  expect((await world.client.queue.get({ workspaceId: world.workspaceId, id: late })).delivery.state).toBe(
    'missed',
  );
});

test('what a series makes next is reckoned anew, too', async () => {
  const world = await startWorld({ start: begin });
  const account = await world.connect();
  const { client, workspaceId } = world;
  const made = await client.recurrences.create({
    workspaceId,
    parts: [{ text: 'Bread', media: [] }],
    accountIds: [account.id],
    rule: 'FREQ=DAILY',
    start: '2026-11-23T09:20',
    timeZone: 'Europe/Berlin',
  });
  await restartWithOlderRules(world, hour);
  const after = await client.recurrences.get({ workspaceId, id: made.id });
  expect(after.occurrences).toEqual(made.occurrences);
  const kinds = (await client.recurrences.history({ workspaceId, id: made.id })).map(({ kind }) => kind);
  expect(kinds).toEqual(['created', 'zone_rules']);
});
