import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import type { mediaContract } from '../../shared/contract/media.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { FilmConversion } from '../../shared/models/film-conversion.ts';
import type { PostId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Media } from '../../shared/models/media.ts';
import type { Caller } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import type { FilmConversions } from './convert-film.ts';
import { discard } from './files.ts';
import type { MediaDeps, MediaLibrary } from './library.ts';
import { mediaInvalid } from './media-invalid.ts';
import {
  deleteMedia,
  findMedia,
  isContentUsed,
  isShownByOpenPost,
  listMedia,
  shelvesOf,
  updateMedia,
  usesOf,
  viewOf,
} from './media-store.ts';
import type { MediaRow } from './media-store.ts';

type Procedures = typeof mediaContract;

export function createMediaHandlers(deps: MediaDeps, library: MediaLibrary, films: FilmConversions) {
  const { db, words } = deps;

  const found = (workspaceId: WorkspaceId, id: string): MediaRow => {
    const row = findMedia(db, workspaceId, id);
    if (row === undefined) throw new OcmaError('not_found', { what: 'file' });
    return row;
  };

  const discardUnused = ({ sha256, originalSha256 }: MediaRow): void => {
    for (const content of [sha256, originalSha256]) {
      if (content !== null && !isContentUsed(db, content)) discard(deps.ports.paths.data, content);
    }
  };

  return {
    list: (caller: Caller, input: ProcedureInput<Procedures['list']>): Media[] => {
      const { folder = null, tag = null, query = null, unused } = input;
      return listMedia(db, caller.workspaceId, { folder, tag, query, unused }).map(viewOf);
    },

    shelves: (caller: Caller, _input: object) => shelvesOf(db, caller.workspaceId),

    uses: (caller: Caller, { id }: ProcedureInput<Procedures['uses']>): PostId[] => {
      found(caller.workspaceId, id);
      return usesOf(db, caller.workspaceId, id);
    },

    get: (caller: Caller, { id }: ProcedureInput<Procedures['get']>): Media =>
      viewOf(found(caller.workspaceId, id)),

    async addFile(caller: Caller, { path }: ProcedureInput<Procedures['addFile']>): Promise<Media> {
      const there = isAbsolute(path) ? await stat(path).catch(() => undefined) : undefined;
      if (there?.isFile() !== true) throw mediaInvalid({ words, fileName: path }, 'noFile');
      return await library.put(caller.workspaceId, basename(path), createReadStream(path));
    },

    async converter(_caller: Caller, _input: object) {
      const found = await deps.ports.filmConverter?.find();
      if (found === undefined || found === null) return { ffmpeg: null };
      return { ffmpeg: { version: found.version, path: found.path } };
    },

    convert(
      caller: Caller,
      { id }: ProcedureInput<Procedures['convert']>,
      { signal }: { readonly signal: AbortSignal | undefined },
    ): AsyncGenerator<FilmConversion, void, undefined> {
      const film = found(caller.workspaceId, id);
      if (film.kind !== 'video') throw new OcmaError('not_found', { what: 'film' });
      return films.convert(film, signal);
    },

    update(caller: Caller, input: ProcedureInput<Procedures['update']>): Media {
      const { workspaceId } = caller;
      return db.write(() => {
        const { altText, folder, tags, sentAsIs } = found(workspaceId, input.id);
        updateMedia(db, {
          workspaceId,
          id: input.id,
          altText: input.altText ?? altText,
          folder: input.folder ?? folder,
          tags: [...new Set(input.tags ?? tags)],
          sentAsIs: input.sentAsIs ?? sentAsIs,
        });
        deps.changed({ topic: 'media', workspaceId, id: input.id });
        return viewOf(found(workspaceId, input.id));
      });
    },

    remove(caller: Caller, { id }: ProcedureInput<Procedures['remove']>): Record<string, never> {
      const { workspaceId } = caller;
      const row = db.write(() => {
        const row = found(workspaceId, id);
        if (isShownByOpenPost(db, workspaceId, id)) {
          throw new OcmaError('wrong_state', { state: words('media.inUse') });
        }
        deleteMedia(db, workspaceId, id);
        deps.changed({ topic: 'media', workspaceId, id });
        return row;
      });
      discardUnused(row);
      return {};
    },

    removeUnused(
      { workspaceId }: Caller,
      { ids }: ProcedureInput<Procedures['removeUnused']>,
    ): { removed: number } {
      const wanted = new Set<string>(ids);
      const rows = db.write(() => {
        for (const id of wanted) found(workspaceId, id);
        const unused = listMedia(db, workspaceId, { folder: null, tag: null, query: null, unused: true });
        const gone = unused.filter(({ id }) => wanted.has(id));
        for (const { id } of gone) {
          deleteMedia(db, workspaceId, id);
          deps.changed({ topic: 'media', workspaceId, id });
        }
        return gone;
      });
      for (const row of rows) discardUnused(row);
      return { removed: rows.length };
    },
  };
}
