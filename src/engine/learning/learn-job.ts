import { setImmediate } from 'node:timers/promises';
import { afterReal } from '../http/deadline.ts';
import type { JobHandler } from '../queue/handler.ts';
import { enqueueForInstallation } from '../queue/installation-job.ts';
import type { Outcome } from '../queue/outcome.ts';
import { createLearner } from '../workers/ask-learner.ts';
import { postsNeeded } from './learn-account.ts';
import type { LearningDeps } from './learning-deps.ts';
import { learningKind, nextRun } from './learning-run.ts';
import { fingerprintOf, learningAccounts, ownPosts } from './own-posts.ts';
import type { LearningAccount } from './own-posts.ts';
import { storedLearning, storeLearning } from './stored-models.ts';

/** How often a run looks whether it is to stop, in real milliseconds. */
const lookMs = 250;

/**
 * Once a day, and when asked: learns anew from each account whose posts or numbers have changed. Each account learns from
 * its own posts alone, so what was practised never counts for a real one.
 */
export function createLearningHandler(deps: LearningDeps): JobHandler {
  return { kind: learningKind, run: async (_job, signal) => await runOnce(deps, signal) };
}

async function runOnce(deps: LearningDeps, signal: AbortSignal): Promise<Outcome> {
  const { db, ports, runs } = deps;
  const accounts = learningAccounts(db, null);
  runs.ask('nothing');
  const stop = stopSignal(deps);
  const ending = AbortSignal.any([signal, stop.signal]);
  try {
    for (const [index, account] of accounts.entries()) {
      if (ending.aborted) break;
      keepLeft(deps, accounts.slice(index));
      await learnFrom(deps, account, ending);
    }
  } finally {
    stop.cancel();
    keepLeft(deps, []);
  }
  const now = ports.clock.now();
  if (signal.aborted)
    return { kind: 'later', at: now, code: 'stopped', detail: 'Interrupted while the app was closing.' };
  return { kind: 'again', at: runs.asked() === 'again' ? now : nextRun(now) };
}

function keepLeft({ runs, changed }: LearningDeps, accounts: readonly LearningAccount[]): void {
  runs.keepLeft(accounts.map(({ id }) => id));
  changed({ topic: 'learning', workspaceId: null, id: null });
}

/** Fires when the user wants the run to end. */
function stopSignal({ ports, runs }: LearningDeps): { readonly signal: AbortSignal; cancel(): void } {
  const controller = new AbortController();
  let cancel = () => {};
  const look = (): void => {
    if (runs.asked() === 'stop') controller.abort();
    else cancel = afterReal(ports.clock, lookMs, look);
  };
  look();
  return { signal: controller.signal, cancel: () => cancel() };
}

/** One account that cannot be learned from keeps no other one from it. */
async function learnFrom(deps: LearningDeps, account: LearningAccount, ending: AbortSignal): Promise<void> {
  const { db, ports, changed } = deps;
  const posts = ownPosts(db, account, ports.clock.now());
  const fingerprint = fingerprintOf(posts);
  const known = storedLearning(db, account.workspaceId).find(({ accountId }) => accountId === account.id);
  await setImmediate();
  if (known?.fingerprint === fingerprint) return;
  try {
    const enough = posts.length >= postsNeeded;
    const learned = enough ? await createLearner(ports.paths).ask('account', { posts }, ending) : null;
    storeLearning(db, account, { fingerprint, posts: posts.length, learned, at: ports.clock.now() });
    changed({ topic: 'metrics', workspaceId: account.workspaceId, id: account.id });
  } catch (error) {
    if (ending.aborted) return;
    ports.log.error({ account: account.id, error: String(error) }, 'an account could not be learned from');
  }
}

/** Sees at the start of the engine that the daily job is there. */
export function ensureLearning(deps: LearningDeps): void {
  enqueueForInstallation(deps, {
    kind: learningKind,
    runAt: deps.ports.clock.now() + 60_000,
    priority: -10,
    ifWaiting: 'keep_earlier',
  });
}
