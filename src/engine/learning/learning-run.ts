import type { LearningProgress } from '../../shared/contract/learning.ts';
import type { AccountId } from '../../shared/models/ids.ts';
import type { Database } from '../db/database.ts';
import { enqueueForInstallation } from '../queue/installation-job.ts';
import type { LearningDeps } from './learning-deps.ts';

export const learningKind = 'learning';
const dayMs = 24 * 60 * 60_000;

/** When the daily learning comes again. */
export const nextRun = (now: number): number => now + dayMs;

/** What is under way: null where nothing is. It speaks of the given accounts alone, a run is of all. */
export function learningProgress(
  { db, ports, runs }: LearningDeps,
  accounts: readonly AccountId[],
): LearningProgress | null {
  const job = jobOf(db);
  const of = accounts.length;
  if (job?.state === 'ready' && job.runAt <= ports.clock.now())
    return { state: 'waiting', done: 0, of, accountId: null };
  if (job?.state !== 'running') return null;
  const left = runs.left();
  const own = left.filter((id) => accounts.includes(id));
  const [now] = left;
  if (own.length === 0) return null;
  const accountId = now !== undefined && own.includes(now) ? now : null;
  return { state: 'learning', done: of - own.length, of, accountId };
}

/** Has learning run now, and once more where it is under way; joins the caller's transaction. */
export function learnSoon(deps: LearningDeps): void {
  deps.runs.ask('again');
  enqueueForInstallation(deps, {
    kind: learningKind,
    runAt: deps.ports.clock.now(),
    priority: -10,
    ifWaiting: 'keep_earlier',
  });
}

/** Ends what is under way, or puts off what waits, until the next day. False where neither is. */
export function stopLearning(deps: LearningDeps): boolean {
  const now = deps.ports.clock.now();
  const job = jobOf(deps.db);
  if (job?.state === 'running') {
    deps.runs.ask('stop');
    return true;
  }
  if (job === undefined || job.runAt > now) return false;
  enqueueForInstallation(deps, { kind: learningKind, runAt: nextRun(now), priority: -10 });
  return true;
}

function jobOf(db: Database): { state: 'ready' | 'running'; runAt: number } | undefined {
  return db
    .sql<{ state: 'ready' | 'running'; runAt: number }>(
      'SELECT state, run_at AS runAt FROM job WHERE kind = :kind AND finished_at IS NULL',
    )
    .get({ kind: learningKind });
}
