import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { PostPart } from '../../shared/models/post.ts';
import type { CheckedPart, MediaFacts } from '../platforms/content.ts';
import type { PostsDeps } from './posts-deps.ts';

/** The columns of `media` that networks' rules ask for. */
export const factColumns = `kind, mime_type AS mimeType, bytes, width, height, duration_ms AS durationMs, frame_rate AS frameRate,
  video_codec AS videoCodec, audio_codec AS audioCodec`;

/** Parts with the facts of their media, as a network checks and prices them. `missing`: media that are gone. */
export function checkedParts(
  deps: PostsDeps,
  workspaceId: WorkspaceId,
  parts: readonly PostPart[],
): { parts: CheckedPart[]; missing: { part: number }[] } {
  const missing: { part: number }[] = [];
  const checked = parts.map((part, index) => ({
    text: part.text,
    media: part.media.flatMap((item) => {
      const facts = deps.db
        .sql<Omit<MediaFacts, 'altText'>>(
          `SELECT ${factColumns} FROM media WHERE workspace_id = :workspaceId AND id = :id`,
        )
        .get({ workspaceId, id: item.id });
      if (facts === undefined) missing.push({ part: index });
      return facts === undefined ? [] : [{ ...facts, altText: item.altText }];
    }),
  }));
  return { parts: checked, missing };
}
