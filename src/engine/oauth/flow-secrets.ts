import { z } from 'zod';
import { isOcmaError } from '../../shared/errors.ts';
import type { SecretPlace } from '../vault/place.ts';
import type { Vault } from '../vault/vault.ts';
import { signedIn } from './candidates.ts';
import type { SignedIn } from './candidates.ts';
import type { StoredFlow } from './flow-rows.ts';

type Owner = Pick<StoredFlow, 'id' | 'workspaceId' | 'endpoints'>;

const flowSecret = z.object({ state: z.string(), verifier: z.string() });
type FlowSecret = z.infer<typeof flowSecret>;

/** Seals a flow's state and PKCE verifier; joins the caller's transaction. */
export function sealFlowSecret(vault: Vault, flow: Owner, secret: FlowSecret): void {
  vault.seal(placeOf(flow, 'verifier'), JSON.stringify(secret));
}

/** A flow's state and PKCE verifier; null where they are gone. Throws `vault_locked`. */
export function openFlowSecret(vault: Vault, flow: Owner): FlowSecret | null {
  const sealed = vault.open(placeOf(flow, 'verifier'));
  return sealed === null ? null : flowSecret.parse(JSON.parse(sealed));
}

/** Seals what a sign-in gave, while the user chooses; joins the caller's transaction. */
export function sealSignedIn(vault: Vault, flow: Owner, given: SignedIn): void {
  vault.seal(placeOf(flow, 'signed_in'), JSON.stringify(given));
}

/** What a sign-in gave, while the user chooses; null where it is gone, or cannot be opened now. */
export function openSignedIn(vault: Vault, flow: Owner): SignedIn | null {
  try {
    const sealed = vault.open(placeOf(flow, 'signed_in'));
    return sealed === null ? null : signedIn.parse(JSON.parse(sealed));
  } catch (error) {
    if (isOcmaError(error)) return null;
    throw error;
  }
}

/** Forgets all that is sealed for a flow; joins the caller's transaction. */
export function forgetFlowSecrets(vault: Vault, { id, workspaceId }: Owner): void {
  vault.remove({ workspaceId, ownerKind: 'flow', ownerId: id });
}

function placeOf({ id, workspaceId, endpoints }: Owner, name: 'verifier' | 'signed_in'): SecretPlace {
  const origin = new URL(endpoints.token).origin;
  return { workspaceId, ownerKind: 'flow', ownerId: id, name, origin };
}
