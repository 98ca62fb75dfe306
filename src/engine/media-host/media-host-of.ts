import { isOcmaError } from '../../shared/errors.ts';
import type { Database } from '../db/database.ts';
import type { MediaHost, Ports } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { practiceKey, practicePlace } from './practice-place.ts';
import { createS3Host } from './s3.ts';
import { hasSecretKey, openSecretKey, readPlace } from './stored-place.ts';

export interface MediaHostDeps {
  readonly db: Database;
  readonly ports: Pick<Ports, 'clock' | 'fetch' | 'log'>;
  readonly vault: Vault;
}

/**
 * Where networks can fetch a workspace's media from; null where no place is set up, or its key is missing. Without one the
 * practice workspace has the practice network's own.
 */
export function mediaHostOf(deps: MediaHostDeps, workspaceId: string): MediaHost | null {
  const place = readPlace(deps);
  if (place === null || !hasSecretKey(deps, place)) {
    const practice = practicePlace(deps.db, workspaceId);
    const secretKey = () => Promise.resolve(practiceKey);
    return practice === null ? null : createS3Host({ ...deps, place: practice, workspaceId, secretKey });
  }
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
