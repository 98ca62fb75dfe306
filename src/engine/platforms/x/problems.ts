import { problemOf } from '../problem.ts';
import type { x as words } from './words.ts';

/** A rule of X; each has its sentence and its fix in the catalogue. */
export type ProblemId = keyof typeof words.preflight;

/** A broken rule. */
export const problem = problemOf<ProblemId>();
