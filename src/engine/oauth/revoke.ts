import { isOcmaError } from '../../shared/errors.ts';
import { openTokens, readTokenAccount } from './account-tokens.ts';
import { resolveApp } from './network-config.ts';
import { createTokenEndpoint } from './token-endpoint.ts';
import type { TokensDeps } from './tokens.ts';

/**
 * Tells the network to forget an account's tokens (RFC 7009). False where it could not be told: it was out of reach, it
 * refused, or the vault is locked. Throws only for errors of our own.
 */
export async function revokeTokens(
  deps: Pick<TokensDeps, 'db' | 'ports' | 'vault' | 'findPlatform'>,
  accountId: string,
): Promise<boolean> {
  const { db, vault, ports } = deps;
  const account = readTokenAccount(db, accountId);
  const platform = account === undefined ? undefined : deps.findPlatform(account.platform);
  if (account === undefined || platform === undefined) return false;
  const { workspaceId, endpoints, clientId } = account;
  try {
    await vault.ready({ workspaceId, ownerKind: 'account' });
    const { accessToken, refreshToken } = openTokens(db, vault, account);
    const config = { db, vault, host: ports.host };
    const app = await resolveApp(config, workspaceId, platform, endpoints, clientId);
    const endpoint = createTokenEndpoint(deps, {
      workspaceId,
      accountId,
      platform: platform.name,
      endpoints,
      clientId,
      clientSecret: app?.clientSecret ?? null,
    });
    const told = await Promise.all([
      refreshToken === null ? true : endpoint.revoke(refreshToken, 'refresh_token'),
      accessToken === null ? true : endpoint.revoke(accessToken, 'access_token'),
    ]);
    return told.every(Boolean);
  } catch (error) {
    if (isOcmaError(error)) return false;
    throw error;
  }
}
