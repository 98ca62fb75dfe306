import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { png } from '../engine/media/pictures.ts';

/** A file that a scene's post carries. */
export interface SceneFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Large enough for every network that has a smallest picture, in pixels. */
const side = 640;

const film = join(import.meta.dirname, '../engine/media/files/short-video.mp4');

/** A picture of one colour whose size tells it from others. */
export async function pictureFile(
  kind: 'png' | 'jpeg',
  { drawn, hue }: { drawn: number; hue: number },
): Promise<SceneFile> {
  const [width, height] = [side + drawn, side + hue];
  const name = `loaf-${hue}-${drawn}.${kind === 'png' ? 'png' : 'jpg'}`;
  if (kind === 'png') return { name, bytes: png(width, height) };
  const background = { r: 200, g: 160, b: 90 };
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { name, bytes };
}

export const filmFile = (): SceneFile => ({ name: 'oven.mp4', bytes: readFileSync(film) });
