import { z } from 'zod';
import type { MediaId, PostId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Media } from '../../shared/models/media.ts';
import type { Database } from '../db/database.ts';

/** A medium's row: what is known of it, and the names of its content and of what it was made from. */
export interface MediaRow extends Omit<Media, 'url'> {
  readonly sha256: string;
  readonly originalSha256: string | null;
}

/** As SQLite has it. */
type Stored = Omit<MediaRow, 'tags' | 'needsCleaning' | 'sentAsIs'> & {
  readonly tags: string;
  readonly needsCleaning: number;
  readonly sentAsIs: number;
};

const rowOf = ({ tags, needsCleaning, sentAsIs, ...row }: Stored): MediaRow => ({
  ...row,
  tags: tagList.parse(JSON.parse(tags)),
  needsCleaning: needsCleaning === 1,
  sentAsIs: sentAsIs === 1,
});
const tagList = z.array(z.string());

const columns = `id, workspace_id AS workspaceId, sha256, file_name AS fileName, mime_type AS mimeType, kind, bytes, width, height,
  duration_ms AS durationMs, frame_rate AS frameRate, video_codec AS videoCodec, audio_codec AS audioCodec,
  alt_text AS altText, original_sha256 AS originalSha256, needs_cleaning AS needsCleaning,
  sent_as_is AS sentAsIs, folder, tags, created_at AS createdAt, version`;

/** As the contract shows it. */
export function viewOf({ sha256: _sha256, originalSha256: _original, ...row }: MediaRow): Media {
  return { ...row, url: `/media/${row.id}` };
}

/** What is looked for in a library; what is null is not asked for. */
export interface MediaSearch {
  readonly folder: string | null;
  readonly tag: string | null;
  /** Words in the file's name, the alternative text or a tag. */
  readonly query: string | null;
  /** Only what no post shows, nor ever did. */
  readonly unused: boolean;
}

/** A workspace's library, the newest first. */
export function listMedia(db: Database, workspaceId: WorkspaceId, search: MediaSearch): MediaRow[] {
  return db
    .sql<Stored>(
      `SELECT ${columns} FROM media m WHERE workspace_id = :workspaceId
       AND (:folder IS NULL OR folder = :folder)
       AND (:tag IS NULL OR EXISTS (SELECT 1 FROM json_each(m.tags) WHERE value = :tag))
       AND (:query IS NULL OR instr(lower(file_name || ' ' || alt_text || ' ' || tags), lower(:query)) > 0)
       AND (:unused = 0 OR NOT ${isUsed('m.id')})
       ORDER BY created_at DESC, id DESC`,
    )
    .all({ workspaceId, ...search, unused: search.unused ? 1 : 0 })
    .map(rowOf);
}

/** A post of the workspace shows the medium, also one in the bin, which can be brought back; or a series does. */
const isUsed = (id: string): string => `(
  EXISTS (SELECT 1 FROM post p, json_each(p.parts) part, json_each(part.value, '$.media') shown
    WHERE p.workspace_id = :workspaceId AND shown.value ->> '$.id' = ${id})
  OR EXISTS (SELECT 1 FROM recurrence r, json_each(r.parts) part, json_each(part.value, '$.media') shown
    WHERE r.workspace_id = :workspaceId AND r.state <> 'removed' AND shown.value ->> '$.id' = ${id}))`;

/** Posts that show a medium, the newest first. */
export function usesOf(db: Database, workspaceId: WorkspaceId, id: MediaId): PostId[] {
  return db
    .sql<{ id: PostId }>(
      `SELECT DISTINCT p.id FROM post p, json_each(p.parts) part, json_each(part.value, '$.media') shown
       WHERE p.workspace_id = :workspaceId AND p.deleted_at IS NULL AND shown.value ->> '$.id' = :id
       ORDER BY p.row DESC LIMIT 100`,
    )
    .all({ workspaceId, id })
    .map((row) => row.id);
}

/** Folders and tags that are in use, with how many media each has, by name. */
export function shelvesOf(
  db: Database,
  workspaceId: WorkspaceId,
): Record<'folders' | 'tags', { name: string; count: number }[]> {
  const folders = db
    .sql<{ name: string; count: number }>(
      `SELECT folder AS name, count(*) AS count FROM media WHERE workspace_id = :workspaceId AND folder <> ''
       GROUP BY folder ORDER BY folder`,
    )
    .all({ workspaceId });
  const tags = db
    .sql<{ name: string; count: number }>(
      `SELECT tag.value AS name, count(*) AS count FROM media m, json_each(m.tags) tag
       WHERE m.workspace_id = :workspaceId GROUP BY tag.value ORDER BY tag.value`,
    )
    .all({ workspaceId });
  return { folders, tags };
}

export function findMedia(db: Database, workspaceId: WorkspaceId, id: string): MediaRow | undefined {
  const row = db
    .sql<Stored>(`SELECT ${columns} FROM media WHERE workspace_id = :workspaceId AND id = :id`)
    .get({ workspaceId, id });
  return row && rowOf(row);
}

/** The medium of this content, or else one that was made from it. */
export function findMediaBySha256(
  db: Database,
  workspaceId: WorkspaceId,
  sha256: string,
): MediaRow | undefined {
  const row = db
    .sql<Stored>(
      `SELECT ${columns} FROM media WHERE workspace_id = :workspaceId AND :sha256 IN (sha256, original_sha256)
       ORDER BY sha256 = :sha256 DESC, created_at LIMIT 1`,
    )
    .get({ workspaceId, sha256 });
  return row && rowOf(row);
}

/** The film that was made of this content. */
export function findConvertedFilm(
  db: Database,
  workspaceId: WorkspaceId,
  originalSha256: string,
): MediaRow | undefined {
  const row = db
    .sql<Stored>(
      `SELECT ${columns} FROM media
       WHERE workspace_id = :workspaceId AND original_sha256 = :originalSha256 AND kind = 'video'
       ORDER BY created_at LIMIT 1`,
    )
    .get({ workspaceId, originalSha256 });
  return row && rowOf(row);
}

/** A medium by its id alone, for the host that serves its bytes: ids are not guessable. */
export function findMediaAnywhere(db: Database, id: string): MediaRow | undefined {
  const row = db.sql<Stored>(`SELECT ${columns} FROM media WHERE id = :id`).get({ id });
  return row && rowOf(row);
}

/** Joins the caller's transaction. */
export function insertMedia(db: Database, row: MediaRow): void {
  db.sql(
    `INSERT INTO media (id, workspace_id, sha256, file_name, mime_type, kind, bytes, width, height, duration_ms, frame_rate,
       video_codec, audio_codec, alt_text, original_sha256, needs_cleaning, sent_as_is, folder, tags, created_at,
       version)
     VALUES (:id, :workspaceId, :sha256, :fileName, :mimeType, :kind, :bytes, :width, :height, :durationMs, :frameRate,
       :videoCodec, :audioCodec, :altText, :originalSha256, :needsCleaning, :sentAsIs, :folder, :tags, :createdAt, :version)`,
  ).run({
    ...row,
    tags: JSON.stringify(row.tags),
    needsCleaning: row.needsCleaning ? 1 : 0,
    sentAsIs: row.sentAsIs ? 1 : 0,
  });
}

/** Joins the caller's transaction. */
export function updateMedia(
  db: Database,
  {
    workspaceId,
    id,
    altText,
    folder,
    tags,
    sentAsIs,
  }: Pick<MediaRow, 'workspaceId' | 'id' | 'altText' | 'folder' | 'tags' | 'sentAsIs'>,
): void {
  db.sql(
    `UPDATE media SET alt_text = :altText, folder = :folder, tags = :tags, sent_as_is = :sentAsIs, version = version + 1
     WHERE workspace_id = :workspaceId AND id = :id`,
  ).run({ workspaceId, id, altText, folder, tags: JSON.stringify(tags), sentAsIs: sentAsIs ? 1 : 0 });
}

/** Joins the caller's transaction. */
export function deleteMedia(db: Database, workspaceId: WorkspaceId, id: MediaId): void {
  db.sql(`DELETE FROM media WHERE workspace_id = :workspaceId AND id = :id`).run({ workspaceId, id });
}

/** Whether any workspace still has this content. */
export function isContentUsed(db: Database, sha256: string): boolean {
  return (
    db.sql(`SELECT 1 FROM media WHERE :sha256 IN (sha256, original_sha256)`).get({ sha256 }) !== undefined
  );
}

/** Whether a post that is not final (a draft, or one with a delivery that may still send) or a series shows this medium. */
export function isShownByOpenPost(db: Database, workspaceId: WorkspaceId, id: MediaId): boolean {
  return (
    db
      .sql(
        `SELECT 1 FROM post p, json_each(p.parts) part, json_each(part.value, '$.media') shown
         WHERE p.workspace_id = :workspaceId AND p.deleted_at IS NULL AND shown.value ->> '$.id' = :id
         AND (NOT EXISTS (SELECT 1 FROM delivery d WHERE d.post_id = p.id)
           OR EXISTS (SELECT 1 FROM delivery d WHERE d.post_id = p.id AND d.state NOT IN ('published', 'cancelled')))
         UNION ALL
         SELECT 1 FROM recurrence r, json_each(r.parts) part, json_each(part.value, '$.media') shown
         WHERE r.workspace_id = :workspaceId AND r.state = 'active' AND shown.value ->> '$.id' = :id
         LIMIT 1`,
      )
      .get({ workspaceId, id }) !== undefined
  );
}
