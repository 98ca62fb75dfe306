import { problemOf } from '../problem.ts';
import type { facebook as words } from './words.ts';

/** A rule of Facebook; each has its sentence and its fix in its words. */
export type ProblemId = keyof typeof words.preflight;

/** A broken rule. */
export const problem = problemOf<ProblemId>();
