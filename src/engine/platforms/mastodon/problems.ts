import type { PartProblem } from '../content.ts';
import type { words } from './words.ts';

/** A rule of a Mastodon server; each has its sentence and its fix in `words.ts`. */
export type ProblemId = keyof typeof words.preflight;

type Found = Omit<PartProblem, 'id' | 'params' | 'range'> & {
  readonly id: ProblemId;
  readonly params?: PartProblem['params'];
  readonly range?: PartProblem['range'];
};

/** A broken rule; without values to fill in and without a place in the text unless given. */
export const problem = ({ id, part, severity, params = {}, range = null }: Found): PartProblem => ({
  id,
  part,
  severity,
  params,
  range,
});
