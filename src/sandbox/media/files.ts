import {
  closeSync,
  existsSync,
  fsyncSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Bytes } from './inspected.ts';

/** A network's uploads on the disk: segments while they come in, one file when they are finished. */
export class MediaFiles {
  readonly #directory: string;

  constructor(dataDirectory: string, network: string) {
    this.#directory = join(dataDirectory, `${network}-media`);
    mkdirSync(this.#directory, { recursive: true });
  }

  /** Stores one segment; the same one again replaces it, so that a client may repeat itself. */
  putSegment(id: string, index: number, bytes: Uint8Array): void {
    mkdirSync(this.#parts(id), { recursive: true });
    writeWhole(join(this.#parts(id), String(index)), [bytes]);
  }

  /** Puts the segments together; returns the size, or undefined when one between is missing. */
  join(id: string): number | undefined {
    const directory = this.#parts(id);
    const indexes = existsSync(directory)
      ? readdirSync(directory)
          .map(Number)
          .sort((a, b) => a - b)
      : [];
    if (indexes.some((index, position) => index !== position)) return undefined;
    return writeWhole(
      this.path(id),
      indexes.map((index) => join(directory, String(index))),
    );
  }

  put(id: string, bytes: Uint8Array): void {
    writeWhole(this.path(id), [bytes]);
  }

  dropSegments(id: string): void {
    rmSync(this.#parts(id), { recursive: true, force: true });
  }

  /** Lets a function look at a finished file. */
  look<Result>(id: string, see: (bytes: Bytes) => Result): Result {
    const file = openSync(this.path(id), 'r');
    try {
      return see({
        size: fstatSync(file).size,
        read(offset, length) {
          const buffer = Buffer.alloc(length);
          return buffer.subarray(0, readSync(file, buffer, 0, length, offset));
        },
      });
    } finally {
      closeSync(file);
    }
  }

  /** The finished file's bytes, or undefined when it is gone. */
  read(id: string): Uint8Array | undefined {
    return existsSync(this.path(id)) ? readFileSync(this.path(id)) : undefined;
  }

  path(id: string): string {
    return join(this.#directory, id);
  }

  #parts(id: string): string {
    return join(this.#directory, `${id}.parts`);
  }
}

/** Writes and syncs a file from bytes or from other files; returns its size. */
function writeWhole(path: string, pieces: readonly (Uint8Array | string)[]): number {
  const file = openSync(path, 'w', 0o600);
  try {
    for (const piece of pieces) writeSync(file, typeof piece === 'string' ? readFileSync(piece) : piece);
    fsyncSync(file);
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}
