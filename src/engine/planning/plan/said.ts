import type { MessageParams } from '../../../shared/models/reason.ts';

/** A sentence as data: its key in the catalogue and what fills it. */
export interface Said {
  readonly id: string;
  readonly params: MessageParams;
}

/** How long something is, in the unit that says it best: `minutes`, `hours` from two on, `days` from two on. */
export function lengthOf(ms: number): {
  readonly unit: 'minutes' | 'hours' | 'days';
  readonly count: number;
} {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return { unit: 'minutes', count: minutes };
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.round(minutes / 60) };
  return { unit: 'days', count: Math.round(minutes / 1_440) };
}
