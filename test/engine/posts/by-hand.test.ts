import { expect, test } from 'vitest';
import { furtherNetworks } from '../../support/model-network/further.ts';
import { modelNetwork } from '../../support/model-network/networks.ts';
import { startModelWorld } from '../../support/model-network/world.ts';
import type { ModelWorld } from '../../support/model-network/world.ts';

const hour = 3_600_000;
const text = 'By my own hand';

async function reminded(texts: readonly string[] = [text]): Promise<{ world: ModelWorld; id: string }> {
  const world = await startModelWorld(modelNetwork('list_and_match'));
  const { client, workspaceId, accountId } = world;
  await client.queue.setPublishing({ workspaceId, accountId, mode: 'remind' });
  const id = await world.scheduled(...texts);
  await world.drain();
  return { world, id };
}

test('at its time the user is reminded, with the text ready to paste, and nothing is sent', async () => {
  const { world, id } = await reminded();
  const { client, workspaceId } = world;
  expect(await world.delivery(id)).toMatchObject({
    state: 'needs_you',
    problem: {
      code: 'remind',
      actions: [{ kind: 'posted' }, { kind: 'not_now' }, { kind: 'edit' }, { kind: 'drop' }],
    },
  });
  const notices = world.read((db) => db.sql(`SELECT payload FROM job WHERE kind = 'notice'`).all());
  expect(JSON.stringify(notices)).toContain('needs_you');
  expect(await client.queue.reminder({ workspaceId, id })).toMatchObject({ parts: [{ text, media: [] }] });
  world.pass(6 * hour);
  await world.drain();
  expect(world.model.truth()).toHaveLength(0);
});

test('the user says that it is out, and where', async () => {
  const { world, id } = await reminded();
  const { client, workspaceId } = world;
  const url = 'https://model.invalid/posts/123-1';
  expect(await client.queue.posted({ workspaceId, id, url })).toMatchObject({
    state: 'published',
    url,
    parts: [{ state: 'sent', remoteId: '123-1' }],
  });
  await expect(client.queue.posted({ workspaceId, id })).rejects.toMatchObject({ code: 'wrong_state' });
});

test('an address without an id in it is kept, and no id is made up', async () => {
  const network = modelNetwork('list_and_match');
  const { platform } = network;
  const url = 'https://model.invalid/p/ABC123/';
  const api = { ...platform.api, isPostAddress: (said: string) => said === url };
  const world = await startModelWorld({ ...network, platform: { ...platform, api } });
  const { client, workspaceId, accountId } = world;
  await client.queue.setPublishing({ workspaceId, accountId, mode: 'remind' });
  const id = await world.scheduled(text);
  await world.drain();
  expect(await client.queue.posted({ workspaceId, id, url })).toMatchObject({
    state: 'published',
    url,
    parts: [{ state: 'sent', remoteId: null }],
  });
});

test('an address that is no post of the network is refused, and nothing changes', async () => {
  const { world, id } = await reminded();
  const { client, workspaceId } = world;
  const said = client.queue.posted({ workspaceId, id, url: 'https://elsewhere.invalid/1' });
  await expect(said).rejects.toMatchObject({ code: 'invalid_input' });
  expect(await world.delivery(id)).toMatchObject({ state: 'needs_you' });
});

/** A post of the account's that was read from the network, and says what the post says that waits for the user. */
function keepSeen(world: ModelWorld): void {
  const { accountId, workspaceId } = world;
  world.pass(60_000);
  world.write(({ db, clock }) =>
    db.write(() =>
      db
        .sql(`INSERT INTO remote_post (id, workspace_id, account_id, remote_id, text, url, published_at, first_seen_at)
          VALUES ('seen_1', :workspaceId, :accountId, '77-1', :text, 'https://model.invalid/posts/77-1', :now, :now)`)
        .run({ workspaceId, accountId, text, now: clock.now() }),
    ),
  );
}

test('it is found among the posts that are read anyway', async () => {
  const { world, id } = await reminded();
  keepSeen(world);
  world.pass(hour);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'published', parts: [{ remoteId: '77-1' }] });
});

test('where the first part is out already, another post with its words says nothing of the rest', async () => {
  const { world, id } = await reminded([text, 'And the rest of it']);
  const { workspaceId } = world;
  world.write(({ db, clock }) =>
    db.write(() =>
      db
        .sql(`UPDATE delivery_part SET state = 'sent', remote_id = '76-1', fingerprint = 'f', sending_at = :now, sent_at = :now
          WHERE workspace_id = :workspaceId AND delivery_id = :id AND position = 0`)
        .run({ workspaceId, id, now: clock.now() }),
    ),
  );
  keepSeen(world);
  world.pass(hour);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({
    state: 'needs_you',
    parts: [{ remoteId: '76-1' }, { state: 'pending' }],
  });
});

test('not now asks again, dropping ends it, and a new time reminds anew', async () => {
  const { world, id } = await reminded();
  const { client, workspaceId } = world;
  expect(await client.queue.notNow({ workspaceId, id })).toMatchObject({ state: 'needs_you' });
  const { version } = await world.delivery(id);
  await client.queue.reschedule({ workspaceId, id, version, when: { kind: 'now' } });
  expect(await world.delivery(id)).toMatchObject({ state: 'scheduled' });
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'needs_you' });
  expect(await client.queue.drop({ workspaceId, id })).toMatchObject({ state: 'cancelled' });
  world.pass(6 * hour);
  await world.drain();
  expect(world.model.truth()).toHaveLength(0);
});

test('what is in the bin is not reminded of again', async () => {
  const { world, id } = await reminded();
  const { client, workspaceId } = world;
  const notices = () => world.read((db) => db.sql(`SELECT id, run_at FROM job WHERE kind = 'notice'`).all());
  await client.queue.notNow({ workspaceId, id });
  await client.posts.remove({ workspaceId, id: (await world.delivery(id)).postId });
  const before = notices();
  world.pass(hour + 60_000);
  await world.drainBackground();
  expect(notices()).toEqual(before);
});

test('one post may be published by hand where its account is not', async () => {
  const world = await startModelWorld(modelNetwork('list_and_match'));
  const { client, workspaceId } = world;
  const id = await world.scheduled(text);
  const { version } = await world.delivery(id);
  expect(await client.queue.setMode({ workspaceId, id, version, mode: 'remind' })).toMatchObject({
    mode: 'remind',
  });
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'needs_you' });
});

test('what a network hands to its user waits for them, over a death, and is found when they are done', async () => {
  const world = await startModelWorld(furtherNetworks.hands);
  const id = await world.scheduled(text);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({
    state: 'needs_you',
    problem: { code: 'handed_over' },
    parts: [{ state: 'handed' }],
  });
  await world.crash();
  world.pass(hour);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'needs_you' });
  expect(world.model.planned()).toHaveLength(1);
  world.model.finish(world.model.planned()[0]?.post.handle ?? '');
  world.pass(2 * hour);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'published' });
  expect(world.model.truth()).toHaveLength(1);
});

test('a lost answer to a hand-over is settled by what the network says', async () => {
  const world = await startModelWorld(furtherNetworks.hands);
  const id = await world.scheduled(text);
  world.model.faults([
    { match: { operation: 'posts.create', nth: 1 }, fault: { kind: 'accept_then_reset' } },
  ]);
  await world.drain();
  world.pass(60_000);
  await world.drain();
  expect(await world.delivery(id)).toMatchObject({ state: 'needs_you' });
  expect(world.model.planned()).toHaveLength(1);
});

test('what lies with the user is not sent again by another time', async () => {
  const world = await startModelWorld(furtherNetworks.hands);
  const { client, workspaceId } = world;
  const id = await world.scheduled(text);
  await world.drain();
  const { version } = await world.delivery(id);
  const moved = client.queue.reschedule({ workspaceId, id, version, when: { kind: 'now' } });
  await expect(moved).rejects.toMatchObject({ code: 'wrong_state' });
});
