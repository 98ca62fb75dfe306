import type { ByteReader } from '../byte-reader.ts';
import { sizeOf } from './picture-size.ts';
import type { PictureSize } from './picture-size.ts';

const imageDescriptor = 0x2c;
const extension = 0x21;

/** Size of a GIF and whether it has more than one frame (GIF89a specification, sections 18, 20 and 23). */
export async function gifSize(
  bytes: ByteReader,
): Promise<{ size: PictureSize | null; animated: boolean } | null> {
  const head = await bytes.read(0, 13);
  if (head.length < 13) return null;
  const size = sizeOf(head.readUInt16LE(6), head.readUInt16LE(8));
  let offset = 13 + colorTableBytes(head[10] ?? 0);
  let frames = 0;
  while (offset < bytes.size && frames < 2) {
    const block = await bytes.read(offset, 10);
    if (block[0] === extension) offset = await afterSubBlocks(bytes, offset + 2);
    else if (block[0] === imageDescriptor && block.length === 10) {
      frames += 1;
      offset = await afterSubBlocks(bytes, offset + 11 + colorTableBytes(block[9] ?? 0));
    } else break;
  }
  return frames === 0 ? null : { size, animated: frames > 1 };
}

/** Bytes of the colour table that packed flags announce: three for each of 2^(n+1) colours. */
function colorTableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

async function afterSubBlocks(bytes: ByteReader, start: number): Promise<number> {
  let offset = start;
  while (offset < bytes.size) {
    const length = (await bytes.read(offset, 1))[0] ?? 0;
    offset += 1 + length;
    if (length === 0) break;
  }
  return offset;
}
