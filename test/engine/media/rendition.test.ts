import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { sha256Of } from '../../../src/engine/media/files.ts';
import { renderFor } from '../../../src/engine/media/rendition.ts';
import { fits, imageTargetOf, scaledSize, sentFacts } from '../../../src/engine/platforms/image-target.ts';
import type { SentPicture } from '../../../src/engine/platforms/image-target.ts';
import { temporaryDirectory } from '../../support/database.ts';
import { noise, phoneJpeg, png } from './pictures.ts';

const target = { types: ['image/jpeg', 'image/png'], maxBytes: 20_000, maxWidth: 200, maxHeight: 150 };
const picture: SentPicture = {
  kind: 'image',
  mimeType: 'image/png',
  bytes: 5_000,
  width: 100,
  height: 80,
  altText: '',
  durationMs: null,
  frameRate: null,
  videoCodec: null,
  audioCodec: null,
  needsCleaning: false,
};

async function original(bytes: Buffer) {
  const data = temporaryDirectory();
  const path = join(data, 'original');
  writeFileSync(path, bytes);
  return { data, from: { path, sha256: await sha256Of(path) } };
}

test.each<[string, Partial<SentPicture>, boolean]>([
  ['small enough and of a type that is taken', {}, true],
  ['of another type', { mimeType: 'image/webp' }, false],
  ['too many bytes', { bytes: 20_001 }, false],
  ['too wide', { width: 201 }, false],
  ['too high', { height: 151 }, false],
  ['with what the camera noted', { needsCleaning: true }, false],
  ['a film, whatever it is', { kind: 'video', mimeType: 'video/mp4', bytes: 1e9 }, true],
])('what goes out as it is: %s', (_name, over, isFit) => {
  expect(fits({ ...picture, ...over }, target)).toBe(isFit);
});

test('the rules are asked about what will be sent', () => {
  const large = { ...picture, mimeType: 'image/webp', width: 4_000, height: 1_000, bytes: 900_000 };
  expect(sentFacts(large, target)).toMatchObject({
    mimeType: 'image/jpeg',
    width: 200,
    height: 50,
    bytes: 20_000,
  });
  expect(sentFacts(large, imageTargetOf({}, {}))).toBe(large);
  expect(sentFacts({ ...picture, needsCleaning: true }, target)).toMatchObject({
    width: 100,
    height: 80,
    bytes: 5_000,
  });
  expect(scaledSize({ width: 10_000, height: 1 }, target)).toEqual({ width: 200, height: 1 });
});

test('a copy lies within the bounds, is small enough, and is the same the next time', async () => {
  const { data, from } = await original(await noise(800, 400).png().toBuffer());
  const first = await renderFor(data, from, target);
  expect(first).toMatchObject({ mimeType: 'image/jpeg', width: 200, height: 100 });
  expect(first?.bytes).toBeLessThanOrEqual(target.maxBytes);
  expect(await renderFor(data, from, target)).toEqual(first);
  expect(first?.sha256).not.toBe(from.sha256);
});

test('where no quality is low enough the copy is made smaller', async () => {
  const { data, from } = await original(await noise(400, 300).png().toBuffer());
  const copy = await renderFor(data, from, { ...target, maxBytes: 3_000 });
  expect(copy?.bytes).toBeLessThanOrEqual(3_000);
  expect(copy?.width).toBeLessThan(200);
});

test('nothing is enlarged', async () => {
  const { data, from } = await original(png(20, 10));
  expect(await renderFor(data, from, { ...target, types: ['image/jpeg'] })).toMatchObject({
    width: 20,
    height: 10,
  });
});

test('a copy is upright and does not say where it was taken', async () => {
  const { data, from } = await original(await phoneJpeg(120, 80));
  const before = await sharp(from.path).metadata();
  expect(before).toMatchObject({ orientation: 6, width: 120 });
  expect(before.exif).toBeDefined();
  const copy = await renderFor(data, from, target);
  const { exif, orientation, width, height } = await sharp(copy?.path).metadata();
  expect({ exif, orientation, width, height }).toEqual({
    exif: undefined,
    orientation: undefined,
    width: 80,
    height: 120,
  });
});

test('what is transparent becomes white where the network takes no such thing', async () => {
  const clear = sharp({
    create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  });
  const { data, from } = await original(await clear.png().toBuffer());
  const copy = await renderFor(data, from, { ...target, types: ['image/jpeg'] });
  const [red = 0] = await sharp(copy?.path).raw().toBuffer();
  expect(red).toBeGreaterThan(250);
});

test('a picture that cannot be read has no copy', async () => {
  const { data, from } = await original(Buffer.from('no picture'));
  expect(await renderFor(data, from, target)).toBeNull();
});
