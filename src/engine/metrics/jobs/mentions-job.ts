import type { JobHandler } from '../../queue/handler.ts';
import { findAccount } from '../measured-account.ts';
import type { MeasuredAccount } from '../measured-account.ts';
import { newestMentionId, storeMentions } from '../mentions.ts';
import type { MetricsDeps } from '../metrics-deps.ts';
import { metricsJobs } from './metrics-jobs.ts';
import { periodicOutcome } from '../../queue/periodic-outcome.ts';

const hourMs = 60 * 60_000;
const mentionsATransaction = 100;

/** How often mentions are read, in milliseconds, and how many at most: seldom and few where reading costs. */
export function mentionsPlan(
  deps: Pick<MetricsDeps, 'platformOf'>,
  account: Pick<MeasuredAccount, 'platform' | 'practice'>,
): { periodMs: number; limit: number } {
  const free = account.practice || deps.platformOf(account.platform).api.readCost('mentions', 1) === 0;
  return free ? { periodMs: hourMs, limit: 100 } : { periodMs: 6 * hourMs, limit: 20 };
}

/** Reads posts of others that mention an account, those since the newest one known. */
export function createMentionsJob(deps: MetricsDeps): JobHandler {
  const { db, ports } = deps;
  return {
    kind: metricsJobs.mentions,
    async run(job) {
      const account = findAccount(db, job.workspaceId, job.subjectId);
      if (account?.state !== 'connected') return { kind: 'done' };
      const { periodMs, limit } = mentionsPlan(deps, account);
      const { mentions: read } = deps.platformOf(account.platform).api;
      if (read === undefined) return { kind: 'done' };
      const sinceId = newestMentionId(db, account.workspaceId, account.id);
      const answer = await read(deps.httpOf(account.id), account.ref, { sinceId, limit });
      const now = ports.clock.now();
      if (!answer.ok) return periodicOutcome(answer.failure, job, now, periodMs);
      // The oldest first: if this is interrupted, the newest one known still says where to go on.
      const mentions = answer.data.toSorted((left, right) => left.at - right.at);
      for (let start = 0; start < mentions.length; start += mentionsATransaction) {
        db.write(() => {
          const some = mentions.slice(start, start + mentionsATransaction);
          if (storeMentions(db, deps.newId, account, some) > 0) {
            deps.changed({ topic: 'mention', workspaceId: account.workspaceId, id: account.id });
          }
        });
      }
      return { kind: 'again', at: now + periodMs };
    },
  };
}
