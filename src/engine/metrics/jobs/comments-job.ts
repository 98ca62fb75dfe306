import type { JobHandler } from '../../queue/handler.ts';
import { findAccount } from '../measured-account.ts';
import { storeMentions } from '../mentions.ts';
import type { MetricsDeps } from '../metrics-deps.ts';
import { listRemotePosts } from '../remote-posts.ts';
import { metricsJobs } from './metrics-jobs.ts';
import { periodicOutcome } from '../../queue/periodic-outcome.ts';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
/** Posts that are looked under: younger than this in milliseconds, and no more of them. */
const watchedMs = 14 * dayMs;
const watchedPosts = 25;
const mostComments = 200;
const commentsATransaction = 100;

/** Reads what others write under an account's newest posts, each hour. */
export function createCommentsJob(deps: MetricsDeps): JobHandler {
  const { db, ports } = deps;
  return {
    kind: metricsJobs.comments,
    async run(job) {
      const account = findAccount(db, job.workspaceId, job.subjectId);
      if (account?.state !== 'connected') return { kind: 'done' };
      const { comments } = deps.platformOf(account.platform).api;
      if (comments === undefined) return { kind: 'done' };
      const asked = ports.clock.now();
      const { workspaceId, id } = account;
      const stretch = { workspaceId, accountIds: [id], from: asked - watchedMs, to: asked };
      const posts = listRemotePosts(db, stretch, watchedPosts);
      if (posts.length === 0) return { kind: 'again', at: asked + hourMs };
      const answer = await comments(deps.httpOf(id), account.ref, {
        posts,
        since: null,
        limit: mostComments,
      });
      const now = ports.clock.now();
      if (!answer.ok) return periodicOutcome(answer.failure, job, now, hourMs);
      // Replies under own posts count as comments: what `mentions` reads goes by the newest of its own.
      const found = answer.data.map((comment) => ({ ...comment, kind: 'comment' as const }));
      for (let start = 0; start < found.length; start += commentsATransaction) {
        db.write(() => {
          const some = found.slice(start, start + commentsATransaction);
          if (storeMentions(db, deps.newId, account, some) > 0)
            deps.changed({ topic: 'mention', workspaceId, id });
        });
      }
      return { kind: 'again', at: now + hourMs };
    },
  };
}
