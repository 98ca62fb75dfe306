import type { Database } from '../db/database.ts';
import type { Sealed } from './cipher.ts';
import type { KeyId, SecretOwner, SecretPlace } from './place.ts';

export interface SecretRow extends Sealed {
  readonly keyId: KeyId;
  readonly origin: string;
}

type Position = Omit<SecretPlace, 'origin'>;

export function readSecret(
  db: Database,
  { workspaceId, ownerKind, ownerId, name }: Position,
): SecretRow | undefined {
  return db
    .sql<SecretRow>(
      `SELECT key_id AS keyId, origin, nonce, sealed FROM secret
       WHERE workspace_id = :workspaceId AND owner_kind = :ownerKind AND owner_id = :ownerId AND name = :name`,
    )
    .get({ workspaceId, ownerKind, ownerId, name });
}

/** Stores or replaces; joins the caller's transaction. */
export function writeSecret(
  db: Database,
  place: SecretPlace,
  row: Omit<SecretRow, 'origin'>,
  now: number,
): void {
  const { workspaceId, ownerKind, ownerId, name, origin } = place;
  const { keyId, nonce, sealed } = row;
  db.write(() =>
    db
      .sql(
        `INSERT INTO secret (workspace_id, owner_kind, owner_id, name, origin, key_id, nonce, sealed, updated_at)
         VALUES (:workspaceId, :ownerKind, :ownerId, :name, :origin, :keyId, :nonce, :sealed, :now)
         ON CONFLICT (workspace_id, owner_kind, owner_id, name) DO UPDATE SET
           origin = excluded.origin, key_id = excluded.key_id, nonce = excluded.nonce, sealed = excluded.sealed,
           updated_at = excluded.updated_at`,
      )
      .run({ workspaceId, ownerKind, ownerId, name, origin, keyId, nonce, sealed, now }),
  );
}

/** Deletes one secret of an owner, or all of them; joins the caller's transaction. Needs no key. */
export function deleteSecrets(
  db: Database,
  { workspaceId, ownerKind, ownerId }: SecretOwner,
  name?: string,
): void {
  db.write(() =>
    db
      .sql(
        `DELETE FROM secret WHERE workspace_id = :workspaceId AND owner_kind = :ownerKind AND owner_id = :ownerId
         AND (:name IS NULL OR name = :name)`,
      )
      .run({ workspaceId, ownerKind, ownerId, name: name ?? null }),
  );
}

/** Which key seals an owner's secrets; null where the workspace is not there. */
export function keyIdOf(
  db: Database,
  { workspaceId, ownerKind }: Pick<SecretOwner, 'workspaceId' | 'ownerKind'>,
): KeyId | null {
  if (ownerKind !== 'account' && ownerKind !== 'flow' && ownerKind !== 'registered_app') return 'vault';
  const row = db
    .sql<{ kind: string }>(`SELECT kind FROM workspace WHERE id = :workspaceId`)
    .get({ workspaceId });
  if (row === undefined) return null;
  return row.kind === 'practice' ? 'practice' : 'vault';
}
