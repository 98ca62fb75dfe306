import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, scrypt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

/** Bytes of a vault key. */
export const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;

export interface Sealed {
  readonly nonce: Uint8Array;
  /** Ciphertext and, at its end, the authentication tag. */
  readonly sealed: Uint8Array;
}

/** A key as Node holds it: printing or logging it shows nothing of its bytes. */
export function importKey(bytes: Uint8Array): KeyObject {
  if (bytes.length !== keyLength) throw new Error(`A vault key has ${keyLength} bytes.`);
  return createSecretKey(bytes);
}

/** New key bytes. Keys, salts and nonces come from the system and not from the random port, which a test may seed. */
export function newKeyBytes(): Uint8Array {
  return randomBytes(keyLength);
}

export function newSalt(): Uint8Array {
  return randomBytes(16);
}

/** AES-256-GCM (NIST SP 800-38D) with a random nonce. */
export function sealText(key: KeyObject, text: string, bound: Uint8Array): Sealed {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(bound);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { nonce, sealed };
}

/** The text, or null where key, place or bytes are not those it was sealed with. */
export function openText(key: KeyObject, row: Sealed, bound: Uint8Array): string | null {
  const end = row.sealed.length - tagLength;
  if (end < 0) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, row.nonce, { authTagLength: tagLength });
  decipher.setAAD(bound);
  decipher.setAuthTag(row.sealed.subarray(end));
  const text = decipher.update(row.sealed.subarray(0, end));
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

const scryptAsync = promisify<
  string,
  Uint8Array,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Buffer
>(scrypt);

/** The key that belongs to a passphrase: scrypt (RFC 7914) with N 2^17, r 8, p 1, off the main loop. Takes about half a second. */
export async function deriveKeyBytes(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
  return await scryptAsync(passphrase.normalize('NFC'), salt, keyLength, cost);
}
