import type { ByteReader } from '../byte-reader.ts';
import { sizeOf } from './picture-size.ts';
import type { PictureSize } from './picture-size.ts';

/** Size of a WebP: extended (RFC 9649, 2.7), lossless (3.4) or lossy (RFC 6386, 9.1). */
export async function webpSize(bytes: ByteReader): Promise<PictureSize | null> {
  const head = await bytes.read(0, 30);
  if (head.length < 30) return null;
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8X':
      return sizeOf(head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1);
    case 'VP8L': {
      const packed = head.readUInt32LE(21);
      return sizeOf((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1);
    }
    case 'VP8 ':
      return sizeOf(head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff);
    default:
      return null;
  }
}
