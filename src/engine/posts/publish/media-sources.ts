import { open } from 'node:fs/promises';
import type { OptionValues } from '../../../shared/models/publish-option.ts';
import { fits, imageTargetOf } from '../../platforms/image-target.ts';
import type { Platform } from '../../platforms/platform.ts';
import type { UploadSource } from '../../platforms/publishing.ts';
import type { PartRow } from '../ledger/delivery-row.ts';
import { factColumns } from '../content-facts.ts';
import type { StoredFacts } from '../content-facts.ts';
import { mediaOf } from '../ledger/delivery-row.ts';
import { hostMedium } from './hosted-media.ts';
import type { PublishDeps } from './publish-deps.ts';

type MediaRow = StoredFacts & Pick<UploadSource, 'sha256' | 'fileName'>;

/** One of a part's media, as a platform takes it. */
export interface PartSource extends UploadSource {
  readonly id: string;
}

export type PartSources =
  | { readonly ok: true; readonly sources: readonly PartSource[] }
  /** `gone`: no longer in the library. `unfit`: it cannot be made into what the network takes. */
  | { readonly ok: false; readonly why: 'gone' | 'unfit' };

type SourceDeps = Pick<PublishDeps, 'ledger' | 'mediaFile' | 'mediaHostOf' | 'ports' | 'renderPicture'>;

/**
 * A part's media, in order, as they go to this network: pictures that do not fit it are made into copies that do. Bytes are
 * read when asked for.
 */
export async function sourcesOf(
  deps: SourceDeps,
  { platform }: { readonly platform: Pick<Platform, 'images'> },
  part: PartRow,
  options: OptionValues,
): Promise<PartSources> {
  const target = imageTargetOf(platform, options);
  const sources: PartSource[] = [];
  for (const item of mediaOf(part)) {
    const row = deps.ledger.db
      .sql<MediaRow>(
        `SELECT sha256, file_name AS fileName, ${factColumns} FROM media WHERE workspace_id = :workspaceId AND id = :id`,
      )
      .get({ workspaceId: part.workspaceId, id: item.id });
    if (row === undefined) return { ok: false, why: 'gone' };
    const { needsCleaning, ...facts } = row;
    const medium = { ...facts, needsCleaning: needsCleaning === 1, altText: item.altText };
    const copy = fits(medium, target) ? null : await deps.renderPicture(row.sha256, target);
    if (copy === null && !fits(medium, target)) return { ok: false, why: 'unfit' };
    const { path, ...sent } = copy ?? { path: deps.mediaFile(row.sha256) };
    const source = { ...facts, ...sent, id: item.id, altText: item.altText, read: readerOf(path) };
    sources.push({ ...source, publicUrl: () => hostMedium(deps, part, source) });
  }
  return { ok: true, sources };
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
