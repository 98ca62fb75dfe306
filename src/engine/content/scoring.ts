import type { Reason } from '../../shared/models/reason.ts';
import { reason } from './wording.ts';

/** A score with the reasons that add up to it. */
export type Score = { readonly score: number; readonly reasons: Reason[] };

/**
 * Adds reasons up to a score from 0 to 100, starting from `base` points. The start, and what was cut off at the ends or
 * rounded, are reasons too, so that the effects always add up to the score.
 */
export const scoreOf = (base: number, reasons: readonly Reason[]): Score => {
  const sum = reasons.reduce((total, { effect }) => total + effect, base);
  const score = Math.min(100, Math.max(0, Math.round(sum)));
  const cut = score - sum;
  const all = [reason('start', base, { points: base }), ...reasons];
  return { score, reasons: Math.abs(cut) < 0.05 ? all : [...all, reason('bounded', cut)] };
};
