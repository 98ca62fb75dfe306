import type { CompetitorId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { PublicProfile } from '../platforms/reading.ts';
import type { NewId } from '../system/ids.ts';

/** A competitor as stored; times in epoch milliseconds. */
export interface CompetitorRow {
  readonly id: CompetitorId;
  readonly workspaceId: WorkspaceId;
  readonly platform: string;
  readonly handle: string;
  readonly displayName: string;
  readonly profileUrl: string | null;
  readonly followers: number | null;
  readonly addedAt: number;
  readonly removedAt: number | null;
  readonly readAt: number | null;
  readonly knownSince: number | null;
  /** A code of `errors.ts`. */
  readonly trouble: string | null;
}

const columns = `id, workspace_id AS workspaceId, platform, handle, display_name AS displayName, profile_url AS profileUrl, followers,
  added_at AS addedAt, removed_at AS removedAt, read_at AS readAt, known_since AS knownSince, trouble`;

/** Those on the list, by network and name. */
export function listCompetitors(db: Database, workspaceId: WorkspaceId): CompetitorRow[] {
  return db
    .sql<CompetitorRow>(
      `SELECT ${columns} FROM competitor WHERE workspace_id = :workspaceId AND removed_at IS NULL ORDER BY platform, handle`,
    )
    .all({ workspaceId });
}

/** Those on the list of every workspace, for the start of the engine. */
export function allCompetitors(db: Database): CompetitorRow[] {
  return db.sql<CompetitorRow>(`SELECT ${columns} FROM competitor WHERE removed_at IS NULL`).all();
}

/** One of them, also where it was taken off the list. */
export function findCompetitor(
  db: Database,
  workspaceId: WorkspaceId,
  id: string,
): CompetitorRow | undefined {
  return db
    .sql<CompetitorRow>(`SELECT ${columns} FROM competitor WHERE workspace_id = :workspaceId AND id = :id`)
    .get({ workspaceId, id });
}

/** Puts somebody on the list, or back on it; joins the caller's transaction. */
export function putCompetitor(
  db: Database,
  newId: NewId,
  about: { readonly workspaceId: WorkspaceId; readonly platform: string; readonly profile: PublicProfile },
  now: number,
): CompetitorId {
  const { workspaceId, platform, profile } = about;
  const row = db
    .sql<{ id: CompetitorId }>(
      `INSERT INTO competitor (id, workspace_id, platform, handle, display_name, profile_url, followers, added_at)
       VALUES (:id, :workspaceId, :platform, :handle, :displayName, :profileUrl, :followers, :now)
       ON CONFLICT (workspace_id, platform, handle) DO UPDATE SET removed_at = NULL, trouble = NULL,
         display_name = excluded.display_name, profile_url = excluded.profile_url, followers = excluded.followers
       RETURNING id`,
    )
    .get({ id: newId('rival'), workspaceId, platform, now, ...shownOf(profile) });
  if (row === undefined) throw new Error('The competitor was not stored.');
  return row.id;
}

/** Takes it off the list, or puts it back; false where nothing changes. Joins the caller's transaction. */
export function setRemoved(
  db: Database,
  workspaceId: WorkspaceId,
  id: CompetitorId,
  removedAt: number | null,
): boolean {
  return (
    db
      .sql(
        `UPDATE competitor SET removed_at = :removedAt WHERE workspace_id = :workspaceId AND id = :id
         AND (removed_at IS NULL) <> (:removedAt IS NULL)`,
      )
      .run({ workspaceId, id, removedAt }).changes === 1
  );
}

/** Notes why it could not be read; joins the caller's transaction. */
export function noteTrouble(db: Database, { workspaceId, id }: CompetitorRow, code: string): void {
  db.sql(`UPDATE competitor SET trouble = :code WHERE workspace_id = :workspaceId AND id = :id`).run({
    workspaceId,
    id,
    code,
  });
}

/** Notes a reading that went well; joins the caller's transaction. */
export function noteRead(
  db: Database,
  { workspaceId, id }: CompetitorRow,
  read: { readonly profile: PublicProfile; readonly at: number; readonly knownSince: number },
): void {
  const { handle: _, ...shown } = shownOf(read.profile);
  db.sql(
    `UPDATE competitor SET display_name = :displayName, profile_url = :profileUrl, followers = :followers, read_at = :at,
       known_since = :knownSince, trouble = NULL WHERE workspace_id = :workspaceId AND id = :id`,
  ).run({ workspaceId, id, at: read.at, knownSince: read.knownSince, ...shown });
}

const shownOf = ({ handle, displayName, profileUrl, followers }: PublicProfile) => ({
  handle,
  displayName,
  profileUrl,
  followers,
});
