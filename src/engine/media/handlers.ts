import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import type { mediaContract } from '../../shared/contract/media.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Media } from '../../shared/models/media.ts';
import type { Caller } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { discard } from './files.ts';
import type { MediaDeps, MediaLibrary } from './library.ts';
import { mediaInvalid } from './media-invalid.ts';
import {
  deleteMedia,
  findMedia,
  isContentUsed,
  isShownByOpenPost,
  listMedia,
  updateAltText,
  viewOf,
} from './media-store.ts';
import type { MediaRow } from './media-store.ts';

type Procedures = typeof mediaContract;

export function createMediaHandlers(deps: MediaDeps, library: MediaLibrary) {
  const { db, words } = deps;

  const found = (workspaceId: WorkspaceId, id: string): MediaRow => {
    const row = findMedia(db, workspaceId, id);
    if (row === undefined) throw new OcmaError('not_found', { what: 'file' });
    return row;
  };

  return {
    list: (caller: Caller, _input: object): Media[] => listMedia(db, caller.workspaceId).map(viewOf),

    get: (caller: Caller, { id }: ProcedureInput<Procedures['get']>): Media =>
      viewOf(found(caller.workspaceId, id)),

    async addFile(caller: Caller, { path }: ProcedureInput<Procedures['addFile']>): Promise<Media> {
      const there = isAbsolute(path) ? await stat(path).catch(() => undefined) : undefined;
      if (there?.isFile() !== true) throw mediaInvalid({ words, fileName: path }, 'noFile');
      return await library.put(caller.workspaceId, basename(path), createReadStream(path));
    },

    setAltText(caller: Caller, input: ProcedureInput<Procedures['setAltText']>): Media {
      const { workspaceId } = caller;
      return db.write(() => {
        found(workspaceId, input.id);
        updateAltText(db, workspaceId, input.id, input.altText);
        deps.changed({ topic: 'media', workspaceId, id: input.id });
        return viewOf(found(workspaceId, input.id));
      });
    },

    remove(caller: Caller, { id }: ProcedureInput<Procedures['remove']>): Record<string, never> {
      const { workspaceId } = caller;
      const { sha256 } = db.write(() => {
        const row = found(workspaceId, id);
        if (isShownByOpenPost(db, workspaceId, id)) {
          throw new OcmaError('wrong_state', { state: words('media.inUse') });
        }
        deleteMedia(db, workspaceId, id);
        deps.changed({ topic: 'media', workspaceId, id });
        return row;
      });
      if (!isContentUsed(db, sha256)) discard(deps.ports.paths.data, sha256);
      return {};
    },
  };
}
