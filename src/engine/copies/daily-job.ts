import type { Notice } from '../../shared/models/event.ts';
import type { FeatureDeps } from '../feature.ts';
import type { JobHandler } from '../queue/handler.ts';
import { enqueueForInstallation } from '../queue/installation-job.ts';
import { listCopyFiles } from './copy-files.ts';
import { makeCopy } from './make-copy.ts';
import type { CopyDeps } from './make-copy.ts';

export type DailyDeps = CopyDeps &
  Pick<FeatureDeps, 'words' | 'newId' | 'wake' | 'ports'> & {
    readonly notify: (notice: Notice) => void;
  };

const kind = 'copies.daily';
const dayMs = 24 * 60 * 60_000;
/** After a failure; the user may have made room meanwhile. */
const againMs = 60 * 60_000;
/** A new installation has little to lose, and its first minutes are busy. */
const firstMs = 10 * 60_000;

/** Once a day: a copy of the data file. Failing is said at once, and tried again each hour. */
export function createDailyCopyHandler(deps: DailyDeps): JobHandler {
  const { ports } = deps;
  return {
    kind,
    async run() {
      const due = dueAfterLast(deps);
      if (due !== null && due > ports.clock.now()) return { kind: 'again', at: due };
      const failedBefore = problemSaid(deps);
      const result = await makeCopy(deps, 'daily');
      if (result.ok) return { kind: 'again', at: result.copy.at + dayMs };
      if (!failedBefore) deps.notify(noticeOf(deps, result.problem));
      return { kind: 'again', at: ports.clock.now() + againMs };
    },
  };
}

/** Sees at the start of the engine that the daily job is there. */
export function ensureDailyCopy(deps: Omit<DailyDeps, 'notify' | 'words' | 'changed'>): void {
  enqueueForInstallation(deps, {
    kind,
    runAt: dueAfterLast(deps) ?? deps.ports.clock.now() + firstMs,
    priority: -5,
    ifWaiting: 'keep_earlier',
  });
}

/** A day after the last one that lies there, whatever a restored file says of itself; null where there is none. */
function dueAfterLast({ ports }: Pick<DailyDeps, 'ports'>): number | null {
  const last = listCopyFiles(ports.paths.data).find((copy) => copy.reason === 'daily');
  if (last === undefined) return null;
  const now = ports.clock.now();
  // A clock that was set back must not put the next one off for ever.
  return last.at > now ? now : last.at + dayMs;
}

function problemSaid({ db }: Pick<DailyDeps, 'db'>): boolean {
  return (
    db.sql<{ problem: string | null }>(`SELECT copy_problem AS problem FROM installation`).get()?.problem !==
    null
  );
}

function noticeOf({ words }: DailyDeps, problem: string): Notice {
  return {
    kind: 'copies',
    title: words('copies.failed.title'),
    body: words(`copies.problem.${problem}`),
    actions: [],
    target: '/settings#copies',
    workspaceId: null,
  };
}
