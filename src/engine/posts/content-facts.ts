import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { PostPart } from '../../shared/models/post.ts';
import type { OptionValues } from '../../shared/models/publish-option.ts';
import type { CheckedPart, MediaFacts } from '../platforms/content.ts';
import { imageTargetOf, sentFacts } from '../platforms/image-target.ts';
import type { SentPicture } from '../platforms/image-target.ts';
import type { Platform } from '../platforms/platform.ts';
import type { PostsDeps } from './posts-deps.ts';

/** The columns of `media` that networks' rules ask for. */
export const factColumns = `kind, mime_type AS mimeType, bytes, width, height, duration_ms AS durationMs, frame_rate AS frameRate,
  video_codec AS videoCodec, audio_codec AS audioCodec, 
  needs_cleaning AND NOT sent_as_is AS needsCleaning`;

/** Those columns as SQLite gives them. */
export type StoredFacts = Omit<MediaFacts, 'altText'> & { readonly needsCleaning: number };

/** A part with its media as they lie in the library. */
export interface LibraryPart {
  readonly text: string;
  readonly media: readonly SentPicture[];
}

/** Parts as a network sees them: pictures that do not fit are sent as copies that do. */
export function partsAsSent(
  platform: Pick<Platform, 'images'>,
  options: OptionValues,
  parts: readonly LibraryPart[],
): readonly CheckedPart[] {
  const target = imageTargetOf(platform, options);
  return parts.map(({ text, media }) => ({ text, media: media.map((medium) => sentFacts(medium, target)) }));
}

/** Parts with the facts of their media. `missing`: media that are gone. */
export function checkedParts(
  deps: PostsDeps,
  workspaceId: WorkspaceId,
  parts: readonly PostPart[],
): { parts: LibraryPart[]; missing: { part: number }[] } {
  const missing: { part: number }[] = [];
  const checked = parts.map((part, index) => ({
    text: part.text,
    media: part.media.flatMap((item) => {
      const facts = deps.db
        .sql<StoredFacts>(`SELECT ${factColumns} FROM media WHERE workspace_id = :workspaceId AND id = :id`)
        .get({ workspaceId, id: item.id });
      if (facts === undefined) missing.push({ part: index });
      return facts === undefined
        ? []
        : [{ ...facts, needsCleaning: facts.needsCleaning === 1, altText: item.altText }];
    }),
  }));
  return { parts: checked, missing };
}
