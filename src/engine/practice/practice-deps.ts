import type { Endpoints } from '../../shared/models/account.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { Workspace } from '../../shared/models/workspace.ts';
import type { FeatureDeps } from '../feature.ts';
import type { Platform } from '../platforms/platform.ts';

export interface PracticeDeps extends Pick<FeatureDeps, 'db' | 'ports' | 'words' | 'changed'> {
  /** Every network; each says where the practice network plays it. */
  readonly platforms: readonly Pick<Platform, 'name' | 'practiceEndpoints'>[];
  readonly findPracticeWorkspace: () => Workspace | undefined;
  /** Joins the caller's transaction. */
  readonly createPracticeWorkspace: (given: { name: string; timeZone: string }) => Workspace;
  /**
   * Points a network of the practice workspace at these addresses. Its accounts stay connected: their rows, and the
   * origin that their tokens are sealed to, follow, since the practice network may come back on another port.
   */
  readonly setEndpointOverride: (
    workspaceId: WorkspaceId,
    platform: string,
    endpoints: Endpoints,
  ) => void | Promise<void>;
}
