import type { AccountSummary, MetricName, MetricValues } from '../../../shared/models/metric.ts';

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

/**
 * Reactions to all posts of an account. Taken from the rate, which covers every post: the total of the network's own
 * count leaves out posts for which it gives none.
 */
export const accountReactions = ({ engagementRate, totals }: AccountSummary): number | undefined =>
  engagementRate === null || totals.impressions === undefined
    ? reactionsOf(totals)
    : Math.round(engagementRate * totals.impressions);
