import type { AccountId, WorkspaceId } from '../../shared/models/ids.ts';
import { enqueueFor, metricsJobs } from './jobs/metrics-jobs.ts';
import type { MetricsJob } from './jobs/metrics-jobs.ts';
import { mentionsPlan } from './jobs/mentions-job.ts';
import { longestTimeline, timelineMs } from './jobs/timeline-job.ts';
import { beginHistory, findHistory } from './history.ts';
import { findAccount, listConnectedAccounts } from './measured-account.ts';
import type { MeasuredAccount } from './measured-account.ts';
import type { MetricsDeps } from './metrics-deps.ts';
import { countRemotePosts, postsToMeasure } from './remote-posts.ts';
import { writeSample } from './samples.ts';

const dayMs = 24 * 60 * 60_000;
/** Posts that may have come since the list was last read. */
const newPosts = 20;

type Scheduling = Omit<MetricsDeps, 'httpOf'>;

/**
 * What follows from a new or renewed connection: a first sample of the followers that connecting has read anyway, and
 * the jobs that keep the numbers up. Older posts are read at once only where that is free.
 */
export function onAccountConnected(
  deps: Scheduling,
  account: { readonly id: AccountId; readonly workspaceId: WorkspaceId },
): void {
  const { db, ports } = deps;
  const found = findAccount(db, account.workspaceId, account.id);
  if (found?.state !== 'connected') return;
  const now = ports.clock.now();
  db.write(() => {
    if (found.followers !== null) {
      const subject = { kind: 'account', id: found.id } as const;
      writeSample(db, found.workspaceId, subject, now, { followers: found.followers });
      deps.changed({ topic: 'metrics', workspaceId: found.workspaceId, id: found.id });
    }
    keepReading(deps, found, now, () => true);
    const free = isFree(deps, found, 'own_posts');
    if (free) enqueueFor(deps, found, metricsJobs.timeline, now);
    if (deps.platformOf(found.platform).api.history !== undefined) {
      beginHistory(db, found, free ? 'reading' : 'asks', now);
      if (findHistory(db, found.workspaceId, found.id)?.state === 'reading')
        enqueueFor(deps, found, metricsJobs.history, now);
    }
  });
}

/** Sees at the start of the engine that the periodic readings of each connected account have their jobs. */
export function ensureReadings(deps: Scheduling): void {
  const isMissing = (account: MeasuredAccount, kind: MetricsJob): boolean =>
    deps.db
      .sql(`SELECT 1 FROM job WHERE kind = :kind AND subject_id = :id AND finished_at IS NULL`)
      .get({ kind, id: account.id }) === undefined;
  for (const account of listConnectedAccounts(deps.db)) {
    deps.db.write(() =>
      keepReading(deps, account, deps.ports.clock.now(), (kind) => isMissing(account, kind)),
    );
  }
}

/** The readings that a refresh asks for now, and the most that they may cost in micro-dollars. */
export function refresh(deps: Scheduling, account: MeasuredAccount): { queued: number; costMicros: number } {
  const now = deps.ports.clock.now();
  const { api } = deps.platformOf(account.platform);
  const known = countRemotePosts(deps.db, account.workspaceId, account.id, now - timelineMs);
  const limit = Math.min(longestTimeline, known === 0 ? longestTimeline : known + newPosts);
  const { limit: mentions } = mentionsPlan(deps, account);
  const others = readingsOfOthers(deps, account);
  deps.db.write(() => {
    enqueueFor(deps, account, metricsJobs.timeline, now, { limit });
    enqueueFor(deps, account, metricsJobs.account, now);
    for (const kind of others) enqueueFor(deps, account, kind, now);
  });
  const costMicros =
    api.readCost('own_posts', limit) +
    api.readCost('profile', 1) +
    (api.mentions === undefined ? 0 : api.readCost('mentions', mentions));
  return { queued: 2 + others.length, costMicros };
}

function keepReading(
  deps: Scheduling,
  account: MeasuredAccount,
  now: number,
  isWanted: (kind: MetricsJob) => boolean,
): void {
  const add = (kind: MetricsJob, at: number): void => {
    if (isWanted(kind)) enqueueFor(deps, account, kind, at);
  };
  add(metricsJobs.account, isFree(deps, account, 'profile') ? now : now + dayMs);
  for (const kind of readingsOfOthers(deps, account)) add(kind, now);
  const [soonest] = postsToMeasure(deps.db, account.workspaceId, account.id);
  if (soonest !== undefined) add(metricsJobs.posts, Math.max(now, soonest.at));
}

/** The readings of what others say, as far as the network tells apps of it. */
function readingsOfOthers(deps: Scheduling, account: MeasuredAccount): readonly MetricsJob[] {
  const { mentions, comments } = deps.platformOf(account.platform).api;
  return [
    ...(mentions === undefined ? [] : [metricsJobs.mentions]),
    ...(comments === undefined ? [] : [metricsJobs.comments]),
  ];
}

function isFree(deps: Scheduling, account: MeasuredAccount, reading: 'own_posts' | 'profile'): boolean {
  return account.practice || deps.platformOf(account.platform).api.readCost(reading, 1) === 0;
}
