import { readFile } from 'node:fs/promises';
import { OcmaError } from '../../../shared/errors.ts';
import type { MediaId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { ContentDeps } from '../answering/content-deps.ts';
import type { SmallPicture } from './commission.ts';

/** What is sent of a picture: enough to see what it shows, and nothing that the camera noted. */
const target = { types: ['image/jpeg'], maxBytes: 1_500_000, maxWidth: 1_024, maxHeight: 1_024 };

/**
 * A picture of the library as it would be sent; null for videos, and for what cannot be read.
 * @throws `not_found` for a medium of another workspace
 */
export async function smallPicture(
  { db, renderPicture }: Pick<ContentDeps, 'db' | 'renderPicture'>,
  workspaceId: WorkspaceId,
  mediaId: MediaId,
): Promise<SmallPicture | null> {
  const medium = db
    .sql<{ sha256: string; fileName: string; kind: string }>(
      `SELECT sha256, file_name AS fileName, kind FROM media WHERE workspace_id = :workspaceId AND id = :mediaId`,
    )
    .get({ workspaceId, mediaId });
  if (medium === undefined) throw new OcmaError('not_found');
  if (medium.kind === 'video') return null;
  const copy = await renderPicture(medium.sha256, target);
  if (copy === null) return null;
  const bytes = await readFile(copy.path);
  const { sha256, width, height, mimeType } = copy;
  const dataUrl = `data:${mimeType};base64,${bytes.toString('base64')}`;
  return { mediaId, fileName: medium.fileName, sha256, bytes: bytes.byteLength, width, height, dataUrl };
}
