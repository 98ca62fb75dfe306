import type { MetricName, MetricValues } from '../../../shared/models/metric.ts';

const parts = [
  'likes',
  'comments',
  'shares',
  'quotes',
  'saves',
  'clicks',
  'profile_clicks',
] as const satisfies readonly MetricName[];

/** Reactions as the engine counts them: the network's own number, else all kinds added up; undefined without any. */
export function reactionsOf(metrics: MetricValues): number | undefined {
  if (metrics.engagements !== undefined) return metrics.engagements;
  const known = parts.flatMap((name) => metrics[name] ?? []);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : undefined;
}
