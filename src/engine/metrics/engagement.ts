import type { MetricName, MetricValues } from '../../shared/models/metric.ts';

/** What counts as a reaction where a network does not count them itself. */
const reactions = [
  'likes',
  'comments',
  'shares',
  'quotes',
  'saves',
  'clicks',
  'profile_clicks',
] as const satisfies readonly MetricName[];

/** Reactions to a post: the network's own count, else the sum of likes, replies, shares, quotes, saves and clicks. */
export function engagementsOf(values: MetricValues): number {
  return values.engagements ?? reactions.reduce((sum, name) => sum + (values[name] ?? 0), 0);
}

/** Reactions for each time a post was seen, 0 to 1; null where nobody has been counted as seeing it. */
export function engagementRateOf(values: MetricValues): number | null {
  const seen = values.impressions ?? 0;
  return seen > 0 ? Math.min(1, engagementsOf(values) / seen) : null;
}
