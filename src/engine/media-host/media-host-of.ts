import { isOcmaError } from '../../shared/errors.ts';
import type { Database } from '../db/database.ts';
import type { MediaHost, Ports } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { createS3Host } from './s3.ts';
import { hasSecretKey, openSecretKey, readPlace } from './stored-place.ts';

export interface MediaHostDeps {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'fetch' | 'log'>;
  readonly vault: Vault;
}

/** Where networks can fetch a workspace's media from; null where no place is set up, or its key is missing. */
export function mediaHostOf(deps: MediaHostDeps, workspaceId: string): MediaHost | null {
  const place = readPlace(deps);
  if (place === null || !hasSecretKey(deps, place)) return null;
  return createS3Host({
    ...deps,
    place,
    workspaceId,
    async secretKey() {
      try {
        return await openSecretKey(deps.vault, place);
      } catch (error) {
        if (isOcmaError(error) && error.code === 'vault_locked') return null;
        throw error;
      }
    },
  });
}
