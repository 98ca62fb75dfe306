import { cpSync, copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { ScheduleChoice } from '../../../src/shared/contract/posts.ts';
import { startWorld } from '../../support/engine-world.ts';
import type { World } from '../../support/engine-world.ts';

const minute = 60_000;
const machine = 'a machine';

const at = (local: string): ScheduleChoice => ({ kind: 'at', local, timeZone: 'Europe/Berlin' });

async function write(world: World, text: string, when: ScheduleChoice): Promise<string> {
  const { client, workspaceId } = world;
  const [account] = await client.accounts.list({ workspaceId });
  const post = await client.posts.create({
    workspaceId,
    parts: text.split('\n').map((part) => ({ text: part, media: [] })),
    accountIds: account === undefined ? [] : [account.id],
  });
  const done = await client.posts.schedule({ workspaceId, id: post.id, version: post.version, when });
  const [delivery] = done.deliveries;
  if (delivery === undefined) throw new Error('nothing was scheduled');
  return delivery.id;
}

const stateOf = async (world: World, id: string) =>
  (await world.client.queue.get({ workspaceId: world.workspaceId, id })).delivery;
const dataOf = (world: World): string => join(world.directory, 'data');
const textsOf = async (world: World): Promise<(string | null)[]> =>
  (await world.truth()).map((post) => post.text);

/** Puts an older data file back, as a user does who copies it from a backup drive. */
async function putBack(world: World, file: string): Promise<void> {
  await world.engine.stop();
  for (const suffix of ['-wal', '-shm']) rmSync(join(dataOf(world), `ocma.db${suffix}`), { force: true });
  copyFileSync(file, join(dataOf(world), 'ocma.db'));
  await world.restart();
}

async function copyByHand(world: World): Promise<string> {
  const { name } = await world.client.copies.make({});
  return join(dataOf(world), 'backups', name);
}

test('an installation that is closed and opened again in its place goes on by itself', async () => {
  const world = await startWorld({ machine });
  await world.connect();
  await write(world, 'Open again', at('2026-11-22T13:30'));
  await world.restart();
  await world.restart();
  expect(await world.client.copies.hold({})).toBeNull();
  await world.pass(31 * minute);
  await world.drain();
  expect(await textsOf(world)).toEqual(['Open again']);
});

test('an older data file is held, and what the newer one had sent is found and not sent again', async () => {
  const world = await startWorld({ machine });
  await world.connect();
  const sent = await write(world, 'Went out after the copy', at('2026-11-22T13:30'));
  const thread = await write(world, 'One of two\nTwo of two', at('2026-11-22T13:40'));
  const early = await write(world, 'Published early', at('2026-11-25T09:00'));
  const ahead = await write(world, 'Waits for its time', at('2026-11-26T09:00'));
  const lost = await write(world, 'Never went out', at('2026-11-22T14:00'));
  const older = await copyByHand(world);
  await world.pass(45 * minute);
  await world.drain();
  const { version } = await stateOf(world, early);
  await world.client.queue.reschedule({
    workspaceId: world.workspaceId,
    id: early,
    version,
    when: { kind: 'now' },
  });
  await world.drain();
  const truth = await textsOf(world);
  expect(truth).toEqual(['Went out after the copy', 'One of two', 'Two of two', 'Published early']);
  await world.engine.stop();
  await world.pass(60 * minute);

  await putBack(world, older);
  expect(await world.client.copies.hold({})).toMatchObject({ reason: 'rolled_back', state: 'looking' });
  await world.drain();
  expect(await textsOf(world)).toEqual(truth);
  await world.drain('background');

  const held = await world.client.copies.hold({});
  expect(held).toMatchObject({
    state: 'ready',
    counts: { looking: 0, found: 2, undecided: 2, ahead: 1 },
    undecided: [
      { id: lost, state: 'missed', problem: { code: 'held_passed' } },
      // Out before its time: only the user knows that it is not another post with the same words.
      { id: early, state: 'missed', problem: { code: 'held_alike' } },
    ],
  });
  for (const id of [sent, thread]) expect((await stateOf(world, id)).state).toBe('published');
  expect((await stateOf(world, thread)).parts.map((part) => part.state)).toEqual(['sent', 'sent']);
  expect((await stateOf(world, ahead)).state).toBe('scheduled');
  const { events } = await world.client.queue.get({ workspaceId: world.workspaceId, id: sent });
  expect(events.map((event) => event.kind)).toContain('found_after_restore');
  expect(world.notices.filter((notice) => notice.kind === 'copies')).toHaveLength(1);

  await world.client.copies.release({});
  expect(await world.client.copies.hold({})).toBeNull();
  await world.drain();
  expect(await textsOf(world)).toEqual(truth);
  await world.pass(4 * 24 * 60 * minute);
  await world.drain();
  // Its time is long past by then: what matters is that nothing else went out.
  expect((await textsOf(world)).slice(0, 4)).toEqual(truth);
});

test('the same state put back when nothing has happened since goes on', async () => {
  const world = await startWorld({ machine });
  await world.connect();
  await write(world, 'Nothing happened', at('2026-11-22T13:30'));
  await putBack(world, await copyByHand(world));
  expect(await world.client.copies.hold({})).toBeNull();
});

test('a roll-back of the whole directory is known by the state that is kept elsewhere', async () => {
  const world = await startWorld({ machine });
  await world.connect();
  await world.engine.stop();
  const saved = join(world.directory, 'saved');
  cpSync(dataOf(world), saved, { recursive: true });
  await world.restart();
  await write(world, 'Written later', at('2026-11-22T13:30'));
  await world.engine.stop();
  // In place, so that the directory itself stays the same one.
  for (const file of ['ocma.db', 'installation.mark'])
    copyFileSync(join(saved, file), join(dataOf(world), file));
  await world.restart();
  expect(await world.client.copies.hold({})).toMatchObject({ reason: 'rolled_back' });
});

test('a copied directory is held while the first goes on, and the first is held once the copy has taken over', async () => {
  const world = await startWorld({ machine });
  await world.connect();
  const id = await write(world, 'Sent by the first', at('2026-11-22T13:30'));
  await world.engine.stop();
  const copied = join(world.directory, 'copied');
  cpSync(dataOf(world), copied, { recursive: true });
  await world.restart();
  const other = await world.open(copied);
  expect(await other.client.copies.hold({})).toMatchObject({ reason: 'copied' });
  await world.pass(31 * minute);
  await other.engine.drain('publisher');
  expect(await textsOf(world)).toEqual([]);
  await world.drain();
  await other.engine.drain('background');
  expect(await textsOf(world)).toEqual(['Sent by the first']);
  const { delivery } = await other.client.queue.get({ workspaceId: world.workspaceId, id });
  expect(delivery.state).toBe('published');

  // What is done in a held copy does not make the first one look old.
  const post = await other.client.posts.create({
    workspaceId: world.workspaceId,
    parts: [{ text: 'Written in the copy', media: [] }],
    accountIds: [delivery.accountId],
  });
  for (const hour of ['10', '11', '12', '13']) {
    const { deliveries } = await other.client.posts.get({ workspaceId: world.workspaceId, id: post.id });
    const [{ id: written, version } = { id: '', version: 0 }] = deliveries;
    const when = at(`2026-12-24T${hour}:00`);
    if (hour === '10')
      await other.client.posts.schedule({
        workspaceId: world.workspaceId,
        id: post.id,
        version: post.version,
        when,
      });
    else await other.client.queue.reschedule({ workspaceId: world.workspaceId, id: written, version, when });
  }
  await world.restart();
  expect(await world.client.copies.hold({})).toBeNull();

  // The first one has the longer history by then, and is an older line all the same.
  for (let more = 0; more < 8; more += 1) await write(world, `More ${more}`, at('2026-12-23T09:00'));
  await other.client.copies.release({});
  await world.restart();
  expect(await world.client.copies.hold({})).toMatchObject({ reason: 'rolled_back' });
});

test('another machine is another place', async () => {
  const world = await startWorld({ machine });
  await world.connect();
  await world.engine.stop();
  const file = join(dataOf(world), 'ocma.db');
  const driver = new Driver(file);
  const { place } = driver.prepare<[], { place: string }>('SELECT place FROM installation').get() ?? {
    place: '',
  };
  driver.prepare('UPDATE installation SET place = ?').run(place.replace(/^\w{4}/, '0000'));
  driver.close();
  await world.restart();
  expect(await world.client.copies.hold({})).toMatchObject({ reason: 'copied' });
});

test('resuming by the ordinary button does not end a hold, and pausing stays pausing', async () => {
  const world = await startWorld({ machine });
  await world.connect();
  const older = await copyByHand(world);
  await write(world, 'Later', at('2026-11-22T13:30'));
  await putBack(world, older);
  await expect(world.client.system.pausePublishing({ paused: false })).rejects.toMatchObject({
    code: 'publishing_held',
  });
  await world.client.system.pausePublishing({ paused: true });
  expect((await world.client.system.health({})).sentence).toContain('older state');
  const driver = new Driver(join(dataOf(world), 'ocma.db'));
  expect(() => driver.prepare('UPDATE installation SET paused = 0').run()).toThrow('CHECK');
  driver.close();
  await world.client.copies.release({});
  await world.restart();
  expect(await world.client.copies.hold({})).toBeNull();
});

test('without access to the account the user decides, and connecting it again lets OCMA look', async () => {
  const world = await startWorld({ machine });
  const account = await world.connect();
  const id = await write(world, 'Could not look', at('2026-11-22T13:30'));
  const older = await copyByHand(world);
  await world.pass(31 * minute);
  await world.drain();
  await world.engine.stop();
  const driver = new Driver(older);
  driver.prepare(`UPDATE account SET state = 'disconnected'`).run();
  driver.close();
  await putBack(world, older);
  await world.drain('background');
  expect(await world.client.copies.hold({})).toMatchObject({
    undecided: [{ id, state: 'missed', problem: { code: 'held_unread' } }],
  });
  expect((await world.connect()).id).toBe(account.id);
  await world.drain('background');
  expect(await world.client.copies.hold({})).toMatchObject({ counts: { found: 1, undecided: 0 } });
  expect(await textsOf(world)).toEqual(['Could not look']);
});

test('what is not settled when the user releases is never sent by itself, and what they decided goes out', async () => {
  const world = await startWorld({ machine });
  await world.connect();
  const unread = await write(world, 'Not looked for', at('2026-11-22T13:30'));
  const older = await copyByHand(world);
  await world.pass(20 * minute);
  await write(world, 'Makes the copy older', at('2026-12-22T13:30'));
  await world.pass(20 * minute);
  await world.engine.stop();
  await putBack(world, older);
  const decided = await write(world, 'Decided while held', { kind: 'now' });
  await world.pass(20 * minute);
  await world.drain();
  expect(await textsOf(world)).toEqual([]);
  await world.client.copies.release({});
  await world.drain();
  expect(await textsOf(world)).toEqual(['Decided while held']);
  expect((await stateOf(world, decided)).state).toBe('published');
  expect(await stateOf(world, unread)).toMatchObject({ state: 'missed', problem: { code: 'held_unread' } });
});

test('a post from elsewhere with the same words, older than the time of ours, is not taken for it', async () => {
  const world = await startWorld({ machine });
  await world.connect();
  const ours = await write(world, 'Fresh rolls', at('2026-11-22T13:30'));
  const older = await copyByHand(world);
  // Written after the copy, and so unknown to it: as if by another program.
  await write(world, 'Fresh rolls', { kind: 'now' });
  await world.drain();
  await putBack(world, older);
  await world.drain('background');
  expect(await stateOf(world, ours)).toMatchObject({ state: 'missed', problem: { code: 'held_alike' } });
  await world.client.copies.release({});
  await world.pass(60 * minute);
  await world.drain();
  expect(await textsOf(world)).toEqual(['Fresh rolls']);
});
