import type { Inspected } from '../../media/inspected.ts';

const shortestMs = 500;
const mostFrames = 350;
const mostPixels = 300_000_000;

/** Why X's processing of a medium will fail, in its words; null when it will not. */
export function processingFailure(seen: Inspected): string | null {
  if (seen.kind === 'animated_gif') return gifFailure(seen);
  return seen.kind === 'video' ? videoFailure(seen) : null;
}

function gifFailure({ width, height, frames }: Inspected): string | null {
  const [across, down] = [width ?? 0, height ?? 0];
  const tooLarge = across > 1280 || down > 1080 || frames > mostFrames || frames * across * down > mostPixels;
  return tooLarge ? 'The GIF is larger than allowed.' : null;
}

function videoFailure({ playable, durationMs, width, height }: Inspected): string | null {
  if (!playable) return 'The video could not be read.';
  if (durationMs !== null && durationMs < shortestMs) return 'The video is shorter than half a second.';
  if (width === null || height === null) return null;
  const shape = width / height;
  if (shape < 1 / 3 || shape > 3) return 'The video is wider or taller than 3 to 1.';
  return width < 32 || height < 32 ? 'The video is smaller than 32 by 32.' : null;
}
