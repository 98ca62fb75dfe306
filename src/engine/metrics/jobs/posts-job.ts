import type { JobHandler } from '../../queue/handler.ts';
import type { Job } from '../../queue/job.ts';
import type { Outcome } from '../../queue/outcome.ts';
import type { Transition } from '../../queue/transition.ts';
import { findAccount } from '../measured-account.ts';
import type { MeasuredAccount } from '../measured-account.ts';
import type { MetricsDeps } from '../metrics-deps.ts';
import { markMeasured, postsToMeasure } from '../remote-posts.ts';
import type { Unmeasured } from '../remote-posts.ts';
import { goneAfterMs } from '../sampling.ts';
import { writeSample } from '../samples.ts';
import { enqueueFor, metricsJobs } from './metrics-jobs.ts';
import { periodicOutcome } from '../../queue/periodic-outcome.ts';

/** Networks tell the numbers of this many posts in one answer. */
const postsACall = 100;
/** Readings that are due within this time of each other wait for the last of them, in milliseconds. */
const togetherMs = 30_000;
/** A post has up to ten numbers, and a transaction at most 200 rows. */
const postsATransaction = 15;
const dayMs = 24 * 60 * 60_000;

/** Reads the numbers of an account's own posts at the ages at which they are wanted. */
export function createPostsJob(deps: MetricsDeps): JobHandler {
  const { db, ports } = deps;
  return {
    kind: metricsJobs.posts,
    async run(job) {
      const account = findAccount(db, job.workspaceId, job.subjectId);
      if (account?.state !== 'connected') return { kind: 'done' };
      for (;;) {
        const planned = postsToMeasure(db, account.workspaceId, account.id);
        const now = ports.clock.now();
        const due = planned.filter(({ at }) => at <= now).slice(0, postsACall);
        if (due.length === 0) {
          const at = nextReading(planned);
          return at === null ? { kind: 'done' } : { kind: 'again', at };
        }
        const failed = await measure(
          deps,
          job,
          account,
          due.map(({ post }) => post),
        );
        if (failed !== null) return failed;
      }
    },
    record: (job, outcome, transition) => lookOnceMore(deps, job, outcome, transition),
  };
}

function nextReading(planned: readonly { readonly at: number }[]): number | null {
  const soonest = planned[0]?.at;
  if (soonest === undefined) return null;
  return planned.findLast(({ at }) => at <= soonest + togetherMs)?.at ?? soonest;
}

async function measure(
  deps: MetricsDeps,
  job: Job,
  account: MeasuredAccount,
  posts: readonly Unmeasured[],
): Promise<Outcome | null> {
  const { db, ports } = deps;
  const { api } = deps.platformOf(account.platform);
  const answer = await api.postMetrics(deps.httpOf(account.id), account.ref, posts, ports.clock.now());
  const at = ports.clock.now();
  if (!answer.ok) return periodicOutcome(answer.failure, job, at, dayMs);
  for (let start = 0; start < posts.length; start += postsATransaction) {
    db.write(() => {
      for (const post of posts.slice(start, start + postsATransaction)) {
        const values = answer.data.get(post.remoteId);
        const gone = values === undefined && at - post.publishedAt >= goneAfterMs;
        markMeasured(db, account.workspaceId, post.id, at, gone);
        if (values !== undefined) {
          writeSample(db, account.workspaceId, { kind: 'post', id: post.id }, at, values);
        }
      }
      deps.changed({ topic: 'metrics', workspaceId: account.workspaceId, id: account.id });
    });
  }
  return null;
}

// A post that went out while the job ran could not move it to its own time, because a running job is left alone.
function lookOnceMore(deps: MetricsDeps, job: Job, outcome: Outcome, transition: Transition): void {
  if (outcome.kind !== 'done' && outcome.kind !== 'again') return;
  const account = findAccount(deps.db, job.workspaceId, job.subjectId);
  if (account?.state !== 'connected') return;
  const at = nextReading(postsToMeasure(deps.db, account.workspaceId, account.id));
  if (at === null || (transition.state === 'ready' && transition.runAt <= at)) return;
  enqueueFor(deps, account, metricsJobs.posts, at);
}
