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
      return { name: `oven-${variant}.mp4`, bytes: Buffer.concat([readFileSync(film), unused(variant)]) };
  }
}

/** A box that players pass over (ISO/IEC 14496-12, 8.1.2): YouTube refuses a film that it has already. */
function unused(variant: number): Buffer {
  const box = Buffer.alloc(12);
  box.writeUInt32BE(box.length, 0);
  box.write('free', 4, 'latin1');
  box.writeUInt32BE(variant, 8);
  return box;
}
