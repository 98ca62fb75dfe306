import type { Bytes, Inspected } from './inspected.ts';
import { photo } from './inspected.ts';

/** Reads a JPEG's size from its frame header. */
export function inspectJpeg(bytes: Bytes): Inspected {
  let at = 2;
  while (at < bytes.size) {
    const marker = bytes.read(at, 9);
    if (marker.length < 9 || marker[0] !== 0xff) break;
    const code = marker[1] ?? 0;
    // C4, C8 and CC are tables, not frames.
    if (code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code)) {
      return photo('image/jpeg', marker.readUInt16BE(7), marker.readUInt16BE(5));
    }
    at += 2 + marker.readUInt16BE(2);
  }
  return photo('image/jpeg', null, null);
}
