import { accountId as accountIdSchema } from '../../shared/models/ids.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { Database } from '../db/database.ts';
import type { AccountProfile } from '../platforms/reading.ts';
import type { Platform } from '../platforms/platform.ts';
import type { IssuedTokens } from '../platforms/sign-in.ts';
import type { NewId } from '../system/ids.ts';
import type { Vault } from '../vault/vault.ts';
import { sealTokens } from './account-tokens.ts';
import type { StoredFlow } from './flow-rows.ts';
import { isPractice, originOf } from './network-config.ts';

/** The connection that an account comes from. */
export type Connecting = Pick<
  StoredFlow,
  'workspaceId' | 'platform' | 'endpoints' | 'customEndpoints' | 'clientId' | 'scopes' | 'reconnect'
>;

export interface ConnectedAccount {
  readonly flow: Connecting;
  readonly platform: Platform;
  readonly profile: AccountProfile;
  readonly tokens: IssuedTokens;
  /** Who signed in, where one sign-in serves several accounts. */
  readonly grantor?: string | null;
}

/**
 * Stores the account that came back, with its tokens; the same account of before keeps its row and all that hangs on
 * it. Joins the caller's transaction. Throws `oauth_other_account` where another one was to be connected again.
 */
export function storeConnectedAccount(
  deps: { readonly db: Database; readonly vault: Vault; readonly newId: NewId },
  { flow, platform, profile, tokens, grantor = null }: ConnectedAccount,
  now: number,
): AccountId {
  const { db, vault } = deps;
  const { workspaceId, endpoints } = flow;
  const origin = originOf(isPractice(db, workspaceId), endpoints);
  const before = sameAccount(db, flow, profile.remoteId, origin, platform);
  const id = before?.id ?? deps.newId('acc');
  // A renewal credential serves the app that it was issued to, and no other.
  if (before !== undefined && before.clientId !== flow.clientId)
    vault.remove({ workspaceId, ownerKind: 'account', ownerId: id });
  db.sql(
    `INSERT INTO account (id, workspace_id, platform, origin, remote_id, username, display_name, avatar_url, profile_url,
       followers, facts, endpoints, custom_endpoints, client_id, scopes, state, token_expires_at, token_issued_at,
       renewable_until, grantor, connected_at, last_checked_at, created_at)
     VALUES (:id, :workspaceId, :platform, :origin, :remoteId, :username, :displayName, :avatarUrl, :profileUrl,
       :followers, :facts, :endpoints, :custom, :clientId, :scopes, 'connected', :expiresAt, :now,
       :renewableUntil, :grantor, :now, :now, :now)
     ON CONFLICT (id) DO UPDATE SET
       origin = excluded.origin, username = excluded.username, display_name = excluded.display_name,
       avatar_url = excluded.avatar_url, profile_url = excluded.profile_url, followers = excluded.followers,
       facts = excluded.facts, endpoints = excluded.endpoints, custom_endpoints = excluded.custom_endpoints,
       client_id = excluded.client_id, scopes = excluded.scopes, state = 'connected', problem_code = NULL,
       token_expires_at = excluded.token_expires_at, token_issued_at = excluded.token_issued_at,
       renewable_until = CASE WHEN :renewal = 1 THEN excluded.renewable_until ELSE renewable_until END,
       grantor = excluded.grantor, end_told_at = NULL, refresh_lease = NULL, refresh_lease_until = NULL,
       connected_at = excluded.connected_at, last_checked_at = excluded.last_checked_at, version = version + 1`,
  ).run({
    id,
    workspaceId,
    platform: flow.platform,
    origin,
    remoteId: profile.remoteId,
    username: profile.username,
    displayName: profile.displayName,
    avatarUrl: profile.avatarUrl,
    profileUrl: profile.profileUrl,
    followers: profile.followers,
    facts: JSON.stringify(profile.facts),
    endpoints: JSON.stringify(endpoints),
    custom: flow.customEndpoints ? 1 : 0,
    clientId: flow.clientId,
    scopes: JSON.stringify(tokens.scopes ?? flow.scopes),
    expiresAt: tokens.expiresAt,
    renewal: tokens.refreshToken === null ? 0 : 1,
    renewableUntil: tokens.renewableUntil ?? null,
    grantor,
    now,
  });
  sealTokens(db, vault, { id, workspaceId, endpoints }, tokens);
  return accountIdSchema.parse(id);
}

interface SameAccount {
  readonly id: string;
  readonly remoteId: string;
  readonly clientId: string;
}

/** The row of an account that was here before, found by where it is and by what was to be connected again. */
function sameAccount(
  db: Database,
  { workspaceId, platform, reconnect, endpoints }: Connecting,
  remoteId: string,
  origin: string,
  { card }: Platform,
): SameAccount | undefined {
  const columns = `id, remote_id AS remoteId, client_id AS clientId`;
  const here = db
    .sql<SameAccount>(
      `SELECT ${columns} FROM account WHERE workspace_id = :workspaceId AND platform = :platform AND origin = :origin
       AND remote_id = :remoteId`,
    )
    .get({ workspaceId, platform, origin, remoteId });
  if (reconnect === null) return here;
  const wanted = db
    .sql<SameAccount>(
      `SELECT ${columns} FROM account WHERE id = :reconnect AND workspace_id = :workspaceId
       AND platform = :platform`,
    )
    .get({ reconnect, workspaceId, platform });
  if (wanted === undefined) throw new OcmaError('not_found', { what: 'account' });
  if (wanted.remoteId !== remoteId) {
    const details = { server: new URL(endpoints.api).host };
    throw new OcmaError('oauth_other_account', { platform: card.title }, { details });
  }
  return here ?? wanted;
}
