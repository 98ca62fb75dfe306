import type { ByteReader } from '../byte-reader.ts';
import { sizeOf } from './picture-size.ts';
import type { PictureSize } from './picture-size.ts';

/** Markers from C0 to CF that do not begin a frame: tables, a reserved one, arithmetic conditioning. */
const notFrames = new Set([0xc4, 0xc8, 0xcc]);
const startOfScan = 0xda;
const endOfImage = 0xd9;

/** Size of a JPEG as stored (a camera's turn is not applied), from its frame header (ITU T.81, B.2.2). */
export async function jpegSize(bytes: ByteReader): Promise<PictureSize | null> {
  let offset = 2;
  while (offset < bytes.size) {
    const segment = await bytes.read(offset, 9);
    if (segment.length < 4 || segment[0] !== 0xff) return null;
    const marker = segment[1] ?? 0;
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker === startOfScan || marker === endOfImage) return null;
    if (marker >= 0xc0 && marker <= 0xcf && !notFrames.has(marker)) {
      return segment.length < 9 ? null : sizeOf(segment.readUInt16BE(7), segment.readUInt16BE(5));
    }
    const length = segment.readUInt16BE(2);
    if (length < 2) return null;
    offset += 2 + length;
  }
  return null;
}
