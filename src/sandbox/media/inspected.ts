/** Bytes that can be read piece by piece; a piece that ends behind the end is shorter. */
export interface Bytes {
  readonly size: number;
  read(offset: number, length: number): Buffer;
}

/** What an upload turned out to be. Sizes in pixels; null where the file does not say. */
export interface Inspected {
  readonly mediaType: string;
  readonly kind: 'photo' | 'video' | 'animated_gif';
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
  /** Pictures in it; 1 for anything but an animation. */
  readonly frames: number;
  /** A file that lacks what says how to play it cannot be processed anywhere. */
  readonly playable: boolean;
}

/** A still picture. */
export function photo(mediaType: string, width: number | null, height: number | null): Inspected {
  return { mediaType, kind: 'photo', width, height, durationMs: null, frames: 1, playable: true };
}
