import { problemOf } from '../problem.ts';
import type { linkedin as words } from './words.ts';

/** A rule of LinkedIn; each has its sentence and its fix in `words.ts`. */
export type ProblemId = keyof typeof words.preflight;

/** A broken rule. */
export const problem = problemOf<ProblemId>();
