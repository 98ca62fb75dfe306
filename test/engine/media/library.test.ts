import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { discardLeftovers, mediaFilePath } from '../../../src/engine/media/files.ts';
import { createFilmConversions } from '../../../src/engine/media/convert-film.ts';
import { createMediaHandlers } from '../../../src/engine/media/handlers.ts';
import { createMediaLibrary } from '../../../src/engine/media/library.ts';
import type { MediaId } from '../../../src/shared/models/ids.ts';
import { temporaryDirectory } from '../../support/database.ts';
import { addAccount, addWorkspace, createFeatureWorld } from '../../support/feature.ts';
import { file, gif, noise, phoneJpeg, png } from './pictures.ts';

const all = { unused: false };

async function start() {
  const world = await createFeatureWorld();
  const workspaceId = addWorkspace(world);
  const library = createMediaLibrary(world.deps);
  const media = createMediaHandlers(world.deps, library, createFilmConversions(world.deps, library));
  const put = (bytes: Uint8Array, name = 'picture') => library.put(workspaceId, name, Readable.from([bytes]));
  const { data } = world.deps.ports.paths;
  return {
    world,
    db: world.deps.db,
    workspaceId,
    library,
    media,
    put,
    data,
    caller: { workspaceId, actor: 'user' },
  };
}

describe('a file of the library', () => {
  test.each([
    ['PNG', () => png(30, 20), 'image/png', 'image', 30, 20],
    [
      'progressive JPEG',
      () => noise(64, 48).jpeg({ progressive: true }).toBuffer(),
      'image/jpeg',
      'image',
      64,
      48,
    ],
    ['GIF of one frame', () => gif(12, 8, 1), 'image/gif', 'image', 12, 8],
    ['GIF that moves', () => gif(12, 8, 3), 'image/gif', 'gif', 12, 8],
    ['WebP', () => noise(40, 30).webp().toBuffer(), 'image/webp', 'image', 40, 30],
    ['MP4', () => file('h264-aac.mp4'), 'video/mp4', 'video', 320, 180],
    ['film held upright', () => file('upright.mp4'), 'video/mp4', 'video', 180, 320],
    ['QuickTime film of a phone', () => file('phone-hevc.mov'), 'video/quicktime', 'video', 320, 180],
    ['WebM', () => file('small.webm'), 'video/webm', 'video', 320, 180],
  ])('is known by its bytes: %s', async (_name, make, mimeType, kind, width, height) => {
    const { put } = await start();
    const bytes = await make();
    const stored = await put(bytes, 'invoice.pdf');
    expect(stored).toMatchObject({
      mimeType,
      kind,
      width,
      height,
      bytes: bytes.length,
      needsCleaning: false,
    });
  });

  test.each([
    ['h264-aac.mp4', 1_000, 25, 'avc', 'aac'],
    ['phone-hevc.mov', 1_000, 30, 'hevc', null],
    ['small.webm', 1_000, 24, 'vp9', null],
  ])(
    'tells how a film runs and what it is coded in: %s',
    async (name, durationMs, rate, videoCodec, audioCodec) => {
      const { put } = await start();
      const stored = await put(file(name));
      expect(stored).toMatchObject({ durationMs, videoCodec, audioCodec });
      expect(stored.frameRate).toBeCloseTo(rate, 0);
    },
  );

  test('of a phone that lies on its side is known as it is shown, and to be cleaned before it goes out', async () => {
    const { put } = await start();
    expect(await put(await phoneJpeg(64, 48))).toMatchObject({ width: 48, height: 64, needsCleaning: true });
  });

  test('in a phone’s own form becomes a JPEG, beside which the original is kept, once', async () => {
    const { put, media, caller, library, data } = await start();
    const original = file('phone.heic');
    const stored = await put(original, 'IMG_0042.HEIC');
    expect(stored).toMatchObject({
      fileName: 'IMG_0042.jpg',
      mimeType: 'image/jpeg',
      kind: 'image',
      width: 128,
      height: 96,
    });
    const opened = library.open(stored.id);
    expect((await sharp(opened?.path).metadata()).format).toBe('jpeg');
    const sha256 = createHash('sha256').update(original).digest('hex');
    expect(readFileSync(mediaFilePath(data, sha256))).toEqual(original);
    expect(await put(original)).toEqual(stored);
    media.remove(caller, { id: stored.id });
    expect(existsSync(mediaFilePath(data, sha256))).toBe(false);
    expect(readdirSync(join(data, 'media', 'incoming'))).toEqual([]);
  });

  test('is kept under its content, whole, and served by its id', async () => {
    const { library, data, workspaceId } = await start();
    const bytes = png(300, 200);
    const pieces = [bytes.subarray(0, 100), bytes.subarray(100)];
    const stored = await library.put(workspaceId, 'C:\\photos\\roast.png', Readable.from(pieces));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(stored).toMatchObject({ fileName: 'roast.png', url: `/media/${stored.id}`, altText: '' });
    const opened = library.open(stored.id);
    expect(opened).toMatchObject({ path: mediaFilePath(data, sha256), mimeType: 'image/png' });
    expect(readFileSync(opened?.path ?? '')).toEqual(bytes);
    expect(readdirSync(join(data, 'media', 'incoming'))).toEqual([]);
  });

  test('is there once, however often it comes', async () => {
    const { put, media, caller } = await start();
    const first = await put(png(3, 2), 'one.png');
    expect(await put(png(3, 2), 'two.png')).toEqual(first);
    expect(media.list(caller, all)).toEqual([first]);
  });

  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['text', Buffer.from('text,labels\n'), 'unsupported'],
    ['a PDF', Buffer.from('%PDF-1.7\n%%EOF\n'), 'unsupported'],
    ['the head of a JPEG', Buffer.from('ffd8ffe000104a46494600', 'hex'), 'damaged'],
    ['half a phone’s picture', file('phone.heic').subarray(0, 300), 'damaged'],
    ['the head of a film', file('h264-aac.mp4').subarray(0, 40), 'damaged'],
    ['a GIF without a frame', gif(12, 8, 0), 'damaged'],
    ['a PNG of no width', png(0, 20), 'damaged'],
  ])('is not %s', async (_name, bytes, fault) => {
    const { put, media, caller, data } = await start();
    await expect(put(bytes, 'picture.png')).rejects.toMatchObject({
      code: 'media_invalid',
      details: { fault },
      params: { reason: expect.stringContaining('picture.png') },
    });
    expect(media.list(caller, all)).toEqual([]);
    expect(readdirSync(join(data, 'media', 'incoming'))).toEqual([]);
  });

  test('is not there when the stream breaks off', async () => {
    const { library, media, caller, workspaceId, data } = await start();
    async function* broken() {
      yield png(3, 2).subarray(0, 20);
      await Promise.resolve();
      throw new Error('the window was closed');
    }
    await expect(library.put(workspaceId, 'one.png', broken())).rejects.toThrow('the window was closed');
    expect(media.list(caller, all)).toEqual([]);
    expect(readdirSync(join(data, 'media', 'incoming'))).toEqual([]);
  });

  test('of one workspace is not seen from another', async () => {
    const { world, put, media, library } = await start();
    const stored = await put(png(3, 2));
    const other = { workspaceId: addWorkspace(world), actor: 'user' };
    expect(media.list(other, all)).toEqual([]);
    for (const act of [
      () => media.get(other, { id: stored.id }),
      () => media.update(other, { id: stored.id, altText: 'x' }),
      () => media.remove(other, { id: stored.id }),
    ]) {
      expect(act).toThrow('not_found');
    }
    expect(library.open(stored.id, other.workspaceId)).toBeNull();
  });

  test('can be taken from this machine, by a whole path to a file', async () => {
    const { media, caller } = await start();
    const directory = temporaryDirectory();
    const path = join(directory, 'roast.png');
    writeFileSync(path, png(3, 2));
    expect(await media.addFile(caller, { path })).toMatchObject({ fileName: 'roast.png', width: 3 });
    for (const wrong of [directory, join(directory, 'none.png'), 'roast.png']) {
      await expect(media.addFile(caller, { path: wrong })).rejects.toMatchObject({ code: 'media_invalid' });
    }
  });

  test('takes an alternative text', async () => {
    const { put, media, caller } = await start();
    const { id } = await put(png(3, 2));
    const changed = media.update(caller, { id, altText: 'A bag of beans' });
    expect(changed).toMatchObject({ altText: 'A bag of beans', folder: '', tags: [], version: 2 });
    expect(media.get(caller, { id })).toEqual(changed);
  });
});

const addPost = (
  { world, workspaceId }: Awaited<ReturnType<typeof start>>,
  id: MediaId,
  state: 'draft' | 'cancelled' | null,
): void => {
  const { db, newId } = world.deps;
  const accountId = addAccount(world, workspaceId, { username: newId('user') });
  const post = newId('post');
  const parts = JSON.stringify([
    { text: '', media: [] },
    { text: '', media: [{ id, altText: '' }] },
  ]);
  db.write(() => {
    db.sql(
      `INSERT INTO post (id, workspace_id, parts, search_text, source, actor, created_at, updated_at) VALUES (:post, :workspaceId, :parts, '', 'app', 'user', 0, 0)`,
    ).run({ post, workspaceId, parts });
    if (state !== null)
      db.sql(
        `INSERT INTO delivery (id, workspace_id, post_id, account_id, state, catch_up, created_at, updated_at) VALUES (:id, :workspaceId, :post, :accountId, :state, '{}', 0, 0)`,
      ).run({ id: newId('dlv'), workspaceId, post, accountId, state });
  });
};

describe('removing a file', () => {
  test('takes its bytes away, but not those that another workspace has', async () => {
    const { world, put, media, caller, library } = await start();
    const other = addWorkspace(world);
    const first = await put(png(3, 2));
    const second = await library.put(other, 'same.png', Readable.from([png(3, 2)]));
    const path = library.open(first.id)?.path ?? '';
    media.remove(caller, { id: first.id });
    expect(library.open(first.id)).toBeNull();
    expect(existsSync(path)).toBe(true);
    media.remove({ workspaceId: other, actor: 'user' }, { id: second.id });
    expect(existsSync(path)).toBe(false);
  });

  test.each(['draft', null] as const)('is refused while a post shows it: %s', async (state) => {
    const started = await start();
    const { id } = await started.put(png(3, 2));
    addPost(started, id, state);
    expect(() => started.media.remove(started.caller, { id })).toThrow('wrong_state');
    expect(started.library.open(id)).not.toBeNull();
  });

  test('goes once every post with it is final', async () => {
    const started = await start();
    const { id } = await started.put(png(3, 2));
    addPost(started, id, 'cancelled');
    expect(started.media.remove(started.caller, { id })).toEqual({});
  });
});

describe('the shelves of the library', () => {
  test('are folders and tags, by which files are found', async () => {
    const { put, media, caller } = await start();
    const roast = await put(png(3, 2, 1), 'roast.png');
    const loaf = await put(png(3, 2, 2), 'loaf.png');
    media.update(caller, { id: roast.id, folder: 'Autumn', tags: ['coffee', 'shop', 'coffee'] });
    media.update(caller, { id: loaf.id, tags: ['shop'], altText: 'A dark rye loaf' });
    expect(media.shelves(caller, {})).toEqual({
      folders: [{ name: 'Autumn', count: 1 }],
      tags: [
        { name: 'coffee', count: 1 },
        { name: 'shop', count: 2 },
      ],
    });
    const namesOf = (search: object) =>
      media.list(caller, { ...all, ...search }).map(({ fileName }) => fileName);
    expect(namesOf({ folder: 'Autumn' })).toEqual(['roast.png']);
    expect(namesOf({ folder: '' })).toEqual(['loaf.png']);
    expect(namesOf({ tag: 'shop' })).toEqual(['loaf.png', 'roast.png']);
    expect(namesOf({ query: 'RYE' })).toEqual(['loaf.png']);
    expect(namesOf({ query: '%' })).toEqual([]);
  });

  test('tell where a file is used, and let go of what nothing shows', async () => {
    const started = await start();
    const { put, media, caller, library } = started;
    const used = await put(png(3, 2, 1));
    const unused = await put(png(3, 2, 2));
    addPost(started, used.id, 'cancelled');
    expect(media.uses(caller, { id: used.id })).toHaveLength(1);
    expect(media.uses(caller, { id: unused.id })).toEqual([]);
    expect(media.list(caller, { unused: true })).toEqual([unused]);
    const path = library.open(unused.id)?.path ?? '';
    expect(media.removeUnused(caller, { ids: [used.id, unused.id] })).toEqual({ removed: 1 });
    expect(existsSync(path)).toBe(false);
    expect(library.open(used.id)).not.toBeNull();
  });
});

test('what an interrupted upload left is taken away at the next start', async () => {
  const { data, put, library } = await start();
  const kept = await put(png(3, 2));
  const left = join(data, 'media', 'incoming', 'in_left');
  writeFileSync(left, 'half');
  await discardLeftovers(data);
  expect(existsSync(left)).toBe(false);
  expect(existsSync(library.open(kept.id)?.path ?? '')).toBe(true);
});
