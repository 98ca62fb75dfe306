import type { ByteReader } from '../byte-reader.ts';
import { sizeOf } from './picture-size.ts';
import type { PictureSize } from './picture-size.ts';

/** Size of a PNG, from its IHDR chunk (PNG specification, section 11.2.1). */
export async function pngSize(bytes: ByteReader): Promise<PictureSize | null> {
  const head = await bytes.read(0, 24);
  if (head.length < 24 || head.toString('latin1', 12, 16) !== 'IHDR') return null;
  return sizeOf(head.readUInt32BE(16), head.readUInt32BE(20));
}
