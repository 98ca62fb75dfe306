/** Where a secret belongs. All of it is bound into the seal, so a row that is moved or relabelled does not open. */
export interface SecretPlace extends SecretOwner {
  readonly name: string;
  /** Where the secret may be sent, such as the origins of an account's endpoints; empty for what is never sent by origin. */
  readonly origin: string;
}

/** Whose secrets: one account, one developer app (its platform's name), an app that OCMA registered, one connection under way, or a setting. */
export interface SecretOwner {
  /** Empty for the installation's own secrets. */
  readonly workspaceId: string;
  readonly ownerKind: SecretOwnerKind;
  readonly ownerId: string;
}

type SecretOwnerKind = 'account' | 'developer_app' | 'flow' | 'registered_app' | 'setting' | 'vault';

/** `practice` seals what only the practice network honours; its key is in the data file. `vault` seals everything else. */
export type KeyId = 'vault' | 'practice';

/** The authenticated data of a secret: unambiguous, whatever the fields contain. */
export function boundData(place: SecretPlace, keyId: KeyId): Uint8Array {
  const { workspaceId, ownerKind, ownerId, name, origin } = place;
  return Buffer.from(JSON.stringify([workspaceId, ownerKind, ownerId, name, origin, keyId]), 'utf8');
}
