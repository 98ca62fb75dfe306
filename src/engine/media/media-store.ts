import type { MediaId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Media } from '../../shared/models/media.ts';
import type { Database } from '../db/database.ts';

/** A medium's row: what is known of it, and the name of its content. */
export interface MediaRow extends Omit<Media, 'url'> {
  readonly sha256: string;
}

const columns = `id, workspace_id AS workspaceId, sha256, file_name AS fileName, mime_type AS mimeType, kind, bytes, width, height,
  duration_ms AS durationMs, frame_rate AS frameRate, video_codec AS videoCodec, audio_codec AS audioCodec,
  alt_text AS altText, created_at AS createdAt, version`;

/** As the contract shows it. */
export function viewOf({ sha256: _sha256, ...row }: MediaRow): Media {
  return { ...row, url: `/media/${row.id}` };
}

/** A workspace's library, the newest first. */
export function listMedia(db: Database, workspaceId: WorkspaceId): MediaRow[] {
  return db
    .sql<MediaRow>(
      `SELECT ${columns} FROM media WHERE workspace_id = :workspaceId ORDER BY created_at DESC, id DESC`,
    )
    .all({ workspaceId });
}

export function findMedia(db: Database, workspaceId: WorkspaceId, id: string): MediaRow | undefined {
  return db
    .sql<MediaRow>(`SELECT ${columns} FROM media WHERE workspace_id = :workspaceId AND id = :id`)
    .get({ workspaceId, id });
}

export function findMediaBySha256(
  db: Database,
  workspaceId: WorkspaceId,
  sha256: string,
): MediaRow | undefined {
  return db
    .sql<MediaRow>(`SELECT ${columns} FROM media WHERE workspace_id = :workspaceId AND sha256 = :sha256`)
    .get({ workspaceId, sha256 });
}

/** A medium by its id alone, for the host that serves its bytes: ids are not guessable. */
export function findMediaAnywhere(db: Database, id: string): MediaRow | undefined {
  return db.sql<MediaRow>(`SELECT ${columns} FROM media WHERE id = :id`).get({ id });
}

/** Joins the caller's transaction. */
export function insertMedia(db: Database, row: MediaRow): void {
  db.sql(
    `INSERT INTO media (id, workspace_id, sha256, file_name, mime_type, kind, bytes, width, height, duration_ms, frame_rate,
       video_codec, audio_codec, alt_text, created_at, version)
     VALUES (:id, :workspaceId, :sha256, :fileName, :mimeType, :kind, :bytes, :width, :height, :durationMs, :frameRate,
       :videoCodec, :audioCodec, :altText, :createdAt, :version)`,
  ).run({ ...row });
}

/** Joins the caller's transaction. */
export function updateAltText(db: Database, workspaceId: WorkspaceId, id: MediaId, altText: string): void {
  db.sql(
    `UPDATE media SET alt_text = :altText, version = version + 1 WHERE workspace_id = :workspaceId AND id = :id`,
  ).run({ workspaceId, id, altText });
}

/** Joins the caller's transaction. */
export function deleteMedia(db: Database, workspaceId: WorkspaceId, id: MediaId): void {
  db.sql(`DELETE FROM media WHERE workspace_id = :workspaceId AND id = :id`).run({ workspaceId, id });
}

/** Whether any workspace still has this content. */
export function isContentUsed(db: Database, sha256: string): boolean {
  return db.sql(`SELECT 1 FROM media WHERE sha256 = :sha256`).get({ sha256 }) !== undefined;
}

/** Whether a post that is not final (a draft, or one with a delivery that may still send) shows this medium. */
export function isShownByOpenPost(db: Database, workspaceId: WorkspaceId, id: MediaId): boolean {
  return (
    db
      .sql(
        `SELECT 1 FROM post p, json_each(p.parts) part, json_each(part.value, '$.media') shown
         WHERE p.workspace_id = :workspaceId AND p.deleted_at IS NULL AND shown.value ->> '$.id' = :id
         AND (NOT EXISTS (SELECT 1 FROM delivery d WHERE d.post_id = p.id)
           OR EXISTS (SELECT 1 FROM delivery d WHERE d.post_id = p.id AND d.state NOT IN ('published', 'cancelled')))
         LIMIT 1`,
      )
      .get({ workspaceId, id }) !== undefined
  );
}
