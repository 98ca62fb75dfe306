import { inspectGif } from './gif.ts';
import { inspectJpeg } from './jpeg.ts';
import { photo } from './inspected.ts';
import type { Bytes, Inspected } from './inspected.ts';
import { inspectMp4 } from './mp4.ts';

/** Tells what bytes are by their first ones, whatever they were said to be; undefined for what no network takes. */
export function inspect(bytes: Bytes): Inspected | undefined {
  const head = bytes.read(0, 64);
  const text = head.toString('latin1');
  if (text.startsWith('\u0089PNG\r\n\u001A\n') && head.length >= 24) {
    return photo('image/png', head.readUInt32BE(16), head.readUInt32BE(20));
  }
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return inspectGif(bytes);
  if (text.startsWith('\u00FF\u00D8\u00FF')) return inspectJpeg(bytes);
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return webp(head);
  if (text.startsWith('BM')) return photo('image/bmp', head.readInt32LE(18), Math.abs(head.readInt32LE(22)));
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return photo('image/tiff', null, null);
  if (text.slice(4, 8) === 'ftyp') return inspectMp4(bytes, text.slice(8, 12));
  if (text.startsWith('\u001AE\u00DF\u00A3')) return video('video/webm');
  return undefined;
}

function video(mediaType: string): Inspected {
  return { mediaType, kind: 'video', width: null, height: null, durationMs: null, frames: 1, playable: true };
}

function webp(head: Buffer): Inspected {
  const form = head.toString('latin1', 12, 16);
  if (form === 'VP8X') return photo('image/webp', head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1);
  if (form === 'VP8 ')
    return photo('image/webp', head.readUInt16LE(26) % 0x4000, head.readUInt16LE(28) % 0x4000);
  if (form !== 'VP8L') return photo('image/webp', null, null);
  const bits = head.readUInt32LE(21);
  return photo('image/webp', (bits % 0x4000) + 1, ((bits >>> 14) % 0x4000) + 1);
}
