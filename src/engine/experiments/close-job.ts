import type { Notice } from '../../shared/models/event.ts';
import type { JobHandler } from '../queue/handler.ts';
import { enqueue } from '../queue/store.ts';
import type { ExperimentDeps } from './experiment-deps.ts';
import { findExperiment, openExperiments, writeStanding } from './experiment-store.ts';
import type { StoredExperiment } from './experiment-store.ts';
import { viewExperiment } from './experiment-view.ts';
import { overNotice } from './over-notice.ts';
import { itemsOf } from './reading/test-items.ts';
import { reckon } from './reading/reckon.ts';

/** Follows a test until its last post has been read, and keeps what it came to. */
const closeKind = 'experiments.close';

type Key = Pick<StoredExperiment, 'workspaceId' | 'id'>;

/** Sees that the test is looked at by then; joins the transaction that is open. */
export function enqueueClose({ db, newId, ports, wake }: ExperimentDeps, key: Key, runAt: number): void {
  enqueue(
    db,
    newId,
    {
      workspaceId: key.workspaceId,
      queue: 'background',
      kind: closeKind,
      subjectId: key.id,
      runAt,
      ifWaiting: 'keep_earlier',
    },
    ports.clock.now(),
  );
  wake('background');
}

/** What following a test to its end takes. */
export interface CloseDeps extends ExperimentDeps {
  /** Tells the user by a job of its own; joins the transaction that is open. */
  readonly notify: (notice: Notice) => void;
}

/** Closes a test when nothing is left to wait for, and tells what it came to; before, it comes back when there may be news. */
export function createCloseHandler(deps: CloseDeps): JobHandler {
  return {
    kind: closeKind,
    run(job) {
      const experiment = findExperiment(deps, job.workspaceId, job.subjectId);
      if (experiment === undefined || experiment.result !== null) return Promise.resolve({ kind: 'done' });
      const { result, lookAt } = reckon(deps, experiment, itemsOf(deps, experiment));
      if (lookAt !== null) {
        deps.db.write(() =>
          deps.changed({ topic: 'experiment', workspaceId: experiment.workspaceId, id: experiment.id }),
        );
        return Promise.resolve({ kind: 'again', at: lookAt });
      }
      deps.db.write(() => {
        const now = findExperiment(deps, job.workspaceId, job.subjectId);
        if (now === undefined || now.result !== null || now.state !== experiment.state) return;
        const state = now.state === 'running' ? 'closed' : now.state;
        writeStanding(deps, now, { result, state });
        const shown = viewExperiment(deps, { ...now, result, state });
        const notice = overNotice(deps.words, shown, now.removedAt !== null);
        if (notice !== null) deps.notify(notice);
      });
      return Promise.resolve({ kind: 'done' });
    },
  };
}

/** Sees at the start that every test that has not come to its end is followed, whatever became of its job. */
export function ensureClosing(deps: ExperimentDeps): void {
  for (const experiment of openExperiments(deps))
    deps.db.write(() => enqueueClose(deps, experiment, deps.ports.clock.now()));
}
