import type { ExperimentPreview, experimentsContract } from '../../shared/contract/experiments.ts';
import type { Experiment, ExperimentSummary } from '../../shared/models/experiment.ts';
import type { ExperimentId } from '../../shared/models/ids.ts';
import type { Caller } from '../feature.ts';
import type { ProcedureInput } from '../procedure-input.ts';
import { removeExperiment, restoreExperiment, stopExperiment } from './change-experiment.ts';
import { createExperiment } from './create-experiment.ts';
import { planOf } from './design/plan.ts';
import type { ExperimentDeps } from './experiment-deps.ts';
import { getExperiment, listExperiments } from './experiment-store.ts';
import { summaryOf, viewExperiment } from './experiment-view.ts';

type Procedures = typeof experimentsContract;
interface Named {
  readonly id: ExperimentId;
}

/** The procedures of `experiments`. */
export function createExperimentHandlers(deps: ExperimentDeps) {
  const view = (caller: Caller, id: ExperimentId): Experiment =>
    viewExperiment(deps, getExperiment(deps, caller.workspaceId, id));

  return {
    list: (caller: Caller, _input: object): ExperimentSummary[] =>
      listExperiments(deps, caller.workspaceId).map((experiment) =>
        summaryOf(viewExperiment(deps, experiment)),
      ),
    get: (caller: Caller, { id }: Named): Experiment => view(caller, id),
    preview(caller: Caller, input: ProcedureInput<Procedures['preview']>): ExperimentPreview {
      const { costs: _costs, ...shown } = planOf(deps, caller, input);
      return shown;
    },
    create: (caller: Caller, input: ProcedureInput<Procedures['create']>): Experiment =>
      view(caller, createExperiment(deps, caller, input)),
    stop(caller: Caller, { id }: Named): Experiment {
      stopExperiment(deps, caller, id);
      return view(caller, id);
    },
    remove(caller: Caller, { id }: Named): Experiment {
      removeExperiment(deps, caller, id);
      return view(caller, id);
    },
    restore(caller: Caller, { id }: Named): Experiment {
      restoreExperiment(deps, caller, id);
      return view(caller, id);
    },
  };
}
