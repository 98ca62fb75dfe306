import { OcmaError } from '../../shared/errors.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { PostPart } from '../../shared/models/post.ts';
import type { PostsDeps } from './posts-deps.ts';

/**
 * Refuses media that are not in the workspace's library. What the post shows already (`before`) may be gone by now.
 * @throws `not_found`
 */
export function assertOwnMedia(
  { db }: Pick<PostsDeps, 'db'>,
  workspaceId: WorkspaceId,
  parts: readonly PostPart[],
  before: readonly PostPart[] = [],
): void {
  const shown = new Set(before.flatMap((part) => part.media.map(({ id }) => id)));
  const added = new Set(parts.flatMap((part) => part.media.map(({ id }) => id)));
  for (const id of added) {
    if (shown.has(id)) continue;
    const own = db
      .sql(`SELECT 1 FROM media WHERE workspace_id = :workspaceId AND id = :id`)
      .get({ workspaceId, id });
    if (own === undefined) throw new OcmaError('not_found', { what: 'file' });
  }
}
