import type { Readable } from 'node:stream';
import type { AnyContractRouter } from '@orpc/contract';
import type { Router } from '@orpc/server';
import type { Media } from '../shared/models/media.ts';

/** Who calls, for the record of every change. */
export interface CallContext {
  readonly actor: string;
}

/** The part of an engine that hosts serve to others. */
export interface EngineFace {
  readonly router: Router<AnyContractRouter, CallContext>;
  readonly media: EngineMedia;
}

/** Bytes in and out of the library, which never travel through the contract. */
export interface EngineMedia {
  /**
   * Reads the stream to its end. Without a workspace: the default of the contract's `scope`. `madeFrom`: the id of the
   * medium that it was made from, whose content then stays beside it.
   */
  put(
    workspaceId: string | null,
    fileName: string,
    stream: Readable,
    madeFrom?: string | null,
  ): Promise<Media>;
  /** The stored file, or null where there is none of this id. */
  open(id: string): ServedFile | null;
  /** The picture of an account, or null where there is none. */
  openPicture(accountId: string): ServedFile | null;
}

/** A file of the data directory that a window may show. */
export interface ServedFile {
  readonly path: string;
  readonly mimeType: string;
  readonly bytes: number;
}
