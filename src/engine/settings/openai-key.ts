import type { Database } from '../db/database.ts';
import type { SecretPlace } from '../vault/place.ts';
import { readSecret } from '../vault/secret-rows.ts';
import type { Vault } from '../vault/vault.ts';
import { installationScope } from './stored-settings.ts';

const owner = { workspaceId: installationScope, ownerKind: 'setting', ownerId: 'openAi' } as const;
const name = 'key';

/** The key is bound to the server it was entered for, so that another address never gets it. */
function placeFor(baseUrl: string): SecretPlace {
  return { ...owner, name, origin: new URL(baseUrl).origin };
}

/** Whether there is a key for the server at this address; needs no vault. */
export function hasOpenAiKey(db: Database, baseUrl: string): boolean {
  return readSecret(db, { ...owner, name })?.origin === new URL(baseUrl).origin;
}

/**
 * The key for the server at this address, or null where there is none.
 * @throws `vault_locked`, `vault_unavailable`
 */
export async function readOpenAiKey(db: Database, vault: Vault, baseUrl: string): Promise<string | null> {
  if (!hasOpenAiKey(db, baseUrl)) return null;
  await vault.ready(owner);
  return vault.open(placeFor(baseUrl));
}

/** Gets the vault ready for a key that is about to be stored. Throws `vault_locked` or `vault_unavailable`. */
export async function prepareForOpenAiKey(vault: Vault): Promise<void> {
  await vault.ready(owner, { create: true });
}

/** Seals a key, or forgets it where it is empty; joins the caller's transaction. */
export function storeOpenAiKey(vault: Vault, baseUrl: string, key: string): void {
  if (key === '') vault.remove(owner, name);
  else vault.seal(placeFor(baseUrl), key);
}
