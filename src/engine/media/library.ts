import { rm } from 'node:fs/promises';
import { mediaId } from '../../shared/models/ids.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Media } from '../../shared/models/media.ts';
import type { FeatureDeps } from '../feature.ts';
import { TooLong, mediaFilePath, place, receive, sha256Of, synced } from './files.ts';
import type { IncomingFile } from './files.ts';
import { inspect, largestBytes } from './inspect.ts';
import type { MediaFacts } from './inspect.ts';
import { mediaInvalid } from './media-invalid.ts';
import type { Refuse } from './media-invalid.ts';
import { convertPhonePicture } from './phone-picture.ts';
import {
  findMedia,
  findMediaAnywhere,
  findMediaBySha256,
  insertMedia,
  isContentUsed,
  viewOf,
} from './media-store.ts';
import type { MediaRow } from './media-store.ts';

export type MediaDeps = Pick<FeatureDeps, 'db' | 'ports' | 'newId' | 'words' | 'changed'>;

/** A stored file, for whoever serves its bytes. */
export interface OpenMedia {
  readonly path: string;
  readonly mimeType: string;
  readonly bytes: number;
}

/** Bytes in and out of the library, which never travel through the contract. */
export interface MediaLibrary {
  /**
   * Takes a stream into a workspace's library. The same bytes again answer the medium that is there. With `madeFrom`, the
   * id of the medium that it was made from, that one's content stays beside it.
   * @throws `media_invalid`
   */
  put(
    workspaceId: WorkspaceId,
    fileName: string,
    stream: AsyncIterable<Uint8Array>,
    madeFrom?: string | null,
  ): Promise<Media>;
  /**
   * Takes the file at `path`, which was made from a medium of the library, and moves it; what it is, its bytes tell.
   * Null where `accepts` does not want it. @throws `media_invalid`
   */
  takeMade(made: MadeFile): Promise<Media | null>;
  /** The stored file, or null where there is none of this id (in that workspace, if one is named). */
  open(id: string, workspaceId?: WorkspaceId): OpenMedia | null;
}

interface MadeFile {
  readonly workspaceId: WorkspaceId;
  readonly path: string;
  readonly fileName: string;
  readonly original: Pick<MediaRow, 'sha256'>;
  readonly accepts: (facts: MediaFacts) => boolean;
}

export function createMediaLibrary(deps: MediaDeps): MediaLibrary {
  const { db, ports, words } = deps;
  const { data } = ports.paths;
  const contentOf = (workspaceId: WorkspaceId, id: string | null): string | null =>
    id === null ? null : (findMedia(db, workspaceId, id)?.sha256 ?? null);
  return {
    async takeMade({ workspaceId, path, fileName, original, accepts }) {
      const { facts, mustBeConverted } = await inspect(path, { words, fileName });
      if (mustBeConverted || !accepts(facts)) return null;
      await synced(path);
      const content = { path, sha256: await sha256Of(path) };
      const kept = { content, original: null, madeFrom: original.sha256 };
      return keep(deps, workspaceId, kept, { ...facts, fileName });
    },
    async put(workspaceId, givenName, stream, madeFrom = null) {
      const refuse = { words, fileName: plainName(givenName) };
      let incoming: IncomingFile;
      try {
        incoming = await receive(data, deps.newId('in'), stream, largestBytes.video);
      } catch (error) {
        if (!(error instanceof TooLong)) throw error;
        throw mediaInvalid(refuse, 'tooLarge', { most: largestBytes.video / 1_000_000 });
      }
      try {
        const found = await inspect(incoming.path, refuse);
        if (!found.mustBeConverted)
          return keep(
            deps,
            workspaceId,
            { content: incoming, original: null, madeFrom: contentOf(workspaceId, madeFrom) },
            { ...found.facts, fileName: refuse.fileName },
          );
        return await keepConverted(deps, workspaceId, incoming, refuse);
      } finally {
        await rm(incoming.path, { force: true });
      }
    },
    open(id, workspaceId) {
      const row = workspaceId === undefined ? findMediaAnywhere(db, id) : findMedia(db, workspaceId, id);
      if (row === undefined) return null;
      return { path: mediaFilePath(data, row.sha256), mimeType: row.mimeType, bytes: row.bytes };
    },
  };
}

/** A phone's picture: its JPEG is what is used, and the original is kept beside it. */
async function keepConverted(
  deps: MediaDeps,
  workspaceId: WorkspaceId,
  original: IncomingFile,
  refuse: Refuse,
): Promise<Media> {
  const known = findMediaBySha256(deps.db, workspaceId, original.sha256);
  if (known !== undefined) return viewOf(known);
  const path = `${original.path}.jpg`;
  try {
    if (!(await convertPhonePicture(deps.ports.paths, original.path, path)))
      throw mediaInvalid(refuse, 'damaged');
    const found = await inspect(path, refuse);
    if (found.mustBeConverted) throw mediaInvalid(refuse, 'damaged');
    const fileName = `${refuse.fileName.replace(/\.hei[cf]s?$/i, '')}.jpg`;
    const content = { path, sha256: await sha256Of(path) };
    return keep(deps, workspaceId, { content, original, madeFrom: null }, { ...found.facts, fileName });
  } finally {
    await rm(path, { force: true });
  }
}

/** What becomes a medium: its content, and what it was made from, which came with it or is in the library already. */
interface KeptFiles {
  readonly content: IncomingFile;
  readonly original: IncomingFile | null;
  /** SHA-256 of a content of the library. */
  readonly madeFrom: string | null;
}

// Synchronous from the look at what is there to the row, so that a removal of the same bytes cannot come in between.
function keep(
  { db, ports, newId, changed }: MediaDeps,
  workspaceId: WorkspaceId,
  { content, original, madeFrom }: KeptFiles,
  facts: Pick<Media, 'fileName'> & MediaFacts,
): Media {
  const known = findMediaBySha256(db, workspaceId, content.sha256);
  place(ports.paths.data, content);
  if (original !== null && known === undefined) place(ports.paths.data, original);
  if (known !== undefined) return viewOf(known);
  // The medium that it was made from may have been removed meanwhile, and its bytes with it.
  const beside = madeFrom !== null && isContentUsed(db, madeFrom) ? madeFrom : null;
  const row = {
    ...facts,
    id: mediaId.parse(newId('med')),
    workspaceId,
    sha256: content.sha256,
    originalSha256: original?.sha256 ?? beside,
    altText: '',
    folder: '',
    tags: [],
    sentAsIs: false,
    createdAt: ports.clock.now(),
    version: 1,
  };
  db.write(() => {
    insertMedia(db, row);
    changed({ topic: 'media', workspaceId, id: row.id });
  });
  return viewOf(row);
}

/** The last piece of a path from either kind of system, without what cannot be shown. */
function plainName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const shown = last.replaceAll(/\p{C}/gu, '').trim().slice(-200);
  return shown === '' ? 'file' : shown;
}
