import { open } from 'node:fs/promises';
import type { UploadSource } from '../../platforms/publishing.ts';
import type { PartRow } from '../ledger/delivery-row.ts';
import { factColumns } from '../content-facts.ts';
import { mediaOf } from '../ledger/delivery-row.ts';
import { hostMedium } from './hosted-media.ts';
import type { PublishDeps } from './publish-deps.ts';

type MediaRow = Omit<UploadSource, 'altText' | 'read' | 'publicUrl'>;

/** One of a part's media, as a platform takes it. */
export interface PartSource extends UploadSource {
  readonly id: string;
}

/** A part's media, in order; bytes are read from the library when asked for. Null where one is no longer there. */
export function sourcesOf(
  deps: Pick<PublishDeps, 'ledger' | 'mediaFile' | 'mediaHostOf' | 'ports'>,
  part: PartRow,
): readonly PartSource[] | null {
  const sources: PartSource[] = [];
  for (const item of mediaOf(part)) {
    const media = deps.ledger.db
      .sql<MediaRow>(
        `SELECT sha256, file_name AS fileName, ${factColumns} FROM media WHERE workspace_id = :workspaceId AND id = :id`,
      )
      .get({ workspaceId: part.workspaceId, id: item.id });
    if (media === undefined) return null;
    const source = {
      ...media,
      id: item.id,
      altText: item.altText,
      read: readerOf(deps.mediaFile(media.sha256)),
    };
    sources.push({ ...source, publicUrl: () => hostMedium(deps, part, source) });
  }
  return sources;
}

function readerOf(path: string): UploadSource['read'] {
  return async (offset, length) => {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  };
}
