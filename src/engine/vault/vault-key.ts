import type { KeyObject } from 'node:crypto';
import type { Database } from '../db/database.ts';
import { openText, sealText } from './cipher.ts';
import { boundData } from './place.ts';
import type { SecretPlace } from './place.ts';
import { readSecret, writeSecret } from './secret-rows.ts';

/** Where the key that seals this data file comes from. */
export type KeySource =
  | { readonly kind: 'keychain' }
  | { readonly kind: 'passphrase'; readonly salt: Uint8Array };

const position = { workspaceId: '', ownerKind: 'vault', ownerId: 'key', name: 'check' } as const;
const knownText = 'This is the key.';
const passphrasePrefix = 'scrypt:';

/** What the data file says of its key, or null while no secret was ever stored. */
export function readKeySource(db: Database): KeySource | null {
  const row = readSecret(db, position);
  if (row === undefined) return null;
  return row.origin.startsWith(passphrasePrefix)
    ? { kind: 'passphrase', salt: Buffer.from(row.origin.slice(passphrasePrefix.length), 'base64') }
    : { kind: 'keychain' };
}

/** Notes which key seals the data file from now on, as a known text sealed by it. */
export function writeKeySource(db: Database, source: KeySource, key: KeyObject, now: number): void {
  const place: SecretPlace = { ...position, origin: originOf(source) };
  writeSecret(db, place, { keyId: 'vault', ...sealText(key, knownText, boundData(place, 'vault')) }, now);
}

/** Whether this is the key that seals the data file. */
export function isTheKey(db: Database, key: KeyObject): boolean {
  const row = readSecret(db, position);
  if (row === undefined) return false;
  return openText(key, row, boundData({ ...position, origin: row.origin }, 'vault')) === knownText;
}

function originOf(source: KeySource): string {
  return source.kind === 'keychain'
    ? 'keychain'
    : `${passphrasePrefix}${Buffer.from(source.salt).toString('base64')}`;
}
