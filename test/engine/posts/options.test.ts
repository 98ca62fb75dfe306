import { expect, test } from 'vitest';
import { furtherNetworks } from '../../support/model-network/further.ts';
import { startModelWorld } from '../../support/model-network/world.ts';
import type { ModelWorld } from '../../support/model-network/world.ts';

const name = furtherNetworks.comments.name;

function draftOf(
  { workspaceId, accountId }: ModelWorld,
  options: Record<string, string | boolean>,
  ...texts: string[]
) {
  const parts = texts.map((text) => ({ text, media: [] }));
  return { workspaceId, parts, accountIds: [accountId], options: { [name]: options } };
}

async function errorsOf(world: ModelWorld, options: Record<string, string | boolean>): Promise<string[]> {
  const { lines } = await world.client.posts.preflight(draftOf(world, options, 'one'));
  return lines.filter(({ severity }) => severity === 'error').map(({ id }) => id);
}

test('choices are kept with the post, its copies and its versions', async () => {
  const world = await startModelWorld(furtherNetworks.comments);
  const { client, workspaceId } = world;
  const post = await client.posts.create(draftOf(world, { audience: 'all' }, 'one'));
  expect(post.options).toEqual({ [name]: { audience: 'all' } });
  const copy = await client.posts.duplicate({ workspaceId, id: post.id });
  expect(copy.options).toEqual(post.options);
  const changed = await client.posts.update({
    workspaceId,
    id: post.id,
    version: post.version,
    options: { [name]: { audience: 'friends', firstComment: 'More' } },
  });
  expect(changed.deliveries[0]?.parts.map(({ text, role }) => [text, role])).toEqual([
    ['one', 'post'],
    ['More', 'comment'],
  ]);
  const labelled = await client.posts.update({
    workspaceId,
    id: post.id,
    version: changed.version,
    labels: ['x'],
  });
  expect(labelled.options).toEqual(changed.options);
  const found = await client.posts.search({ workspaceId, query: 'friends' });
  expect(found).toHaveLength(0);
});

test('a choice that must be made, is not offered, or does not fit is an error in words', async () => {
  const world = await startModelWorld(furtherNetworks.comments);
  expect(await errorsOf(world, {})).toEqual(['optionRequired']);
  expect(await errorsOf(world, { audience: 'nobody' })).toEqual(['optionInvalid']);
  expect(await errorsOf(world, { audience: 'all', colour: 'red' })).toEqual(['optionUnknown']);
  expect(await errorsOf(world, { audience: 'all', firstComment: 'x'.repeat(21) })).toEqual(['optionTooLong']);
  expect(await errorsOf(world, { audience: 'all', firstComment: 'ok' })).toEqual([]);
  const { lines } = await world.client.posts.preflight(
    draftOf(world, { audience: 'all', colour: 'red' }, 'one'),
  );
  expect(lines.find(({ id }) => id === 'optionUnknown')?.text).toContain('colour');
});

test('a network that nobody knows is refused', async () => {
  const world = await startModelWorld(furtherNetworks.comments);
  const { client, workspaceId } = world;
  const made = client.posts.create({
    workspaceId,
    parts: [{ text: 'one', media: [] }],
    accountIds: [],
    options: { nowhere: { audience: 'all' } },
  });
  await expect(made).rejects.toMatchObject({ code: 'unknown_platform' });
});

test('later parts and the first comment stand under the first post', async () => {
  const world = await startModelWorld(furtherNetworks.comments);
  const { client, workspaceId } = world;
  const post = await client.posts.create(
    draftOf(world, { audience: 'all', firstComment: 'three' }, 'one', 'two'),
  );
  await client.posts.schedule({ workspaceId, id: post.id, version: post.version, when: { kind: 'now' } });
  await world.settleAll();
  const [first, ...rest] = world.model.truth();
  expect(first).toMatchObject({ text: 'one', role: 'post', inReplyTo: null });
  expect(rest).toMatchObject([
    { text: 'two', role: 'comment', inReplyTo: first?.id },
    { text: 'three', role: 'comment', inReplyTo: first?.id },
  ]);
});

test('a first comment is made once, also where its answer is lost and the app dies', async () => {
  const world = await startModelWorld(furtherNetworks.comments);
  const { client, workspaceId } = world;
  const post = await client.posts.create(draftOf(world, { audience: 'all', firstComment: 'two' }, 'one'));
  await client.posts.schedule({ workspaceId, id: post.id, version: post.version, when: { kind: 'now' } });
  world.model.faults([{ match: { operation: 'posts.create', nth: 2 }, fault: { kind: 'accept_then_hang' } }]);
  const draining = world.drain();
  await world.model.arrived('posts.create', 2);
  await world.crash();
  void draining.catch(() => {});
  world.model.faults([]);
  await world.settleAll();
  expect(world.model.truth().map(({ text }) => text)).toEqual(['one', 'two']);
});
