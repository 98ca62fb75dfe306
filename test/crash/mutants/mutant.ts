import type { ScenarioName } from '../scenarios.ts';
import type { RunSpec } from '../spec.ts';

/** A change of one source file: the text stands there exactly once. */
export interface Patch {
  /** From `src/`. */
  readonly file: string;
  readonly search: string;
  readonly replace: string;
}

/** A bug that somebody could make, and the runs that must notice it. */
export interface Mutant {
  readonly name: string;
  readonly patches: readonly Patch[];
  readonly on: readonly { readonly platform: string; readonly scenario: ScenarioName }[];
  readonly kills: (spec: RunSpec) => boolean;
}

/** Kills at requests from the `from`th on, cut in one of these ways, with nothing else done to the app. */
export const cutAs =
  (cuts: readonly string[], from = 1) =>
  ({ kill, second, disturbance }: RunSpec): boolean =>
    kill.kind === 'request' &&
    cuts.includes(kill.cut) &&
    kill.nth >= from &&
    second.kind === 'none' &&
    disturbance === 'none';
