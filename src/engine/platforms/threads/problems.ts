import type { PartProblem } from '../content.ts';
import type { words } from './words.ts';

/** A rule of Threads; each has its sentence and its fix among the words. */
export type ProblemId = keyof typeof words.preflight;

type Found = Pick<PartProblem, 'part'> & {
  readonly id: ProblemId;
  /** An error unless said. */
  readonly severity?: PartProblem['severity'];
  readonly params?: PartProblem['params'];
  readonly range?: PartProblem['range'];
};

/** A broken rule; without values to fill in and without a place in the text unless given. */
export const problem = ({ id, part, severity = 'error', params = {}, range = null }: Found): PartProblem => ({
  id,
  part,
  severity,
  params,
  range,
});
