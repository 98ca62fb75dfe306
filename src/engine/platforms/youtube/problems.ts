import type { PartProblem } from '../content.ts';
import type { words } from './words.ts';

/** A rule of YouTube; each has its sentence and its fix. */
type ProblemId = keyof typeof words.preflight;

type Found = Omit<PartProblem, 'id' | 'params' | 'range' | 'severity'> & {
  readonly id: ProblemId;
  readonly severity?: PartProblem['severity'];
  readonly params?: PartProblem['params'];
  readonly range?: PartProblem['range'];
};

/** A broken rule; an error without values to fill in and without a place in the text unless given. */
export const problem = ({ severity = 'error', params = {}, range = null, ...found }: Found): PartProblem => ({
  ...found,
  severity,
  params,
  range,
});
