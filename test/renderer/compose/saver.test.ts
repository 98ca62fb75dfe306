import { describe, expect, test } from 'vitest';
import type { Post } from '../../../src/shared/models/post.ts';
import { draftOf, emptyPart } from '../../../src/renderer/screens/compose/draft.ts';
import type { Draft } from '../../../src/renderer/screens/compose/draft.ts';
import { createSaver } from '../../../src/renderer/screens/compose/saver.ts';
import type { SaveState } from '../../../src/renderer/screens/compose/saver.ts';
import { startWorld } from '../../support/engine-world.ts';

const draftWith = (text: string): Draft => ({
  parts: [emptyPart(text)],
  accountIds: [],
  labels: [],
  options: {},
});

const begin = async () => {
  const { client, workspaceId } = await startWorld();
  const states: SaveState[] = [];
  const posts: Post[] = [];
  const saver = createSaver({ client, workspaceId, post: null, draft: draftWith('') });
  const end = saver.listen({ onState: (state) => states.push(state), onPost: (post) => posts.push(post) });
  const stored = async (post: Post | null | undefined): Promise<string | undefined> =>
    post ? (await client.posts.get({ workspaceId, id: post.id })).parts[0]?.text : undefined;
  return { client, workspaceId, saver, states, posts, end, stored };
};

describe('saving as it is typed', () => {
  test('makes one post, then updates it', async () => {
    const { client, workspaceId, saver, stored } = await begin();
    saver.change(draftWith('H'));
    const made = await saver.flush();
    saver.change(draftWith('Hello'));
    const updated = await saver.flush();
    expect(updated?.id).toBe(made?.id);
    expect(await stored(made)).toBe('Hello');
    expect((await client.posts.list({ workspaceId, state: 'draft' })).posts).toHaveLength(1);
  });

  test('saves what was typed while a save was on its way', async () => {
    const { saver, stored, posts } = await begin();
    saver.change(draftWith('first'));
    const under = saver.flush();
    saver.change(draftWith('second'));
    expect(await stored(await under)).toBe('second');
    expect(posts.map(({ parts }) => parts[0]?.text)).toEqual(['first', 'second']);
  });

  test('keeps nothing of an empty page', async () => {
    const { client, workspaceId, saver } = await begin();
    saver.change(draftWith('  '));
    expect(await saver.flush()).toBeNull();
    expect((await client.posts.list({ workspaceId, state: 'any' })).posts).toEqual([]);
  });

  test('saves the rest when the editor is left, and tells nobody', async () => {
    const { client, workspaceId, saver, end, posts } = await begin();
    saver.change(draftWith('in a hurry'));
    end();
    await saver.flush();
    expect(posts).toEqual([]);
    expect((await client.posts.list({ workspaceId, state: 'draft' })).posts).toHaveLength(1);
  });
});

describe('a post that was changed elsewhere', () => {
  const clash = async () => {
    const world = await begin();
    const { client, workspaceId, saver, states } = world;
    saver.change(draftWith('mine'));
    const post = await saver.flush();
    if (!post) throw new Error('The post was not made.');
    await client.posts.update({
      workspaceId,
      id: post.id,
      version: post.version,
      parts: [{ text: 'theirs', media: [] }],
    });
    saver.change(draftWith('mine, longer'));
    expect(await saver.flush()).toBeNull();
    const last = states.at(-1);
    if (last?.kind !== 'conflict') throw new Error('There is no conflict.');
    return { ...world, post, theirs: last.theirs };
  };

  test('is not overwritten: both texts are there until the user chooses', async () => {
    const { theirs, stored, post, saver } = await clash();
    expect(theirs.parts[0]?.text).toBe('theirs');
    saver.change(draftWith('mine, longer still'));
    expect(await saver.flush()).toBeNull();
    expect(await stored(post)).toBe('theirs');
  });

  test('takes my text at my word', async () => {
    const { theirs, stored, post, saver } = await clash();
    saver.resolve('mine', theirs);
    await saver.flush();
    expect(await stored(post)).toBe('mine, longer');
  });

  test('gives mine up at my word', async () => {
    const { theirs, stored, post, saver } = await clash();
    saver.resolve('theirs', theirs);
    await saver.flush();
    expect(await stored(post)).toBe('theirs');
  });

  test('is shown at once where nothing of mine is unsaved', async () => {
    const { client, workspaceId, saver } = await begin();
    saver.change(draftWith('mine'));
    const post = await saver.flush();
    if (!post) throw new Error('The post was not made.');
    const theirs = await client.posts.update({
      workspaceId,
      id: post.id,
      version: post.version,
      parts: [{ text: 'theirs', media: [] }],
    });
    expect(saver.adopt(theirs)).toBe(true);
    saver.change({ ...draftOf(theirs), labels: ['kept'] });
    expect((await saver.flush())?.labels).toEqual(['kept']);
  });
});
