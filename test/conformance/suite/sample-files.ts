import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gif, noise, png } from '../../engine/media/pictures.ts';
import type { SampleMedium } from '../../networks/seed.ts';

const film = join(import.meta.dirname, '../../engine/media/files/short-video.mp4');

/** A real file of this kind; `variant` makes the bytes differ. Large enough for every network that has a smallest size. */
export async function sampleFile(
  kind: SampleMedium,
  variant: number,
): Promise<{ name: string; bytes: Buffer }> {
  switch (kind) {
    case 'png':
      return { name: `board-${variant}.png`, bytes: png(640, 640, variant + 1) };
    case 'jpeg':
      return {
        name: `loaf-${variant}.jpg`,
        bytes: await noise(640, 640 + variant)
          .jpeg({ quality: 50 })
          .toBuffer(),
      };
    case 'gif':
      return { name: `turning-${variant}.gif`, bytes: gif(64 + variant, 64, 2) };
    case 'mp4':
      return { name: `oven-${variant}.mp4`, bytes: readFileSync(film) };
  }
}
