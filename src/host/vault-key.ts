import { deriveKeyBytes, keyLength, newKeyBytes } from '../engine/vault/cipher.ts';
import type { VaultKeyPort } from '../engine/ports.ts';

const entryName = 'vault key';

export interface KeychainOptions {
  /** The name under which the key is kept; what the keychain's own screen shows. */
  readonly service: string;
  /** Read for `OCMA_VAULT_PASSPHRASE`, which stands in where the machine has no keychain. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Whatever keeps one text entry. */
interface KeychainEntry {
  getPassword(): Promise<string | null | undefined>;
  setPassword(password: string): Promise<void>;
}

/**
 * The vault's key in the keychain of the system (macOS Keychain, Windows Credential Manager, a secret service on
 * Linux) as 256 bits in base64. Without a keychain the passphrase from the environment; without that, kind `none`.
 */
export async function createKeychainKeyPort(options: KeychainOptions): Promise<VaultKeyPort> {
  const passphrase = options.env['OCMA_VAULT_PASSPHRASE'];
  const given = passphrase === undefined || passphrase === '' ? null : passphrase;
  const entry = await openEntry(options.service);
  return {
    kind: entry !== null ? 'keychain' : given !== null ? 'passphrase' : 'none',
    async load({ create, salt }) {
      if (salt !== undefined) return given === null ? null : await deriveKeyBytes(given, salt);
      if (entry === null) return null;
      const stored = await entry.getPassword();
      if (stored !== null && stored !== undefined) return decode(stored);
      if (!create) return null;
      await entry.setPassword(Buffer.from(newKeyBytes()).toString('base64'));
      // Read back: what the keychain did not keep must not seal anything.
      const kept = await entry.getPassword();
      return kept === null || kept === undefined ? null : decode(kept);
    },
    derive: deriveKeyBytes,
  };
}

async function openEntry(service: string): Promise<KeychainEntry | null> {
  try {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    // Pinned: without a secret service the library would fall back to the kernel's keyring, which forgets at logout.
    return new AsyncEntry(service, entryName, { linux: { store: 'secret-service' } });
  } catch {
    return null;
  }
}

function decode(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== keyLength) throw new Error('The entry in the keychain is not a key of this app.');
  return bytes;
}
