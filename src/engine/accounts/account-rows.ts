import { z } from 'zod';
import { OcmaError } from '../../shared/errors.ts';
import { account as accountSchema, accountState, endpoints } from '../../shared/models/account.ts';
import type { Account } from '../../shared/models/account.ts';
import { accountId, workspaceId } from '../../shared/models/ids.ts';
import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { AccountRef } from '../platforms/publishing.ts';
import type { AccountProfile } from '../platforms/reading.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Words } from '../words.ts';
import { signInLife } from '../oauth/renewal.ts';
import type { SignInLife } from '../oauth/renewal.ts';
import { fieldsOf } from '../platforms/options/fields.ts';
import { featuresOf } from './features.ts';
import { pictureAddress } from './picture-files.ts';

const json = z.string().transform((text): unknown => JSON.parse(text));

const storedAccount = z.object({
  id: accountId,
  workspaceId,
  platform: z.string(),
  remoteId: z.string(),
  username: z.string(),
  displayName: z.string(),
  pictureSha256: z.string().nullable(),
  profileUrl: z.string().nullable(),
  followers: z.int().nullable(),
  facts: json.pipe(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  endpoints: json.pipe(endpoints),
  customEndpoints: z.int().transform((flag) => flag === 1),
  scopes: json.pipe(accountSchema.shape.scopes),
  state: accountState,
  problemCode: z.string().nullable(),
  pausedUntil: z.int().nullable(),
  pauseReason: z.string().nullable(),
  tokenExpiresAt: z.int().nullable(),
  tokenIssuedAt: z.int().nullable(),
  renewableUntil: z.int().nullable(),
  hasRefreshToken: z.int().transform((flag) => flag === 1),
  endToldAt: z.int().nullable(),
  clientId: z.string(),
  practice: z.int().transform((flag) => flag === 1),
  connectedAt: z.int(),
  lastCheckedAt: z.int().nullable(),
  audienceZone: z.string().nullable(),
  version: z.int(),
});

/** An account as it is stored. */
export type StoredAccount = z.infer<typeof storedAccount>;

const select = `SELECT a.id, a.workspace_id AS workspaceId, a.platform, a.remote_id AS remoteId, a.username,
  a.display_name AS displayName, a.picture_sha256 AS pictureSha256, a.profile_url AS profileUrl, a.followers, a.facts, a.endpoints,
  a.custom_endpoints AS customEndpoints, a.scopes, a.state, a.problem_code AS problemCode, a.paused_until AS pausedUntil,
  a.pause_reason AS pauseReason, a.token_expires_at AS tokenExpiresAt, a.token_issued_at AS tokenIssuedAt, a.renewable_until AS renewableUntil,
  EXISTS (SELECT 1 FROM secret s WHERE s.workspace_id = a.workspace_id AND s.owner_kind = 'account' AND s.owner_id = a.id
    AND s.name = 'refresh_token') AS hasRefreshToken, a.end_told_at AS endToldAt, a.client_id AS clientId,
  w.kind = 'practice' AS practice, a.connected_at AS connectedAt, a.last_checked_at AS lastCheckedAt,
  a.audience_zone AS audienceZone, a.version
  FROM account a JOIN workspace w ON w.id = a.workspace_id`;

/** All accounts of a workspace, oldest first. */
export function listAccounts(db: Database, workspaceId: WorkspaceId): StoredAccount[] {
  const rows = db
    .sql(`${select} WHERE a.workspace_id = :workspaceId ORDER BY a.created_at, a.id`)
    .all({ workspaceId });
  return rows.map((row) => storedAccount.parse(row));
}

/** Throws `not_found` for an id that is not of this workspace. */
export function getAccount(db: Database, workspaceId: WorkspaceId, id: AccountId): StoredAccount {
  const row = db.sql(`${select} WHERE a.workspace_id = :workspaceId AND a.id = :id`).get({ workspaceId, id });
  if (row === undefined) throw new OcmaError('not_found', { what: 'account' });
  return storedAccount.parse(row);
}

/** Writes what the network says of an account now; joins the caller's transaction. */
export function saveProfile(
  db: Database,
  account: StoredAccount,
  profile: AccountProfile,
  now: number,
): void {
  db.sql(
    `UPDATE account SET username = :username, display_name = :displayName, avatar_url = :avatarUrl,
       profile_url = :profileUrl, followers = :followers, facts = :facts, last_checked_at = :now, version = version + 1
     WHERE id = :id AND workspace_id = :workspaceId`,
  ).run({
    id: account.id,
    workspaceId: account.workspaceId,
    username: profile.username,
    displayName: profile.displayName,
    avatarUrl: profile.avatarUrl,
    profileUrl: profile.profileUrl,
    followers: profile.followers,
    facts: JSON.stringify(profile.facts),
    now,
  });
}

/** An account as its platform is given it. */
export function refOf({ remoteId, username, endpoints: { authorize }, facts }: StoredAccount): AccountRef {
  return { remoteId, username, webOrigin: new URL(authorize).origin, facts };
}

/** All accounts of the installation that are signed in. */
export function listSignedIn(db: Database): StoredAccount[] {
  const rows = db.sql(`${select} WHERE a.state = 'connected' ORDER BY a.created_at, a.id`).all();
  return rows.map((row) => storedAccount.parse(row));
}

/** How long an account can go on without its user. */
export function lifeOf(row: StoredAccount, platform: Platform): SignInLife {
  const { tokenExpiresAt: expiresAt, tokenIssuedAt: issuedAt, renewableUntil } = row;
  const ends = { expiresAt, issuedAt, renewableUntil };
  return signInLife(platform.signIn.renewal, ends, row.hasRefreshToken);
}

/** An account in the words of the contract. A pause that is over is none. */
export function toAccount(
  row: StoredAccount,
  context: { readonly words: Words; readonly platform: Platform | undefined; readonly now: number },
): Account {
  const { words, platform, now } = context;
  const network = platform?.card.title ?? row.platform;
  const paused = row.pausedUntil !== null && row.pausedUntil > now;
  const say = (code: string): string => words(`errors.${code}.message`, { platform: network });
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    platform: row.platform,
    remoteId: row.remoteId,
    username: row.username,
    displayName: row.displayName,
    avatarUrl: pictureAddress(row.id, row.pictureSha256),
    profileUrl: row.profileUrl,
    followers: row.followers,
    state: row.state,
    problem: row.problemCode === null ? null : { code: row.problemCode, message: say(row.problemCode) },
    pausedUntil: paused ? row.pausedUntil : null,
    pauseReason: paused && row.pauseReason !== null ? say(row.pauseReason) : null,
    scopes: row.scopes,
    features: platform === undefined ? [] : featuresOf(platform, row.scopes, words),
    options: platform === undefined ? [] : [...fieldsOf(platform, { ...row, avatarUrl: null, metrics: {} })],
    signInEndsAt: platform === undefined || row.state !== 'connected' ? null : lifeOf(row, platform).endsAt,
    practice: row.practice,
    customEndpoints: row.customEndpoints,
    connectedAt: row.connectedAt,
    lastCheckedAt: row.lastCheckedAt,
    audienceZone: row.audienceZone,
    version: row.version,
  };
}
