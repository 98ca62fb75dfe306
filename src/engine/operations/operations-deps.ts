import type { FeatureDeps } from '../feature.ts';
import type { Vault } from '../vault/vault.ts';
import type { ThreadState } from '../workers/supervisor.ts';

/** What the procedures of `system` are made of. */
export interface OperationsDeps extends Pick<
  FeatureDeps,
  'db' | 'ports' | 'words' | 'changed' | 'wake' | 'platformOf'
> {
  readonly vault: Vault;
  readonly firstRunDone: () => boolean;
  readonly threadState: () => ThreadState;
  /** Waiting posts that keep their clock time although the rules of their zones changed since an instant. */
  readonly movedByZoneRules: (since: number) => { readonly count: number; readonly zones: readonly string[] };
}
