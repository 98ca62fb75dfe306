import { rm, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isOcmaError } from '../../shared/errors.ts';
import { convertedFilmName } from '../../shared/models/film-conversion.ts';
import type { FilmConversion, FilmFault } from '../../shared/models/film-conversion.ts';
import type { FilmConverter } from '../ports.ts';
import { incomingPath, mediaFilePath } from './files.ts';
import type { MediaDeps, MediaLibrary } from './library.ts';
import { findConvertedFilm, viewOf } from './media-store.ts';
import type { MediaRow } from './media-store.ts';

/** Room that stays on the disk beside the new film, in bytes. */
const spareBytes = 200_000_000;

export interface FilmConversions {
  /** The steps of one conversion; it stops with `signal`, or when nobody takes further steps. */
  convert(film: MediaRow, signal: AbortSignal | undefined): AsyncGenerator<FilmConversion, void, undefined>;
  /** Stops those under way; resolves when nothing of them is left on the disk. */
  end(): Promise<void>;
}

/** Converts films of the library by the program that the host has found. */
export function createFilmConversions(deps: MediaDeps, library: MediaLibrary): FilmConversions {
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();
  return {
    async *convert(film, signal) {
      const known = findConvertedFilm(deps.db, film.workspaceId, film.sha256);
      if (known !== undefined) {
        yield { kind: 'done', media: viewOf(known) };
        return;
      }
      const converter = await deps.ports.filmConverter?.find();
      if (converter === undefined || converter === null) {
        yield refused('no_program');
        return;
      }
      const left = new AbortController();
      const stop = AbortSignal.any([closing.signal, left.signal, ...(signal === undefined ? [] : [signal])]);
      let share = 0;
      let news = Promise.withResolvers<void>();
      const work = convertOnce({ deps, library, converter, film }, stop, (done) => {
        share = done;
        news.resolve();
      });
      const tracked = work.catch(() => undefined);
      running.add(tracked);
      const over = tracked.then(() => null);
      try {
        for (;;) {
          yield { kind: 'converting', share };
          if ((await Promise.race([news.promise, over])) === null) break;
          news = Promise.withResolvers();
        }
        const last = await work;
        if (last !== null) yield last;
      } finally {
        left.abort();
        await tracked;
        running.delete(tracked);
      }
    },
    async end() {
      closing.abort();
      await Promise.all(running);
    },
  };
}

interface Conversion {
  readonly deps: MediaDeps;
  readonly library: MediaLibrary;
  readonly converter: FilmConverter;
  readonly film: MediaRow;
}

/** Null where it was stopped. Nothing is left behind but what is in the library. */
async function convertOnce(
  { deps, library, converter, film }: Conversion,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<FilmConversion | null> {
  const { data } = deps.ports.paths;
  const path = await incomingPath(data, `${deps.newId('in')}.mp4`);
  try {
    if (!(await hasRoomFor(film, dirname(path)))) return refused('no_space');
    const how = await converter.convert({
      from: mediaFilePath(data, film.sha256),
      container: film.mimeType === 'video/webm' ? 'webm' : 'mp4',
      to: path,
      keepsPicture: film.videoCodec === 'avc',
      keepsSound: film.audioCodec === 'aac',
      signal,
      onProgress: (doneMs) => onShare(shareOf(doneMs, film.durationMs)),
    });
    if (how === 'failed') return refused('failed');
    if (how === 'stopped' || signal.aborted) return null;
    const made = await library.takeMade({
      workspaceId: film.workspaceId,
      path,
      fileName: convertedFilmName(film.fileName),
      original: film,
      // A film without its picture or its sound would be another film.
      accepts: ({ kind, videoCodec, audioCodec }) =>
        kind === 'video' && videoCodec === 'avc' && (film.audioCodec === null || audioCodec === 'aac'),
    });
    return made === null ? refused('cannot_read') : { kind: 'done', media: made };
  } catch (error) {
    if (isOcmaError(error) && error.code === 'media_invalid') return refused('cannot_read');
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

/** H.264 needs up to twice the bytes of what newer codecs made. */
async function hasRoomFor({ bytes }: MediaRow, directory: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize > 2 * bytes + spareBytes;
}

/** Where the film does not say how long it is, nothing can be said of the share. */
const shareOf = (doneMs: number, durationMs: number | null): number =>
  durationMs === null || durationMs === 0 ? 0 : Math.min(1, doneMs / durationMs);

const refused = (fault: FilmFault): FilmConversion => ({ kind: 'refused', fault });
