import type { ByteReader } from '../byte-reader.ts';
import { sizeOf } from './picture-size.ts';
import type { PictureSize } from './picture-size.ts';

interface Box {
  readonly type: string;
  /** Where its content begins and where the box ends. */
  readonly content: number;
  readonly end: number;
}

/** A box that lies about its length must not keep the walk going. */
const mostBoxes = 10_000;

/**
 * Size at which a film is shown, from the first track header that has one (ISO 14496-12, 8.3.2); a film turned by 90
 * degrees has its sides swapped. Serves QuickTime too, whose boxes are the same.
 */
export async function mp4Size(bytes: ByteReader): Promise<PictureSize | null> {
  for await (const movie of boxes(bytes, 0, bytes.size)) {
    if (movie.type !== 'moov') continue;
    for await (const track of boxes(bytes, movie.content, movie.end)) {
      if (track.type !== 'trak') continue;
      for await (const header of boxes(bytes, track.content, track.end)) {
        const size = header.type === 'tkhd' ? await trackSize(bytes, header) : null;
        if (size !== null) return size;
      }
    }
  }
  return null;
}

async function trackSize(bytes: ByteReader, header: Box): Promise<PictureSize | null> {
  const content = await bytes.read(header.content, 96);
  // Version 1 has 64-bit times and durations before the matrix.
  const matrix = content[0] === 1 ? 52 : 40;
  if (content.length < matrix + 44) return null;
  const width = content.readUInt32BE(matrix + 36) >>> 16;
  const height = content.readUInt32BE(matrix + 40) >>> 16;
  const turned = content.readInt32BE(matrix) === 0;
  return turned ? sizeOf(height, width) : sizeOf(width, height);
}

async function* boxes(bytes: ByteReader, start: number, end: number): AsyncGenerator<Box> {
  let offset = start;
  for (let count = 0; offset + 8 <= end && count < mostBoxes; count += 1) {
    const head = await bytes.read(offset, 16);
    if (head.length < 8) return;
    const short = head.readUInt32BE(0);
    const long = short === 1 && head.length === 16;
    const length = long ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - offset : short;
    if (length < 8) return;
    const next = Math.min(end, offset + length);
    yield { type: head.toString('latin1', 4, 8), content: offset + (long ? 16 : 8), end: next };
    offset += length;
  }
}
