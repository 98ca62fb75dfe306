import type { PartProblem } from './content.ts';

interface Found<Id extends string> {
  /** Its sentence and its fix are among the platform's words. */
  readonly id: Id;
  readonly part: number;
  /** An error unless said. */
  readonly severity?: PartProblem['severity'];
  readonly params?: PartProblem['params'];
  readonly range?: PartProblem['range'];
}

/** A broken rule of a network whose rules have these ids; without values to fill in and a place in the text unless given. */
export const problemOf =
  <Id extends string>() =>
  ({ id, part, severity = 'error', params = {}, range = null }: Found<Id>): PartProblem => ({
    id,
    part,
    severity,
    params,
    range,
  });
