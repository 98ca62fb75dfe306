import { expect, test } from 'vitest';
import { recordPublish } from '../../../src/engine/posts/publish/record-publish.ts';
import { claimDue } from '../../../src/engine/queue/claim.ts';
import type { Job } from '../../../src/engine/queue/job.ts';
import { finish } from '../../../src/engine/queue/store.ts';
import type { ScheduleChoice } from '../../../src/shared/contract/posts.ts';
import { modelNetwork } from '../../support/model-network/networks.ts';
import type { ModelNetwork } from '../../support/model-network/networks.ts';
import { startModelWorld } from '../../support/model-network/world.ts';
import type { ModelWorld } from '../../support/model-network/world.ts';

const tomorrow: ScheduleChoice = { kind: 'at', local: '2026-11-23T15:00', timeZone: 'Europe/Berlin' };
const limits = { overall: 8, perPlatform: 8, perAccount: 1 };
const textsOf = (world: ModelWorld) => world.model.truth().map((post) => post.text);

/** A network at which something happens once, between the publisher's look at a post and its word that it sends it. */
function interrupted(): { network: ModelNetwork; once(work: () => Promise<unknown>): Promise<unknown> } {
  const network = modelNetwork('record_key');
  let planned: (() => void) | null = null;
  let keys = 0;
  const newKey = (): string => {
    const now = planned;
    planned = null;
    now?.();
    return `key-${++keys}`;
  };
  const { platform } = network;
  return {
    network: { ...network, platform: { ...platform, api: { ...platform.api, newKey } } },
    once: (work) =>
      new Promise((resolve, reject) => {
        planned = () => void work().then(resolve, reject);
      }),
  };
}

test('a post that is given another time while its job runs goes out at that time', async () => {
  const { network, once } = interrupted();
  const world = await startModelWorld(network);
  const { client, workspaceId } = world;
  const id = await world.scheduled('Rather tomorrow');
  const { version } = await world.delivery(id);
  const moved = once(() => client.queue.reschedule({ workspaceId, id, version, when: tomorrow }));
  await world.drain();
  await moved;
  expect(textsOf(world)).toEqual([]);
  expect((await world.delivery(id)).state).toBe('scheduled');
  world.pass(20 * 3_600_000);
  await world.drain();
  expect(textsOf(world)).toEqual([]);
  world.pass(24 * 3_600_000);
  await world.settleAll();
  // It is late by then: what counts is that it was not given up by the app.
  expect((await world.delivery(id)).state).not.toBe('scheduled');
});

test('a post that is edited while its job runs goes out as it reads now, and in its place', async () => {
  const { network, once } = interrupted();
  const world = await startModelWorld(network);
  const { client, workspaceId } = world;
  const id = await world.scheduled('Befor');
  world.pass(1);
  await world.scheduled('After it');
  const { postId } = await world.delivery(id);
  const { version } = await client.posts.get({ workspaceId, id: postId });
  const edited = once(() =>
    client.posts.update({ workspaceId, id: postId, version, parts: [{ text: 'Before', media: [] }] }),
  );
  await world.drain();
  await edited;
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('published');
  expect(textsOf(world)).toEqual(['Before', 'After it']);
});

test('a job that keeps throwing leaves the fate of its part to the user, and the account goes on', async () => {
  const network = modelNetwork('list_and_match');
  const { platform } = network;
  const ownPosts = () => Promise.reject(new Error('A fault of the program'));
  const world = await startModelWorld({
    ...network,
    platform: { ...platform, api: { ...platform.api, ownPosts } },
  });
  world.model.faults([
    { match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'accept_then_reset' } },
  ]);
  const id = await world.scheduled('Arrived');
  await world.settleAll();
  expect(await world.delivery(id)).toMatchObject({ state: 'unknown', parts: [{ state: 'unknown' }] });
  const next = await world.scheduled('Next');
  await world.settleAll();
  expect((await world.delivery(next)).state).toBe('published');
  expect(textsOf(world)).toEqual(['Arrived', 'Next']);
});

test('a post that lost its work is driven again when the app starts', async () => {
  const world = await startModelWorld(modelNetwork('list_and_match'));
  const id = await world.scheduled('Left alone');
  world.write(({ db }) => db.write(() => db.sql(`DELETE FROM job WHERE subject_id = :id`).run({ id })));
  await world.crash();
  await world.settleAll();
  expect((await world.delivery(id)).state).toBe('published');
  expect(textsOf(world)).toEqual(['Left alone']);
});

test('a proxy’s time-out of a request that went through is no refusal', async () => {
  const world = await startModelWorld(modelNetwork('list_and_match'));
  const fault = { kind: 'status', status: 408, accept: true } as const;
  world.model.faults([{ match: { operation: 'posts.create', nth: 1 }, fault }]);
  const id = await world.scheduled('Only once');
  await world.settleAll();
  expect(textsOf(world)).toEqual(['Only once']);
  expect((await world.delivery(id)).state).toBe('published');
});

test.each(['missed', 'next_slot', 'auth_revoked'])(
  'what ended a job (%s) does not count against a time that the user gave since it looked',
  async (code) => {
    const world = await startModelWorld(modelNetwork('list_and_match'));
    const { client, workspaceId } = world;
    const id = await world.scheduled('Rather tomorrow');
    world.write(({ clock, db }) =>
      db.write(() => claimDue(db, { queue: 'publisher', now: clock.now(), lease: 'a_1', limits, most: 1 })),
    );
    const { version } = await world.delivery(id);
    await client.queue.reschedule({ workspaceId, id, version, when: tomorrow });
    world.write((ledger) => {
      const [job] = ledger.db
        .sql<Job>(`SELECT id, workspace_id AS workspaceId, queue, kind, subject_id AS subjectId, platform, account_id AS accountId,
          payload, due_at AS runAt, attempts, max_attempts AS maxAttempts, lease FROM job WHERE subject_id = :id`)
        .all({ id });
      if (job === undefined) throw new Error('It has no job.');
      const dead = { state: 'dead', code, detail: '', attempts: 1 } as const;
      ledger.db.write(() => {
        finish(ledger.db, job, dead, ledger.clock.now());
        const { platform } = modelNetwork('list_and_match');
        recordPublish(
          { ledger, platformOf: () => platform },
          job,
          { kind: 'rejected', code, detail: '' },
          dead,
        );
      });
    });
    expect(await world.delivery(id)).toMatchObject({ state: 'scheduled', when: { local: tomorrow.local } });
    world.pass(26 * 3_600_000 + 60_000);
    await world.drain();
    expect(textsOf(world)).toEqual(['Rather tomorrow']);
  },
);
