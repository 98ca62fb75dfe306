import type { CatchUp } from '../../shared/models/delivery.ts';
import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { FeatureDeps, OpenTimeRules, PlannedPosts } from '../feature.ts';

export interface RecurrenceDeps extends Pick<
  FeatureDeps,
  'db' | 'ports' | 'newId' | 'words' | 'changed' | 'wake'
> {
  /** What posts offer to a recurrence; handed in by the composition. */
  readonly posts: PlannedPosts;
  readonly timeRules: OpenTimeRules;
  readonly catchUpOf: (workspaceId: WorkspaceId) => CatchUp;
}
