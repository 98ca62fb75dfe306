import { enqueue } from '../../queue/store.ts';
import type { MeasuredAccount } from '../measured-account.ts';
import type { MetricsDeps } from '../metrics-deps.ts';

/** Kinds of the jobs that read numbers; the subject of each is an account. */
export const metricsJobs = {
  posts: 'metrics.posts',
  account: 'metrics.account',
  timeline: 'metrics.timeline',
  mentions: 'metrics.mentions',
  comments: 'metrics.comments',
  history: 'metrics.history',
} as const;
export type MetricsJob = (typeof metricsJobs)[keyof typeof metricsJobs];

/** Adds a job, or moves the one that waits to an earlier time. */
export function enqueueFor(
  deps: Pick<MetricsDeps, 'db' | 'newId' | 'ports' | 'wake'>,
  account: Pick<MeasuredAccount, 'id' | 'workspaceId' | 'platform'>,
  kind: MetricsJob,
  runAt: number,
  payload: unknown = {},
): void {
  deps.db.write(() => {
    enqueue(
      deps.db,
      deps.newId,
      {
        workspaceId: account.workspaceId,
        queue: 'background',
        kind,
        subjectId: account.id,
        platform: account.platform,
        accountId: account.id,
        payload,
        runAt,
        ifWaiting: 'keep_earlier',
      },
      deps.ports.clock.now(),
    );
    deps.wake('background');
  });
}
