import { z } from 'zod';
import type { JobHandler } from '../../queue/handler.ts';
import { findAccount } from '../measured-account.ts';
import type { MetricsDeps } from '../metrics-deps.ts';
import { storeListed } from '../remote-posts.ts';
import { metricsJobs } from './metrics-jobs.ts';
import { periodicOutcome } from '../../queue/periodic-outcome.ts';

const dayMs = 24 * 60 * 60_000;
/** How far back an account's own posts are read, in milliseconds. */
export const timelineMs = 60 * dayMs;
/** The most posts that one reading asks for. */
export const longestTimeline = 200;
/** A post is a row, its entry in the search and up to ten numbers; a transaction has at most 200 rows. */
const postsATransaction = 15;

const payloadSchema = z.object({ limit: z.int().min(1).max(longestTimeline).catch(longestTimeline) });

/** Reads an account's own posts of the last 60 days with their numbers, once. */
export function createTimelineJob(deps: MetricsDeps): JobHandler {
  const { db, ports } = deps;
  return {
    kind: metricsJobs.timeline,
    async run(job) {
      const account = findAccount(db, job.workspaceId, job.subjectId);
      if (account?.state !== 'connected') return { kind: 'done' };
      const { limit } = payloadSchema.parse(JSON.parse(job.payload));
      const { api } = deps.platformOf(account.platform);
      const answer = await api.ownPosts(deps.httpOf(account.id), account.ref, {
        since: ports.clock.now() - timelineMs,
        limit,
      });
      const now = ports.clock.now();
      if (!answer.ok) return periodicOutcome(answer.failure, job, now, dayMs);
      for (let start = 0; start < answer.data.length; start += postsATransaction) {
        db.write(() => {
          const posts = answer.data.slice(start, start + postsATransaction);
          storeListed(db, deps.newId, account, posts, now);
          deps.changed({ topic: 'metrics', workspaceId: account.workspaceId, id: account.id });
        });
      }
      return { kind: 'done' };
    },
  };
}
