import type { FileHandle } from 'node:fs/promises';

const windowBytes = 64 * 1024;

/** Reads small pieces of a file anywhere, through one window, so that a walk over headers costs few system calls. */
export interface ByteReader {
  readonly size: number;
  /** The bytes from `offset` on; fewer than `length` only at the end of the file. */
  read(offset: number, length: number): Promise<Buffer>;
}

export function createByteReader(file: FileHandle, size: number): ByteReader {
  const window = Buffer.alloc(windowBytes);
  let start = 0;
  let filled = 0;
  return {
    size,
    async read(offset, length) {
      if (length > windowBytes) throw new RangeError('A header is never that long.');
      if (offset < start || offset + length > start + filled) {
        start = offset;
        filled = (await file.read(window, 0, windowBytes, offset)).bytesRead;
      }
      return window.subarray(offset - start, Math.min(offset - start + length, filled));
    },
  };
}
