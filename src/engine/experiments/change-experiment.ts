import type { ExperimentId } from '../../shared/models/ids.ts';
import type { Caller } from '../feature.ts';
import { enqueueClose } from './close-job.ts';
import type { ExperimentDeps } from './experiment-deps.ts';
import { getExperiment, writeStanding } from './experiment-store.ts';
import type { StoredExperiment } from './experiment-store.ts';
import { itemsOf, noteTakenBack } from './reading/test-items.ts';

/** Takes back what is not out yet; what is out is still read. One that is over stays as it is. */
export function stopExperiment(deps: ExperimentDeps, caller: Caller, id: ExperimentId): void {
  deps.db.write(() => {
    const experiment = getExperiment(deps, caller.workspaceId, id);
    if (experiment.state === 'running') halt(deps, caller, experiment, deps.ports.clock.now());
  });
}

/** Off the list; a test that runs is stopped by it. Its posts stay. */
export function removeExperiment(deps: ExperimentDeps, caller: Caller, id: ExperimentId): void {
  deps.db.write(() => {
    const experiment = getExperiment(deps, caller.workspaceId, id);
    if (experiment.removedAt !== null) return;
    const removedAt = deps.ports.clock.now();
    if (experiment.state === 'running') halt(deps, caller, experiment, removedAt);
    writeStanding(deps, getExperiment(deps, caller.workspaceId, id), { removedAt });
  });
}

/** Undoes `removeExperiment`, or else `stopExperiment`: what was taken back and still has its time ahead goes out again. */
export function restoreExperiment(deps: ExperimentDeps, caller: Caller, id: ExperimentId): void {
  deps.db.write(() => {
    const before = getExperiment(deps, caller.workspaceId, id);
    const removed = before.removedAt !== null;
    if (removed) writeStanding(deps, before, { removedAt: null });
    if (before.state !== 'stopped' || (removed && before.removedAt !== before.stoppedAt)) return;
    const now = deps.ports.clock.now();
    const back = itemsOf(deps, before).filter(({ takenBack, dueAt }) => takenBack === 1 && dueAt > now);
    if (back.length === 0) return;
    for (const { postId, position } of back) {
      deps.posts.bringBack(caller, postId);
      noteTakenBack(deps, before, position, false);
    }
    writeStanding(deps, before, { state: 'running', stoppedAt: null, removedAt: null, result: null });
    enqueueClose(deps, before, now);
  });
}

function halt(deps: ExperimentDeps, caller: Caller, experiment: StoredExperiment, stoppedAt: number): void {
  for (const { postId, position, state, deleted } of itemsOf(deps, experiment)) {
    if (deleted === 1 || (state !== 'scheduled' && state !== 'draft')) continue;
    if (deps.posts.takeBack(caller, postId)) noteTakenBack(deps, experiment, position, true);
  }
  writeStanding(deps, experiment, { state: 'stopped', stoppedAt });
  enqueueClose(deps, experiment, stoppedAt);
}
