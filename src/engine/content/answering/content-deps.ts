import type { AppSettings } from '../../../shared/models/settings.ts';
import type { FeatureDeps } from '../../feature.ts';

/** What the content feature needs to answer; settings and the key are handed in by engine.ts. */
export interface ContentDeps extends Pick<FeatureDeps, 'db' | 'ports' | 'newId' | 'words' | 'platformOf'> {
  readonly openAiSettings: () => AppSettings['openAi'];
  /** The key for the server in the settings, or null. Throws `vault_locked`, `vault_unavailable`. */
  readonly openAiKey: () => Promise<string | null>;
}
