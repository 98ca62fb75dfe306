import { problemOf } from '../problem.ts';
import type { words } from './words.ts';

/** A rule of YouTube; each has its sentence and its fix. */
type ProblemId = keyof typeof words.preflight;

/** A broken rule. */
export const problem = problemOf<ProblemId>();
