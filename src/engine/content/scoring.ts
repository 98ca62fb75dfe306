import type { Reason } from '../../shared/models/reason.ts';
import { reason } from './wording.ts';

/** A score with the reasons that add up to it. */
export type Score = { readonly score: number; readonly reasons: Reason[] };

/**
 * Adds reasons up to a score from 0 to 100, starting from `base` points, rounded to a whole number. The start, and what
 * was cut off at the ends, are reasons too, so that the effects add up to the score within half a point.
 */
export const scoreOf = (base: number, reasons: readonly Reason[]): Score => {
  const sum = reasons.reduce((total, { effect }) => total + effect, base);
  const kept = Math.min(100, Math.max(0, sum));
  const all = [reason('start', base, { points: base }), ...reasons];
  return { score: Math.round(kept), reasons: kept === sum ? all : [...all, reason('bounded', kept - sum)] };
};
