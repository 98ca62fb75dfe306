import type { Bytes, Inspected } from './inspected.ts';

/** Reads a GIF's size and frames: one frame is a photo, more are an animation. */
export function inspectGif(bytes: Bytes): Inspected {
  const head = bytes.read(0, 13);
  const width = head.length < 13 ? 0 : head.readUInt16LE(6);
  const height = head.length < 13 ? 0 : head.readUInt16LE(8);
  const frames = countFrames(bytes, head[10] ?? 0);
  return {
    mediaType: 'image/gif',
    kind: frames > 1 ? 'animated_gif' : 'photo',
    width,
    height,
    durationMs: null,
    frames: Math.max(1, frames),
    playable: true,
  };
}

function countFrames(bytes: Bytes, flags: number): number {
  let at = 13 + colours(flags);
  let frames = 0;
  while (at < bytes.size) {
    const block = bytes.read(at, 10);
    if (block[0] === 0x21) at = afterPieces(bytes, at + 2);
    else if (block[0] === 0x2c && block.length === 10) {
      frames += 1;
      at = afterPieces(bytes, at + 11 + colours(block[9] ?? 0));
    } else break;
  }
  return frames;
}

/** The bytes of a colour table that the flags announce. */
function colours(flags: number): number {
  return flags >= 0x80 ? 3 * 2 ** ((flags % 8) + 1) : 0;
}

function afterPieces(bytes: Bytes, start: number): number {
  let at = start;
  for (;;) {
    const length = bytes.read(at, 1)[0] ?? 0;
    at += 1 + length;
    if (length === 0) return at;
  }
}
