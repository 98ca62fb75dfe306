import type { Prediction } from '../../../shared/models/analysis.ts';
import type { AccountId, WorkspaceId } from '../../../shared/models/ids.ts';
import type { AppSettings } from '../../../shared/models/settings.ts';
import type { FeatureDeps } from '../../feature.ts';
import type { ImageTarget } from '../../platforms/image-target.ts';

/** A copy of a picture that was made smaller. */
interface SmallPicture {
  readonly path: string;
  readonly sha256: string;
  readonly mimeType: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** Topics as others wrote them, the fastest first. */
export interface KnownTopics {
  readonly own: readonly string[];
  readonly network: readonly string[];
  /** When the network said so (epoch ms); null where it has not of late. */
  readonly networkReadAt: number | null;
}

/** What the content feature needs to answer; settings, the key, pictures and topics are handed in by engine.ts. */
export interface ContentDeps extends Pick<FeatureDeps, 'db' | 'ports' | 'newId' | 'words' | 'platformOf'> {
  /** What a draft may earn, from the account's own history; null where nothing was learned of one yet. */
  readonly predictionOf: (
    workspaceId: WorkspaceId,
    platform: string,
    draft: {
      readonly text: string;
      readonly accountId: AccountId | undefined;
      readonly at: number | undefined;
      readonly mediaKinds: readonly string[] | undefined;
    },
  ) => Prediction | null;
  readonly openAiSettings: () => AppSettings['openAi'];
  /** The key for the server in the settings, or null. Throws `vault_locked`, `vault_unavailable`. */
  readonly openAiKey: () => Promise<string | null>;
  /** A copy of a picture of the library, without what the camera noted; null where it cannot be read. */
  readonly renderPicture: (sha256: string, target: ImageTarget) => Promise<SmallPicture | null>;
  /** What is rising now for a workspace at a network, from what is known here: nothing is asked of the network. */
  readonly risingTopics: (workspaceId: WorkspaceId, platform: string) => KnownTopics;
}
