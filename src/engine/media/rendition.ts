import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Sharp } from 'sharp';
import { scaledSize, typeOfCopy } from '../platforms/image-target.ts';
import type { ImageTarget } from '../platforms/image-target.ts';
import { renditionsPath } from './files.ts';

/** A copy of a picture that fits a network. */
export interface Rendition {
  readonly path: string;
  readonly sha256: string;
  readonly mimeType: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** JPEG qualities that are tried in turn until the copy is small enough. */
const qualities = [92, 85, 78, 70, 60, 50];
/** After the last quality the picture is made smaller by this, again and again. */
const shrink = 0.8;
const fewestPixels = 64;

/**
 * Makes the copy of a picture that a network takes: upright, scaled down where it must be and never up, sRGB, on white where
 * it was transparent, without what the camera noted. The same picture and target give the same bytes, and are made once.
 * Null where the picture cannot be read, or not be made small enough.
 */
export async function renderFor(
  dataDirectory: string,
  original: { readonly path: string; readonly sha256: string },
  target: ImageTarget,
): Promise<Rendition | null> {
  const path = renditionPath(dataDirectory, original.sha256, target);
  return (await readRendition(path)) ?? (await make(original.path, path, target));
}

function renditionPath(dataDirectory: string, sha256: string, target: ImageTarget): string {
  const { maxBytes, maxWidth, maxHeight } = target;
  const recipe = JSON.stringify([1, typeOfCopy(target), maxBytes, maxWidth, maxHeight]);
  const name = createHash('sha256').update(recipe).digest('hex').slice(0, 16);
  return join(renditionsPath(dataDirectory, sha256), name);
}

async function make(from: string, path: string, target: ImageTarget): Promise<Rendition | null> {
  const { default: sharp } = await import('sharp');
  try {
    const { autoOrient } = await sharp(from).metadata();
    let size = scaledSize(autoOrient, target);
    let found: Buffer | null = null;
    while (found === null) {
      for (const quality of qualities) {
        const copy = sharp(from)
          .autoOrient()
          .resize({ ...size, fit: 'fill' })
          .flatten({ background: '#ffffff' });
        const bytes = await encoded(copy.toColourspace('srgb'), typeOfCopy(target), quality);
        if (bytes.byteLength > target.maxBytes) continue;
        found = bytes;
        break;
      }
      if (found !== null || Math.max(size.width, size.height) <= fewestPixels) break;
      size = {
        width: Math.max(1, Math.round(size.width * shrink)),
        height: Math.max(1, Math.round(size.height * shrink)),
      };
    }
    if (found === null) return null;
    await write(path, found);
  } catch {
    return null;
  }
  return await readRendition(path);
}

async function encoded(picture: Sharp, mimeType: string, quality: number): Promise<Buffer> {
  switch (mimeType) {
    case 'image/webp':
      return await picture.webp({ quality }).toBuffer();
    case 'image/png':
      return await picture.png({ palette: quality < 80, quality }).toBuffer();
    default:
      return await picture.jpeg({ quality, mozjpeg: true }).toBuffer();
  }
}

/** Renamed into its place, so that a copy that is there is whole. */
async function write(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const half = `${path}.${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`;
  await writeFile(half, bytes);
  await rename(half, path);
}

async function readRendition(path: string): Promise<Rendition | null> {
  const there = await stat(path).catch(() => null);
  if (there === null) return null;
  const { default: sharp } = await import('sharp');
  const { format, width, height } = await sharp(path).metadata();
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return { path, sha256, mimeType: `image/${format}`, bytes: there.size, width, height };
}
