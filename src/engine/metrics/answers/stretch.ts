import type { TimeRange } from '../../../shared/models/metric.ts';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/** A stretch of time that ends now, and how far apart the points of its lines are at least. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly stepMs: number;
}

const lengths: Readonly<Record<TimeRange, { lengthMs: number; stepMs: number }>> = {
  '24h': { lengthMs: dayMs, stepMs: hourMs / 2 },
  '7d': { lengthMs: 7 * dayMs, stepMs: 3 * hourMs },
  '30d': { lengthMs: 30 * dayMs, stepMs: 12 * hourMs },
  '90d': { lengthMs: 90 * dayMs, stepMs: dayMs },
  '365d': { lengthMs: 365 * dayMs, stepMs: 7 * dayMs },
};

export function stretchOf(range: TimeRange, now: number): Stretch {
  const { lengthMs, stepMs } = lengths[range];
  return { from: now - lengthMs, to: now, stepMs };
}
