import type { Database } from '../../../src/engine/db/database.ts';
import { openTokens, readTokenAccount, sealTokens } from '../../../src/engine/oauth/account-tokens.ts';
import type { Vault } from '../../../src/engine/vault/vault.ts';
import { acc, addAccount, endpointsAt, wsp } from '../http/account-world.ts';

/** An account with `access-1` and `refresh-1` whose network is at `url`. */
export async function addAccountWithTokens(
  world: { db: Database; vault: Vault },
  url: string,
  expiresAt: number,
  refreshToken: string | null = 'refresh-1',
): Promise<void> {
  const endpoints = endpointsAt(url);
  addAccount(world.db, { id: acc, workspaceId: wsp, endpoints, tokenExpiresAt: expiresAt });
  await world.vault.ready({ workspaceId: wsp, ownerKind: 'account' }, { create: true });
  const tokens = { accessToken: 'access-1', refreshToken, expiresAt, scopes: null };
  sealTokens(world.db, world.vault, { id: acc, workspaceId: wsp, endpoints }, tokens);
}

export function storedTokens(world: { db: Database; vault: Vault }) {
  const account = readTokenAccount(world.db, acc);
  if (account === undefined) throw new Error('no account');
  const { state, problemCode, expiresAt, lease } = account;
  return { ...openTokens(world.db, world.vault, account), state, problemCode, expiresAt, lease };
}
