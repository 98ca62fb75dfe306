import { z } from 'zod';
import { installationScope, readSetting, writeSetting } from '../settings/stored-settings.ts';
import type { SettingsSource } from '../settings/stored-settings.ts';
import { readSecret } from '../vault/secret-rows.ts';
import type { Vault } from '../vault/vault.ts';
import type { S3Place } from './s3.ts';

const owner = { workspaceId: installationScope, ownerKind: 'setting', ownerId: 'mediaHost' } as const;
const name = 'secretKey';
const setting = 'mediaHost';

const stored = z
  .object({
    endpoint: z.string(),
    region: z.string(),
    bucket: z.string(),
    prefix: z.string(),
    accessKeyId: z.string(),
  })
  .nullable();

/** Where media are put for networks to fetch; null where nothing is set up. */
export function readPlace(source: SettingsSource): S3Place | null {
  return readSetting(source, installationScope, setting, stored, null);
}

/** Whether its secret key is here; needs no vault. The key is bound to the storage it was entered for. */
export function hasSecretKey({ db }: SettingsSource, place: S3Place): boolean {
  return readSecret(db, { ...owner, name })?.origin === new URL(place.endpoint).origin;
}

/** The secret key; null where there is none. @throws `vault_locked`, `vault_unavailable` */
export async function openSecretKey(vault: Vault, place: S3Place): Promise<string | null> {
  await vault.ready(owner);
  return vault.open({ ...owner, name, origin: new URL(place.endpoint).origin });
}

/** Gets the vault ready for a key that is about to be stored. @throws `vault_locked`, `vault_unavailable` */
export async function prepareForSecretKey(vault: Vault): Promise<void> {
  await vault.ready(owner, { create: true });
}

/** Stores the place, and its key where one is given; null forgets both. Joins the caller's transaction. */
export function writePlace(
  deps: SettingsSource & { readonly vault: Vault },
  given: { readonly place: S3Place; readonly secretKey: string | undefined } | null,
  now: number,
): void {
  writeSetting(deps.db, installationScope, setting, given?.place ?? null, now);
  if (given === null) deps.vault.remove(owner, name);
  else if (given.secretKey !== undefined) {
    const origin = new URL(given.place.endpoint).origin;
    deps.vault.seal({ ...owner, name, origin }, given.secretKey);
  }
}
