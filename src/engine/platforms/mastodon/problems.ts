import { problemOf } from '../problem.ts';
import type { words } from './words.ts';

/** A rule of a Mastodon server; each has its sentence and its fix in `words.ts`. */
export type ProblemId = keyof typeof words.preflight;

/** A broken rule. */
export const problem = problemOf<ProblemId>();
