import type { FeatureDeps } from '../feature.ts';
import type { Tokens } from '../http/caller.ts';
import type { HttpDeps } from '../http/sending.ts';
import type { ConnectionFlows } from '../oauth/flows.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Vault } from '../vault/vault.ts';

/** What the accounts feature is made of. */
export interface AccountsDeps extends Pick<
  FeatureDeps,
  'db' | 'ports' | 'newId' | 'words' | 'changed' | 'wake' | 'platformOf'
> {
  readonly platforms: readonly Platform[];
  readonly findPlatform: (name: string) => Platform | undefined;
  readonly vault: Vault;
  readonly http: HttpDeps;
  readonly tokens: Tokens;
  readonly flows: ConnectionFlows;
}
