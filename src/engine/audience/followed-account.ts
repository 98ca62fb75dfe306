import { z } from 'zod';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { Platform } from '../platforms/platform.ts';
import type { AccountRef } from '../platforms/publishing.ts';

/** An account whose followers are asked about. */
export interface FollowedAccount {
  readonly id: AccountId;
  readonly workspaceId: WorkspaceId;
  readonly platform: string;
  readonly followers: number | null;
  readonly state: 'connected' | 'needs_reconnect' | 'disconnected';
  /** The zone of those who read it, and whether it was chosen for this account; else it is the workspace's. */
  readonly zone: string;
  readonly hasOwnZone: boolean;
  readonly scopes: readonly string[];
  readonly ref: AccountRef;
}

const columns = z.object({
  username: z.string(),
  remoteId: z.string(),
  endpoints: z.string().transform((text) => z.object({ authorize: z.string() }).parse(JSON.parse(text))),
  facts: z
    .string()
    .transform((text) =>
      z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).parse(JSON.parse(text)),
    ),
  scopes: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
});

interface Row extends Omit<FollowedAccount, 'hasOwnZone' | 'scopes' | 'ref'> {
  readonly ownZone: string | null;
}

const select = `SELECT a.id, a.workspace_id AS workspaceId, a.platform, a.followers, a.state, a.audience_zone AS ownZone,
    coalesce(a.audience_zone, w.time_zone) AS zone, a.username, a.remote_id AS remoteId, a.endpoints, a.facts, a.scopes
  FROM account a JOIN workspace w ON w.id = a.workspace_id`;

/** An account of a workspace; undefined for one of another. */
export function followedAccount(
  db: Database,
  workspaceId: WorkspaceId,
  id: string,
): FollowedAccount | undefined {
  const row = db
    .sql<Row>(`${select} WHERE a.workspace_id = :workspaceId AND a.id = :id`)
    .get({ workspaceId, id });
  return row && accountOf(row);
}

/** Connected accounts of all workspaces, for the start of the engine. */
export function connectedAccounts(db: Database): FollowedAccount[] {
  return db
    .sql<Row>(`${select} WHERE a.state = 'connected' ORDER BY a.created_at, a.id`)
    .all()
    .map(accountOf);
}

function accountOf(row: Row): FollowedAccount {
  const { username, remoteId, endpoints, facts, scopes } = columns.parse(row);
  const { id, workspaceId, platform, followers, state, zone, ownZone } = row;
  const webOrigin = new URL(endpoints.authorize).origin;
  return {
    id,
    workspaceId,
    platform,
    followers,
    state,
    zone,
    hasOwnZone: ownZone !== null,
    scopes,
    ref: { remoteId, username, webOrigin, facts },
  };
}

/** Keeps the zone of those who read it; null for the workspace's. Joins the caller's transaction. */
export function chooseZone(
  db: Database,
  { id, workspaceId }: Pick<FollowedAccount, 'id' | 'workspaceId'>,
  zone: string | null,
): void {
  db.sql(
    `UPDATE account SET audience_zone = :zone, version = version + 1 WHERE workspace_id = :workspaceId AND id = :id`,
  ).run({ id, workspaceId, zone });
}

/** Why the network needs not be asked, as it would tell nothing; null where it may. */
export function hindranceOf(
  platform: Pick<Platform, 'audience' | 'scopesOf'>,
  { followers, scopes }: Pick<FollowedAccount, 'followers' | 'scopes'>,
): 'few_followers' | 'scope_missing' | null {
  const needed = platform.scopesOf?.account_metrics ?? [];
  if (needed.some((scope) => !scopes.includes(scope))) return 'scope_missing';
  const least = platform.audience?.leastFollowers ?? 0;
  return followers !== null && followers < least ? 'few_followers' : null;
}
