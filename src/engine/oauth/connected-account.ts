import { accountId as accountIdSchema } from '../../shared/models/ids.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import { OcmaError } from '../../shared/errors.ts';
import type { Database } from '../db/database.ts';
import type { AccountProfile } from '../platforms/reading.ts';
import type { Platform } from '../platforms/platform.ts';
import type { NewId } from '../system/ids.ts';
import type { Vault } from '../vault/vault.ts';
import { sealTokens } from './account-tokens.ts';
import type { StoredFlow } from './flow-rows.ts';
import { isPractice, originOf } from './network-config.ts';
import type { IssuedTokens } from '../platforms/sign-in.ts';

export interface ConnectedAccount {
  readonly flow: StoredFlow;
  readonly platform: Platform;
  readonly profile: AccountProfile;
  readonly tokens: IssuedTokens;
}

/**
 * Stores the account that came back, with its tokens; the same account of before keeps its row and all that hangs on
 * it. Joins the caller's transaction. Throws `oauth_other_account` where another one was to be connected again.
 */
export function storeConnectedAccount(
  deps: { readonly db: Database; readonly vault: Vault; readonly newId: NewId },
  { flow, platform, profile, tokens }: ConnectedAccount,
  now: number,
): AccountId {
  const { db, vault } = deps;
  const { workspaceId, endpoints } = flow;
  const origin = originOf(isPractice(db, workspaceId), endpoints);
  const id = sameAccount(db, flow, profile.remoteId, origin) ?? deps.newId('acc');
  db.sql(
    `INSERT INTO account (id, workspace_id, platform, origin, remote_id, username, display_name, avatar_url, profile_url,
       followers, facts, endpoints, custom_endpoints, client_id, scopes, state, token_expires_at, connected_at,
       last_checked_at, created_at)
     VALUES (:id, :workspaceId, :platform, :origin, :remoteId, :username, :displayName, :avatarUrl, :profileUrl,
       :followers, :facts, :endpoints, :custom, :clientId, :scopes, 'connected', :expiresAt, :now, :now, :now)
     ON CONFLICT (id) DO UPDATE SET
       origin = excluded.origin, username = excluded.username, display_name = excluded.display_name,
       avatar_url = excluded.avatar_url, profile_url = excluded.profile_url, followers = excluded.followers,
       facts = excluded.facts, endpoints = excluded.endpoints, custom_endpoints = excluded.custom_endpoints,
       client_id = excluded.client_id, scopes = excluded.scopes, state = 'connected', problem_code = NULL,
       token_expires_at = excluded.token_expires_at, refresh_lease = NULL, refresh_lease_until = NULL,
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
    custom: Object.entries(endpoints).some(([name, url]) => Reflect.get(platform.endpoints, name) !== url)
      ? 1
      : 0,
    clientId: flow.clientId,
    scopes: JSON.stringify(tokens.scopes ?? platform.signIn.scopes),
    expiresAt: tokens.expiresAt,
    now,
  });
  sealTokens(db, vault, { id, workspaceId, endpoints }, tokens);
  return accountIdSchema.parse(id);
}

/** The row of an account that was here before, found by where it is and by what was to be connected again. */
function sameAccount(db: Database, flow: StoredFlow, remoteId: string, origin: string): string | undefined {
  const { workspaceId, platform, reconnect } = flow;
  const here = db
    .sql<{ id: string }>(
      `SELECT id FROM account WHERE workspace_id = :workspaceId AND platform = :platform AND origin = :origin
       AND remote_id = :remoteId`,
    )
    .get({ workspaceId, platform, origin, remoteId });
  if (reconnect === null) return here?.id;
  const wanted = db
    .sql<{ id: string; remoteId: string }>(
      `SELECT id, remote_id AS remoteId FROM account WHERE id = :reconnect AND workspace_id = :workspaceId
       AND platform = :platform`,
    )
    .get({ reconnect, workspaceId, platform });
  if (wanted === undefined) throw new OcmaError('not_found', { what: 'account' });
  if (wanted.remoteId !== remoteId) throw new OcmaError('oauth_other_account', { platform });
  return here?.id ?? wanted.id;
}
