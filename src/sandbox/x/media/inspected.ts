import type { Medium } from '../state.ts';

/** Bytes that can be read piece by piece; a piece that ends behind the end is shorter. */
export interface Bytes {
  readonly size: number;
  read(offset: number, length: number): Buffer;
}

/** What an upload turned out to be. */
export interface Inspected {
  readonly mediaType: string;
  readonly kind: Medium['kind'];
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
  /** Why its processing will fail, in X's words; null when it will not. */
  readonly failure: string | null;
}

/** A still picture. */
export function photo(mediaType: string, width: number | null, height: number | null): Inspected {
  return { mediaType, kind: 'photo', width, height, durationMs: null, failure: null };
}
