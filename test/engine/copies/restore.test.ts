import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, test } from 'vitest';
import { copyDirectory } from '../../../src/engine/copies/copy-files.ts';
import { restoreOffline } from '../../../src/engine/copies/restore.ts';
import { migrate, readMigrations } from '../../../src/engine/db/migrate.ts';
import { isOcmaError } from '../../../src/shared/errors.ts';
import { migrationsDirectory } from '../../support/empty-data-file.ts';
import { startWorld } from '../../support/engine-world.ts';
import type { World } from '../../support/engine-world.ts';

const day = 24 * 60 * 60_000;
const machine = 'a machine';
const dataOf = (world: World): string => join(world.directory, 'data');
const fileOf = (world: World): string => join(dataOf(world), 'ocma.db');
const copiesOf = (world: World): string => copyDirectory(dataOf(world));

async function draft(world: World, text: string): Promise<void> {
  const { client, workspaceId } = world;
  await client.posts.create({ workspaceId, parts: [{ text, media: [] }], accountIds: [] });
}
async function postsOf(world: World): Promise<number> {
  const { copies } = await world.client.copies.list({});
  const made = await world.client.copies.make({});
  expect(copies.map((copy) => copy.name)).not.toContain(made.name);
  return made.posts;
}
const offlinePorts = (world: World) => ({
  clock: world.clock,
  paths: { data: dataOf(world), migrations: migrationsDirectory, worker: () => '' },
});

function damage(file: string): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(4096, 0x5a), 0, 4096, 0);
  closeSync(descriptor);
}

test('a copy is restored while the app runs, whoever holds the engine goes on with it, and it can be undone', async () => {
  const world = await startWorld({ machine });
  await draft(world, 'In the copy');
  const copy = await world.client.copies.make({});
  expect(copy).toMatchObject({ reason: 'by_hand', posts: 1, scheduled: 0 });
  expect(statSync(join(copiesOf(world), copy.name)).size).toBe(copy.bytes);
  await world.pass(1_000);
  await draft(world, 'After the copy');
  const { engine } = world;
  const { router } = engine;
  const followed = (async () => {
    for await (const event of await world.client.system.events({})) void event;
    return 'ended';
  })();

  await world.client.copies.restore({ name: copy.name });
  expect(engine.router).toBe(router);
  expect(await followed).toBe('ended');
  expect(await world.client.copies.hold({})).toMatchObject({ reason: 'restored', writtenAt: copy.at });
  expect(readdirSync(dataOf(world)).filter((name) => name.includes('restoring'))).toEqual([]);
  await world.pass(1_000);
  expect(await postsOf(world)).toBe(1);

  const { copies } = await world.client.copies.list({});
  const before = copies.find((candidate) => candidate.reason === 'before_restore');
  expect(before).toMatchObject({ posts: 2 });
  await world.client.copies.restore({ name: before?.name ?? '' });
  await world.pass(1_000);
  expect(await postsOf(world)).toBe(2);
  await world.client.copies.release({});
  await world.restart();
  expect(await world.client.copies.hold({})).toBeNull();
});

test('a damaged copy is refused, and the app goes on as if nothing was asked', async () => {
  const world = await startWorld({ machine });
  const copy = await world.client.copies.make({});
  await draft(world, 'Still here');
  damage(join(copiesOf(world), copy.name));
  await expect(world.client.copies.restore({ name: copy.name })).rejects.toMatchObject({
    code: 'copy_damaged',
  });
  await expect(world.client.copies.restore({ name: 'daily-20200101-000000-000.db' })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await world.client.copies.hold({})).toBeNull();
  await world.pass(1_000);
  expect(await postsOf(world)).toBe(1);
});

test('a data file that is damaged at the start is said with the newest whole copy, which takes its place', async () => {
  const world = await startWorld({ machine });
  await draft(world, 'Kept');
  const good = await world.client.copies.make({});
  await world.pass(1_000);
  const newer = await world.client.copies.make({});
  await world.engine.stop();
  damage(fileOf(world));
  damage(join(copiesOf(world), newer.name));
  const failure: unknown = await world.restart().catch((error: unknown) => error);
  expect(isOcmaError(failure) && failure.code).toBe('data_damaged');
  expect(failure).toMatchObject({ details: { name: good.name }, params: { copy: good.name } });

  await restoreOffline(fileOf(world), null, offlinePorts(world));
  await world.restart();
  expect(await world.client.copies.hold({})).toMatchObject({ reason: 'restored' });
  expect(readdirSync(copiesOf(world)).filter((name) => name.endsWith('.damaged'))).toHaveLength(1);
  await world.pass(1_000);
  expect(await postsOf(world)).toBe(1);
});

test('a damaged file without a copy is said to be alone', async () => {
  const world = await startWorld({ machine });
  await world.engine.stop();
  damage(fileOf(world));
  await expect(world.restart()).rejects.toMatchObject({ code: 'data_damaged_alone' });
  writeFileSync(fileOf(world), '');
});

test('a copy of an older version is brought to this one and held before it takes its place', async () => {
  const world = await startWorld({ machine });
  const name = 'before-0002-1795000000000.db';
  mkdirSync(copiesOf(world), { recursive: true });
  const file = join(copiesOf(world), name);
  await migrate({
    file,
    migrations: readMigrations(migrationsDirectory).slice(0, 2),
    backupFile: () => null,
  });
  const driver = new Driver(file);
  driver
    .prepare(
      `INSERT INTO installation (only_row, id, created_at, time_zone_data, practice_key) VALUES (1, 'ins_old', 0, 't', zeroblob(32))`,
    )
    .run();
  driver.pragma('journal_mode = DELETE');
  driver.close();
  await world.client.copies.restore({ name });
  expect(await world.client.copies.hold({})).toMatchObject({
    reason: 'restored',
    writtenAt: 1_795_000_000_000,
  });
  const plain = new Driver(fileOf(world), { readonly: true });
  expect(plain.prepare('SELECT id FROM installation').get()).toEqual({ id: 'ins_old' });
  plain.close();
});

test('a restore that was killed before the copy took its place leaves the data as it was', async () => {
  const world = await startWorld({ machine });
  await draft(world, 'As it was');
  const copy = await world.client.copies.make({});
  await world.engine.stop();
  copyFileSync(join(copiesOf(world), copy.name), `${fileOf(world)}.restoring`);
  await world.restart();
  expect(existsSync(`${fileOf(world)}.restoring`)).toBe(false);
  expect(await world.client.copies.hold({})).toBeNull();
});

test('a copy is made each day, and not at each start', async () => {
  const world = await startWorld({ machine });
  const daily = async () =>
    (await world.client.copies.list({})).copies.filter((copy) => copy.reason === 'daily').length;
  await world.drain('background');
  expect(await daily()).toBe(0);
  await world.pass(11 * 60_000);
  await world.drain('background');
  expect(await daily()).toBe(1);
  await world.restart();
  await world.pass(11 * 60_000);
  await world.drain('background');
  expect(await daily()).toBe(1);
  for (let passed = 0; passed < 3; passed += 1) {
    await world.pass(day);
    await world.drain('background');
  }
  expect(await daily()).toBe(4);
});

test('access that was renewed since the copy goes on, so that the networks can be read', async () => {
  const world = await startWorld({ machine });
  const account = await world.connect();
  const { client, workspaceId } = world;
  const post = await client.posts.create({
    workspaceId,
    parts: [{ text: 'Out since the copy', media: [] }],
    accountIds: [account.id],
  });
  const { deliveries } = await client.posts.schedule({
    workspaceId,
    id: post.id,
    version: post.version,
    when: { kind: 'at', local: '2026-11-22T17:00', timeZone: 'Europe/Berlin' },
  });
  const copy = await client.copies.make({});
  // A refresh token is spent by use: the copy's own would be refused from here on.
  for (let hours = 0; hours < 5; hours += 1) {
    await world.pass(60 * 60_000);
    await world.drain();
  }
  expect(await world.truth()).toHaveLength(1);
  await client.copies.restore({ name: copy.name });
  await world.drain('background');
  expect(await client.copies.hold({})).toMatchObject({ counts: { found: 1, undecided: 0 } });
  const detail = await client.queue.get({ workspaceId, id: deliveries[0]?.id ?? '' });
  expect(detail.delivery.state).toBe('published');
});
