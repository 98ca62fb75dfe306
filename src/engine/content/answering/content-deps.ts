import type { Prediction } from '../../../shared/models/analysis.ts';
import type { WorkspaceId } from '../../../shared/models/ids.ts';
import type { AppSettings } from '../../../shared/models/settings.ts';
import type { FeatureDeps } from '../../feature.ts';

/** What the content feature needs to answer; settings and the key are handed in by engine.ts. */
export interface ContentDeps extends Pick<FeatureDeps, 'db' | 'ports' | 'newId' | 'words' | 'platformOf'> {
  /** What a draft may earn, from the account's own history; null where nothing was learned of one yet. */
  readonly predictionOf: (
    workspaceId: WorkspaceId,
    platform: string,
    draft: { readonly text: string },
  ) => Prediction | null;
  readonly openAiSettings: () => AppSettings['openAi'];
  /** The key for the server in the settings, or null. Throws `vault_locked`, `vault_unavailable`. */
  readonly openAiKey: () => Promise<string | null>;
}
