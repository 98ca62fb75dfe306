import type { KeyObject } from 'node:crypto';
import { OcmaError } from '../../shared/errors.ts';
import type { Database } from '../db/database.ts';
import type { Clock, VaultKeyPort } from '../ports.ts';
import { importKey, newSalt, openText, sealText } from './cipher.ts';
import { boundData } from './place.ts';
import type { KeyId, SecretOwner, SecretPlace } from './place.ts';
import { deleteSecrets, keyIdOf, readSecret, writeSecret } from './secret-rows.ts';
import { isTheKey, readKeySource, writeKeySource } from './vault-key.ts';
import type { KeySource } from './vault-key.ts';

/**
 * Why the vault did not open; `reason` of a `vault_locked` or `vault_unavailable` error. `passphrase_needed`: ask for it.
 * `passphrase_wrong`: ask again. `other_key`: the keychain's key is not the one that sealed this file (it was copied
 * from another machine, or the keychain was emptied); storing a new secret starts anew. `no_keychain`: neither
 * keychain nor passphrase. `keychain_refused`: the keychain is there and did not answer (locked, or denied).
 */
type VaultReason =
  | 'passphrase_needed'
  | 'passphrase_wrong'
  | 'other_key'
  | 'no_keychain'
  | 'keychain_refused';

/** Seals secrets into rows of the data file. Reading and writing are synchronous, so that they fit into a transaction. */
export interface Vault {
  /** How the key is kept: what the data file says, else what this machine offers. */
  readonly kind: VaultKeyPort['kind'];
  /** `ready` also where the keychain will hold the key once there is something to seal. */
  readonly state: 'ready' | 'locked' | 'absent';
  /**
   * Gets the key that seals this owner's secrets; to be awaited before `seal` and `open`. With `create` the first secret
   * may be stored; without it and with nothing stored yet there is nothing to get. Throws `vault_locked` or `vault_unavailable`, with a `VaultReason`.
   */
  ready(owner: Pick<SecretOwner, 'workspaceId' | 'ownerKind'>, options?: { create: boolean }): Promise<void>;
  /**
   * Gets the key of a file that is sealed already, if that takes nobody's word; to be called at the start, so that the
   * threads have it before anything is due. False where the vault stays locked.
   */
  openKept(): Promise<boolean>;
  /** Stores or replaces a secret; joins the caller's transaction. Throws `vault_locked` without a key. */
  seal(place: SecretPlace, text: string): void;
  /** The secret, or null where there is none, it belongs to another origin, or another key sealed it. Throws `vault_locked` without a key. */
  open(place: SecretPlace): string | null;
  /** Forgets one secret of an owner, or all of them; joins the caller's transaction. Needs no key. */
  remove(owner: SecretOwner, name?: string): void;
  /** Opens the vault, or makes it where there is none. Throws `vault_locked` with `passphrase_wrong`. */
  unlock(passphrase: string): Promise<void>;
  /** Gives a worker thread the key that the main one has. */
  setKey(bytes: Uint8Array): void;
  /** A copy of the key for a worker thread of this process, or null without one. Never to be stored, logged or sent anywhere else. */
  exportKeyForThreads(): Uint8Array | null;
}

export interface VaultDeps {
  readonly db: Database;
  readonly keyPort: VaultKeyPort;
  /** `installation.practice_key`. */
  readonly practiceKey: Uint8Array;
  readonly clock: Pick<Clock, 'now'>;
  /** Told when the key comes to hand, so that threads that run already get it. */
  readonly onKey?: (key: Uint8Array) => void;
}

export function createVault(deps: VaultDeps): Vault {
  const { db, keyPort, clock } = deps;
  const practiceKey = importKey(deps.practiceKey);
  let vaultKey: KeyObject | null = null;
  let opening: Promise<void> | null = null;

  const hasKey = (): boolean => vaultKey !== null;
  const take = (bytes: Uint8Array, key: KeyObject): void => {
    vaultKey = key;
    deps.onKey?.(Uint8Array.from(bytes));
  };
  const begin = (source: KeySource, bytes: Uint8Array): void => {
    const key = importKey(bytes);
    writeKeySource(db, source, key, clock.now());
    take(bytes, key);
  };
  const openVault = async (create: boolean): Promise<void> => {
    const source = readKeySource(db);
    const salt = source?.kind === 'passphrase' ? source.salt : undefined;
    if (source !== null) {
      const bytes = await loaded(keyPort, false, salt);
      const key = bytes === null ? null : importKey(bytes);
      if (bytes !== null && key !== null && isTheKey(db, key)) return take(bytes, key);
      if (salt !== undefined) throw locked(bytes === null ? 'passphrase_needed' : 'passphrase_wrong');
      if (keyPort.kind !== 'keychain') throw locked('no_keychain');
      if (!create) throw locked('other_key');
    }
    if (keyPort.kind === 'none') throw unavailable('no_keychain');
    const fresh: KeySource =
      keyPort.kind === 'keychain' ? { kind: 'keychain' } : { kind: 'passphrase', salt: newSalt() };
    const bytes = await loaded(keyPort, true, fresh.kind === 'passphrase' ? fresh.salt : undefined);
    if (bytes === null) throw unavailable('keychain_refused');
    begin(fresh, bytes);
  };
  // A workspace stays of its kind, and this is asked several times for each request.
  const known = new Map<string, KeyId>();
  const keyIdFor = (owner: Pick<SecretOwner, 'workspaceId' | 'ownerKind'>): KeyId => {
    const name = `${owner.ownerKind} ${owner.workspaceId}`;
    const keyId = known.get(name) ?? keyIdOf(db, owner);
    if (keyId !== null) known.set(name, keyId);
    return keyId ?? 'vault';
  };
  const keyFor = (owner: Pick<SecretOwner, 'workspaceId' | 'ownerKind'>): KeyObject => {
    if (keyIdFor(owner) === 'practice') return practiceKey;
    if (vaultKey === null) throw locked('passphrase_needed');
    return vaultKey;
  };

  return {
    get kind() {
      return readKeySource(db)?.kind ?? keyPort.kind;
    },
    get state() {
      if (vaultKey !== null) return 'ready';
      if (readKeySource(db) !== null) return 'locked';
      return keyPort.kind === 'none' ? 'absent' : 'ready';
    },
    async ready(owner, options = { create: false }) {
      if (keyIdFor(owner) === 'practice') return;
      // Whoever comes while the key is being fetched waits for it, then looks with needs of its own.
      while (!hasKey()) {
        if (opening !== null) {
          await opening.catch(() => {});
          continue;
        }
        if (!options.create && readKeySource(db) === null) return;
        opening = openVault(options.create).finally(() => {
          opening = null;
        });
        await opening;
      }
    },
    async openKept() {
      if (readKeySource(db) === null) return false;
      opening ??= openVault(false).finally(() => {
        opening = null;
      });
      return await opening.then(
        () => true,
        () => false,
      );
    },
    seal(place, text) {
      const keyId = keyIdFor(place);
      writeSecret(
        db,
        place,
        { keyId, ...sealText(keyFor(place), text, boundData(place, keyId)) },
        clock.now(),
      );
    },
    open(place) {
      const row = readSecret(db, place);
      if (row === undefined || row.origin !== place.origin) return null;
      const keyId = keyIdFor(place);
      return row.keyId === keyId ? openText(keyFor(place), row, boundData(place, keyId)) : null;
    },
    remove: (owner, name) => deleteSecrets(db, owner, name),
    async unlock(passphrase) {
      const source = readKeySource(db);
      if (source?.kind === 'keychain' && (vaultKey !== null || keyPort.kind === 'keychain')) {
        if (vaultKey === null) throw locked('other_key');
        return;
      }
      const salt = source?.kind === 'passphrase' ? source.salt : newSalt();
      const bytes = await keyPort.derive(passphrase, salt);
      if (source?.kind !== 'passphrase') return begin({ kind: 'passphrase', salt }, bytes);
      const key = importKey(bytes);
      if (!isTheKey(db, key)) throw locked('passphrase_wrong');
      take(bytes, key);
    },
    setKey(bytes) {
      vaultKey = importKey(bytes);
    },
    exportKeyForThreads: () => (vaultKey === null ? null : Uint8Array.from(vaultKey.export())),
  };
}

async function loaded(
  port: VaultKeyPort,
  create: boolean,
  salt: Uint8Array | undefined,
): Promise<Uint8Array | null> {
  try {
    return await port.load({ create, ...(salt !== undefined && { salt }) });
  } catch (error) {
    if (error instanceof OcmaError) throw error;
    throw unavailable('keychain_refused', error);
  }
}

function locked(reason: VaultReason): OcmaError {
  return new OcmaError('vault_locked', { reason });
}

function unavailable(reason: VaultReason, cause?: unknown): OcmaError {
  return new OcmaError('vault_unavailable', { reason }, cause === undefined ? {} : { cause });
}
