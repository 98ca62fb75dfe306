import { z } from 'zod';
import { endpoints } from '../../shared/models/account.ts';
import { workspaceId } from '../../shared/models/ids.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import type { SecretPlace } from '../vault/place.ts';
import type { Vault } from '../vault/vault.ts';
import { isPractice, originOf } from './network-config.ts';
import type { IssuedTokens } from '../platforms/sign-in.ts';

const storedAccount = z.object({
  id: z.string(),
  workspaceId,
  platform: z.string(),
  endpoints: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(endpoints),
  clientId: z.string(),
  grantor: z.string().nullable(),
  state: z.enum(['connected', 'needs_reconnect', 'disconnected']),
  problemCode: z.string().nullable(),
  expiresAt: z.int().nullable(),
  issuedAt: z.int().nullable(),
  renewableUntil: z.int().nullable(),
  connectedAt: z.int(),
  lease: z.string().nullable(),
  leaseUntil: z.int().nullable(),
});

/** What the token store needs to know of an account. */
export type TokenAccount = z.infer<typeof storedAccount>;

export function readTokenAccount(db: Database, accountId: string): TokenAccount | undefined {
  const row = db
    .sql(
      `SELECT id, workspace_id AS workspaceId, platform, endpoints, client_id AS clientId, grantor, state,
         problem_code AS problemCode, token_expires_at AS expiresAt, token_issued_at AS issuedAt,
         renewable_until AS renewableUntil, connected_at AS connectedAt, refresh_lease AS lease,
         refresh_lease_until AS leaseUntil FROM account WHERE id = :accountId`,
    )
    .get({ accountId });
  return row === undefined ? undefined : storedAccount.parse(row);
}

/** The workspace of an account; undefined where the account is gone. */
export function workspaceOfAccount(db: Database, accountId: string): WorkspaceId | undefined {
  return db
    .sql<{ workspaceId: WorkspaceId }>(
      `SELECT workspace_id AS workspaceId FROM account WHERE id = :accountId`,
    )
    .get({ accountId })?.workspaceId;
}

type TokenName = 'access_token' | 'refresh_token';

/** Where an account's token is kept. The origin is worked out from where its requests go today. */
function tokenPlace(
  db: Database,
  account: Pick<TokenAccount, 'id' | 'workspaceId' | 'endpoints'>,
  name: TokenName,
): SecretPlace {
  const { workspaceId } = account;
  const origin = originOf(isPractice(db, workspaceId), account.endpoints);
  return { workspaceId, ownerKind: 'account', ownerId: account.id, name, origin };
}

/** Seals tokens; an older refresh token stays where none came with them. Joins the caller's transaction. */
export function sealTokens(
  db: Database,
  vault: Vault,
  account: Pick<TokenAccount, 'id' | 'workspaceId' | 'endpoints'>,
  tokens: IssuedTokens,
): void {
  db.write(() => {
    vault.seal(tokenPlace(db, account, 'access_token'), tokens.accessToken);
    if (tokens.refreshToken !== null)
      vault.seal(tokenPlace(db, account, 'refresh_token'), tokens.refreshToken);
  });
}

/** Both tokens of an account; null where there is none, or none that opens. Throws `vault_locked`. */
export function openTokens(
  db: Database,
  vault: Vault,
  account: Pick<TokenAccount, 'id' | 'workspaceId' | 'endpoints'>,
): { accessToken: string | null; refreshToken: string | null } {
  return {
    accessToken: openAccessToken(db, vault, account),
    refreshToken: vault.open(tokenPlace(db, account, 'refresh_token')),
  };
}

/** What most requests need; null where there is none, or none that opens. Throws `vault_locked`. */
export function openAccessToken(
  db: Database,
  vault: Vault,
  account: Pick<TokenAccount, 'id' | 'workspaceId' | 'endpoints'>,
): string | null {
  return vault.open(tokenPlace(db, account, 'access_token'));
}

/** Writes when tokens were issued and end, and what they allow; joins the caller's transaction. */
export function noteTokens(
  db: Database,
  account: Pick<TokenAccount, 'id' | 'workspaceId'>,
  tokens: IssuedTokens,
  now: number,
): void {
  db.sql(
    `UPDATE account SET token_expires_at = :expiresAt, token_issued_at = :now, end_told_at = NULL,
       renewable_until = CASE WHEN :renewal = 1 THEN :renewableUntil ELSE renewable_until END,
       scopes = coalesce(:scopes, scopes)
     WHERE id = :accountId AND workspace_id = :workspaceId`,
  ).run({
    accountId: account.id,
    workspaceId: account.workspaceId,
    expiresAt: tokens.expiresAt,
    renewal: tokens.refreshToken === null ? 0 : 1,
    renewableUntil: tokens.renewableUntil ?? null,
    scopes: tokens.scopes === null ? null : JSON.stringify(tokens.scopes),
    now,
  });
}

/** Other accounts of the file that the same person let the same app in for. */
export function accountsOfGrantor(db: Database, account: TokenAccount): TokenAccount[] {
  if (account.grantor === null) return [];
  return db
    .sql<{ id: string }>(
      `SELECT id FROM account WHERE platform = :platform AND client_id = :clientId AND grantor = :grantor
       AND state = 'connected' AND id <> :id`,
    )
    .all({
      platform: account.platform,
      clientId: account.clientId,
      grantor: account.grantor,
      id: account.id,
    })
    .flatMap(({ id }) => readTokenAccount(db, id) ?? []);
}

/** Marks an account as in need of its user; true where that is news. Joins the caller's transaction. */
export function needsReconnect(
  db: Database,
  workspaceId: WorkspaceId,
  accountId: string,
  problemCode: string,
): boolean {
  return db.write(
    () =>
      db
        .sql(
          `UPDATE account SET state = 'needs_reconnect', problem_code = :problemCode, version = version + 1
           WHERE id = :accountId AND workspace_id = :workspaceId AND state = 'connected'`,
        )
        .run({ accountId, workspaceId, problemCode }).changes === 1,
  );
}
