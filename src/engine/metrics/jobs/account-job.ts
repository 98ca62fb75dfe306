import type { AccountProfile } from '../../platforms/reading.ts';
import type { JobHandler } from '../../queue/handler.ts';
import { findAccount } from '../measured-account.ts';
import type { MeasuredAccount } from '../measured-account.ts';
import type { MetricsDeps } from '../metrics-deps.ts';
import { writeSample } from '../samples.ts';
import { metricsJobs } from './metrics-jobs.ts';
import { periodicOutcome } from '../../queue/periodic-outcome.ts';

const dayMs = 24 * 60 * 60_000;

interface AccountJobDeps extends MetricsDeps {
  /** Told of a profile that was read, in the transaction that stores it. */
  readonly profileRead: (account: MeasuredAccount) => void;
}

/** Reads an account's profile once a day: its followers and other counts, and its name and picture as they are now. */
export function createAccountJob(deps: AccountJobDeps): JobHandler {
  const { db, ports } = deps;
  return {
    kind: metricsJobs.account,
    async run(job) {
      const account = findAccount(db, job.workspaceId, job.subjectId);
      if (account?.state !== 'connected') return { kind: 'done' };
      const { api } = deps.platformOf(account.platform);
      const answer = await api.profile(deps.httpOf(account.id), account.ref);
      const now = ports.clock.now();
      if (!answer.ok) return periodicOutcome(answer.failure, job, now, dayMs);
      const more = await api.accountMetrics?.(deps.httpOf(account.id), account.ref, now);
      const metrics = { ...answer.data.metrics, ...(more?.ok === true && more.data) };
      storeProfile(deps, account, { ...answer.data, metrics }, answer.readAt);
      return { kind: 'again', at: now + dayMs };
    },
  };
}

function storeProfile(
  deps: AccountJobDeps,
  account: MeasuredAccount,
  profile: AccountProfile,
  at: number,
): void {
  const { db } = deps;
  const { workspaceId, id } = account;
  db.write(() => {
    const { followers, metrics } = profile;
    writeSample(
      db,
      workspaceId,
      { kind: 'account', id },
      at,
      followers === null ? metrics : { ...metrics, followers },
    );
    // The row's version counts what the user or the connection changes; a new follower is neither.
    db.sql(
      `UPDATE account SET username = :username, display_name = :displayName, avatar_url = :avatarUrl, profile_url = :profileUrl,
         followers = :followers, facts = :facts, last_checked_at = :at WHERE workspace_id = :workspaceId AND id = :id AND remote_id = :remoteId`,
    ).run({
      workspaceId,
      id,
      at,
      remoteId: profile.remoteId,
      username: profile.username,
      displayName: profile.displayName,
      avatarUrl: profile.avatarUrl,
      profileUrl: profile.profileUrl,
      followers,
      facts: JSON.stringify(profile.facts),
    });
    deps.changed({ topic: 'account', workspaceId, id });
    deps.profileRead(account);
    deps.changed({ topic: 'metrics', workspaceId, id });
  });
}
