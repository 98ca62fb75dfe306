import type { JobHandler } from '../../queue/handler.ts';
import { findHistory, notePage } from '../history.ts';
import { findAccount } from '../measured-account.ts';
import type { MetricsDeps } from '../metrics-deps.ts';
import { storeListed } from '../remote-posts.ts';
import { metricsJobs } from './metrics-jobs.ts';
import { periodicOutcome } from '../../queue/periodic-outcome.ts';

/** Posts a page; networks that give fewer at a time give fewer. */
export const historyPage = 100;
/** Between two pages, so that the past never stands in the way of what is read or sent now, in milliseconds. */
const pauseMs = 2_000;
const postsATransaction = 15;
const dayMs = 24 * 60 * 60_000;

/**
 * Reads an account's own posts back through the past, a page at a time. Each page is stored with the place of the next, so
 * that it goes on where it was after a stop, a crash or a limit.
 */
export function createHistoryJob(deps: MetricsDeps): JobHandler {
  const { db, ports } = deps;
  return {
    kind: metricsJobs.history,
    async run(job) {
      const account = findAccount(db, job.workspaceId, job.subjectId);
      if (account?.state !== 'connected') return { kind: 'done' };
      const { history } = deps.platformOf(account.platform).api;
      const known = findHistory(db, account.workspaceId, account.id);
      if (history === undefined || known?.state !== 'reading') return { kind: 'done' };
      const left = known.most === null ? historyPage : Math.min(historyPage, known.most - known.posts);
      const answer = await history(deps.httpOf(account.id), account.ref, {
        cursor: known.cursor,
        limit: left,
      });
      const now = ports.clock.now();
      if (!answer.ok) return periodicOutcome(answer.failure, job, now, dayMs);
      const { posts, next } = answer.data;
      for (let start = 0; start < posts.length; start += postsATransaction) {
        db.write(() =>
          storeListed(db, deps.newId, account, posts.slice(start, start + postsATransaction), now),
        );
      }
      const oldestAt = posts.reduce<number | null>(
        (oldest, { publishedAt }) => Math.min(oldest ?? publishedAt, publishedAt),
        null,
      );
      // A page that ends where it began would be read for ever.
      const place = next === known.cursor ? null : next;
      db.write(() => {
        notePage(db, account.workspaceId, account.id, { posts: posts.length, oldestAt, next: place }, now);
        deps.changed({ topic: 'metrics', workspaceId: account.workspaceId, id: account.id });
      });
      const goesOn = findHistory(db, account.workspaceId, account.id)?.state === 'reading';
      return goesOn ? { kind: 'again', at: now + pauseMs } : { kind: 'done' };
    },
  };
}
