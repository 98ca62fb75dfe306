import { setImmediate } from 'node:timers/promises';
import type { FeatureDeps } from '../feature.ts';
import type { JobHandler } from '../queue/handler.ts';
import { enqueueForInstallation } from '../queue/installation-job.ts';
import { learnInWorker } from './in-worker.ts';
import { postsNeeded } from './learn-account.ts';
import { fingerprintOf, learningAccounts, ownPosts } from './own-posts.ts';
import { storedLearning, storeLearning } from './stored-models.ts';

export type LearningDeps = Pick<FeatureDeps, 'db' | 'ports' | 'newId' | 'wake' | 'changed' | 'words'>;

const kind = 'learning';
const dayMs = 24 * 60 * 60_000;

/**
 * Once a day, and when asked: learns anew from each account whose posts or numbers have changed. Each account learns from
 * its own posts alone, so what was practised never counts for a real one.
 */
export function createLearningHandler(deps: LearningDeps): JobHandler {
  const { db, ports } = deps;
  return {
    kind,
    async run(_job, signal) {
      for (const account of learningAccounts(db, null)) {
        if (signal.aborted) break;
        const posts = ownPosts(db, account, ports.clock.now());
        const fingerprint = fingerprintOf(posts);
        const known = storedLearning(db, account.workspaceId).find(
          ({ accountId }) => accountId === account.id,
        );
        await setImmediate();
        if (known?.fingerprint === fingerprint) continue;
        const learned = posts.length < postsNeeded ? null : await learnInWorker(ports.paths, posts, signal);
        storeLearning(db, account, { fingerprint, posts: posts.length, learned, at: ports.clock.now() });
        deps.changed({ topic: 'metrics', workspaceId: account.workspaceId, id: account.id });
      }
      return { kind: 'again', at: ports.clock.now() + dayMs };
    },
  };
}

/** Sees at the start of the engine that the daily job is there. */
export function ensureLearning(deps: LearningDeps): void {
  enqueueForInstallation(deps, {
    kind,
    runAt: deps.ports.clock.now() + 60_000,
    priority: -10,
    ifWaiting: 'keep_earlier',
  });
}

/** Has the job run now; joins the caller's transaction. */
export function learnSoon(deps: LearningDeps): void {
  enqueueForInstallation(deps, {
    kind,
    runAt: deps.ports.clock.now(),
    priority: -10,
    ifWaiting: 'keep_earlier',
  });
}
