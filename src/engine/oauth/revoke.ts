import { isOcmaError } from '../../shared/errors.ts';
import { accountsOfGrantor, openTokens, readTokenAccount } from './account-tokens.ts';
import { tokenEndpointOf } from './token-endpoint.ts';
import type { TokensDeps } from './tokens-deps.ts';

/**
 * Tells the network to forget an account's tokens (RFC 7009). Where the same sign-in serves another connected account of the
 * file, nothing is told, since that would end the others too; `leaving` are accounts that go along with this one. False
 * where the network could not be told: it was out of reach, it refused, or the vault is locked. Throws only for errors of our own.
 */
export async function revokeTokens(
  deps: Pick<TokensDeps, 'db' | 'ports' | 'vault' | 'findPlatform'>,
  accountId: string,
  leaving: readonly string[] = [],
): Promise<boolean> {
  const { db, vault } = deps;
  const account = readTokenAccount(db, accountId);
  const platform = account === undefined ? undefined : deps.findPlatform(account.platform);
  if (account === undefined || platform === undefined) return false;
  if (accountsOfGrantor(db, account).some(({ id }) => !leaving.includes(id))) return true;
  const { workspaceId, endpoints, clientId } = account;
  try {
    await vault.ready({ workspaceId, ownerKind: 'account' });
    const held = openTokens(db, vault, account);
    const party = { workspaceId, accountId, platform, endpoints, clientId };
    const endpoint = await tokenEndpointOf(deps, party);
    return await endpoint.revoke(held);
  } catch (error) {
    if (isOcmaError(error)) return false;
    throw error;
  }
}
