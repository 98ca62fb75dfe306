import { stat } from 'node:fs/promises';
import type { Media } from '../../shared/models/media.ts';
import { mediaInvalid } from './media-invalid.ts';
import type { Refuse } from './media-invalid.ts';
import { readFilm } from './read-film.ts';
import { readPicture } from './read-picture.ts';

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
> & {
  /** It holds what the camera noted, or lies on its side: a clean copy goes out. */
  readonly needsCleaning: boolean;
};

export interface Inspected {
  readonly facts: MediaFacts;
  /** A phone's HEIC picture, which no network and no browser takes: the facts are those of the JPEG that it becomes. */
  readonly mustBeConverted: boolean;
}

const megabyte = 1_000_000;
/** The largest files of each kind that the library takes: more than any network does. */
export const largestBytes = { image: 64 * megabyte, gif: 64 * megabyte, video: 4_000 * megabyte } as const;

const pictures = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);
const phonePictures = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']);
const films: ReadonlyMap<string, string> = new Map([
  ['video/mp4', 'video/mp4'],
  ['video/x-m4v', 'video/mp4'],
  ['video/quicktime', 'video/quicktime'],
  ['video/webm', 'video/webm'],
]);
const noFilm = { durationMs: null, frameRate: null, videoCodec: null, audioCodec: null };

/**
 * Reads what a file is from its bytes, never from its name.
 * @throws `media_invalid`
 */
export async function inspect(path: string, refuse: Refuse): Promise<Inspected> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isFile() !== true) throw mediaInvalid(refuse, 'noFile');
  const bytes = there.size;
  if (bytes === 0) throw mediaInvalid(refuse, 'empty');
  // Loaded with the first file, since it is not small.
  const { fileTypeFromFile } = await import('file-type');
  const mimeType = (await fileTypeFromFile(path))?.mime ?? '?';
  const mustBeConverted = phonePictures.has(mimeType);
  const found = await factsOf(path, mimeType, refuse);
  assertSize(bytes, found.kind, refuse);
  return { facts: { ...found, bytes }, mustBeConverted };
}

function assertSize(bytes: number, kind: Media['kind'], refuse: Refuse): void {
  const most = largestBytes[kind];
  if (bytes > most) throw mediaInvalid(refuse, 'tooLarge', { most: most / megabyte });
}

async function factsOf(path: string, mimeType: string, refuse: Refuse): Promise<Omit<MediaFacts, 'bytes'>> {
  if (phonePictures.has(mimeType)) {
    const size = await readPicture(path);
    if (size === null) throw mediaInvalid(refuse, 'damaged');
    const { width, height } = size;
    return { mimeType: 'image/jpeg', kind: 'image', width, height, ...noFilm, needsCleaning: false };
  }
  if (pictures.has(mimeType)) {
    const picture = await readPicture(path);
    if (picture === null) throw mediaInvalid(refuse, 'damaged');
    const { width, height, frames, turned, hasPrivateData } = picture;
    const moves = mimeType === 'image/gif' && frames > 1;
    const needsCleaning = !moves && (turned || hasPrivateData);
    return { mimeType, kind: moves ? 'gif' : 'image', width, height, ...noFilm, needsCleaning };
  }
  const film = films.get(mimeType);
  if (film === undefined) throw mediaInvalid(refuse, 'unsupported', { type: mimeType });
  const facts = await readFilm(path);
  if (facts === null) throw mediaInvalid(refuse, 'damaged');
  return { mimeType: film, kind: 'video', ...facts, needsCleaning: false };
}
