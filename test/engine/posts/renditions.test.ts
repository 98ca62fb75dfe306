import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Metadata } from 'sharp';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { phoneJpeg, png } from '../media/pictures.ts';
import { startWorld } from '../../support/engine-world.ts';

const entries = z.object({
  entries: z.array(z.looseObject({ operation: z.string(), media: z.array(z.string()) })),
});

/** Publishes a picture on X and answers what the network has of it. */
async function published(bytes: Buffer, name: string, sentAsIs = false): Promise<Metadata> {
  const world = await startWorld();
  const { client, workspaceId, directory } = world;
  const account = await world.connect();
  const path = join(directory, name);
  writeFileSync(path, bytes);
  const { id } = await client.media.addFile({ workspaceId, path });
  await client.media.update({ workspaceId, id, sentAsIs });
  const post = await client.posts.create({
    workspaceId,
    parts: [{ text: 'From the shop', media: [{ id, altText: '' }] }],
    accountIds: [account.id],
    labels: [],
  });
  await client.posts.schedule({ workspaceId, id: post.id, version: post.version, when: { kind: 'now' } });
  await world.drain();
  const { authorize } = (await client.accounts.developerApp({ workspaceId, platform: 'x' })).endpoints;
  const { origin } = new URL(authorize);
  const log = await fetch(`${origin}/__practice/log?after=0`, { headers: { 'x-practice-control': '1' } });
  const made = entries.parse(await log.json()).entries.find(({ operation }) => operation === 'posts.create');
  const picture = await fetch(`${origin}/practice/media/${made?.media[0]}`);
  return await sharp(await picture.arrayBuffer()).metadata();
}

test('a phone’s picture goes out upright and does not say where it was taken', async () => {
  const { width, height, exif, orientation } = await published(await phoneJpeg(120, 80), 'phone.jpg');
  expect({ width, height, exif, orientation }).toEqual({
    width: 80,
    height: 120,
    exif: undefined,
    orientation: undefined,
  });
});

test('a picture that fits goes out as it is', async () => {
  expect(await published(png(30, 20), 'small.png')).toMatchObject({ format: 'png', width: 30, height: 20 });
});

test('where the user wants it, what the camera noted goes along', async () => {
  const { width, height, exif } = await published(await phoneJpeg(120, 80), 'phone.jpg', true);
  expect({ width, height, noted: exif !== undefined }).toEqual({ width: 120, height: 80, noted: true });
});
