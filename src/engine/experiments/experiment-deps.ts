import type { WorkspaceId } from '../../shared/models/ids.ts';
import type { MetricValues } from '../../shared/models/metric.ts';
import type { FeatureDeps, OpenTimeRules, PlannedPosts } from '../feature.ts';

/** What tests of versions need; the functions belong to other features and are handed in by the composition. */
export interface ExperimentDeps extends Pick<
  FeatureDeps,
  'db' | 'ports' | 'newId' | 'words' | 'changed' | 'wake' | 'platformOf'
> {
  /** The one way of scheduling. */
  readonly posts: PlannedPosts;
  readonly timeRules: OpenTimeRules;
  readonly zoneOf: (workspaceId: WorkspaceId) => string;
  /** What counts as a reaction. */
  readonly engagementsOf: (values: MetricValues) => number;
}
