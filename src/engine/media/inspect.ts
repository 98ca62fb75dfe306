import { open, stat } from 'node:fs/promises';
import type { Media } from '../../shared/models/media.ts';
import { createByteReader } from './byte-reader.ts';
import type { ByteReader } from './byte-reader.ts';
import { gifSize } from './dimensions/gif.ts';
import { jpegSize } from './dimensions/jpeg.ts';
import { mp4Size } from './dimensions/mp4.ts';
import type { PictureSize } from './dimensions/picture-size.ts';
import { pngSize } from './dimensions/png.ts';
import { webpSize } from './dimensions/webp.ts';
import { mediaInvalid } from './media-invalid.ts';
import type { Refuse } from './media-invalid.ts';

/** What a file is, read from its bytes. */
export type MediaFacts = Pick<
  Media,
  | 'mimeType'
  | 'kind'
  | 'bytes'
  | 'width'
  | 'height'
  | 'durationMs'
  | 'frameRate'
  | 'videoCodec'
  | 'audioCodec'
>;

const megabyte = 1_000_000;
/** The largest files of each kind that the library takes: more than any network does. */
export const largestBytes = { image: 64 * megabyte, gif: 64 * megabyte, video: 2_000 * megabyte } as const;

type SizeReader = (bytes: ByteReader) => Promise<PictureSize | null>;

const pictures: ReadonlyMap<string, SizeReader> = new Map([
  ['image/jpeg', jpegSize],
  ['image/png', pngSize],
  ['image/webp', webpSize],
]);

/** A null reader: the size is left open, the network looks at it. */
const videos: ReadonlyMap<string, { mimeType: string; size: SizeReader | null }> = new Map([
  ['video/mp4', { mimeType: 'video/mp4', size: mp4Size }],
  ['video/x-m4v', { mimeType: 'video/mp4', size: mp4Size }],
  ['video/quicktime', { mimeType: 'video/quicktime', size: mp4Size }],
  ['video/webm', { mimeType: 'video/webm', size: null }],
]);

/**
 * Reads a file's type and size from its bytes, never from its name.
 * @throws `media_invalid`
 */
export async function inspect(path: string, refuse: Refuse): Promise<MediaFacts> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isFile() !== true) throw mediaInvalid(refuse, 'noFile');
  // Loaded with the first file, since it is not small.
  const { fileTypeFromFile } = await import('file-type');
  const found = await fileTypeFromFile(path);
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === 0) throw mediaInvalid(refuse, 'empty');
    const facts = await factsOf(createByteReader(file, size), found?.mime, refuse);
    if (size > largestBytes[facts.kind]) {
      throw mediaInvalid(refuse, 'tooLarge', { most: largestBytes[facts.kind] / megabyte });
    }
    return { ...facts, bytes: size };
  } finally {
    await file.close();
  }
}

const noFilm = { durationMs: null, frameRate: null, videoCodec: null, audioCodec: null };

async function factsOf(
  bytes: ByteReader,
  mimeType: string | undefined,
  refuse: Refuse,
): Promise<Omit<MediaFacts, 'bytes'>> {
  if (mimeType === 'image/gif') {
    const gif = await gifSize(bytes);
    if (gif?.size === undefined || gif.size === null) throw mediaInvalid(refuse, 'damaged');
    return { mimeType, kind: gif.animated ? 'gif' : 'image', ...gif.size, ...noFilm };
  }
  const picture = pictures.get(mimeType ?? '');
  if (mimeType !== undefined && picture !== undefined) {
    const size = await picture(bytes);
    if (size === null) throw mediaInvalid(refuse, 'damaged');
    return { mimeType, kind: 'image', ...size, ...noFilm };
  }
  const video = videos.get(mimeType ?? '');
  if (video === undefined) throw mediaInvalid(refuse, 'unsupported', { type: mimeType ?? '?' });
  const size = (await video.size?.(bytes)) ?? null;
  return {
    mimeType: video.mimeType,
    kind: 'video',
    width: size?.width ?? null,
    height: size?.height ?? null,
    ...noFilm,
  };
}
