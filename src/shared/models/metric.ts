import { z } from 'zod';
import { accountId, deliveryId, postId } from './ids.ts';
import { instant } from './time.ts';

/** The words all networks' numbers are translated into; a network reports the ones it has. */
export const metricNames = [
  'impressions',
  'likes',
  'comments',
  'shares',
  'quotes',
  'saves',
  'clicks',
  'profile_clicks',
  'engagements',
  'video_views',
  'followers',
  'following',
  'posts',
] as const;
export const metricName = z.enum(metricNames);
export type MetricName = z.infer<typeof metricName>;

export const metricValues = z.partialRecord(metricName, z.int());
export type MetricValues = z.infer<typeof metricValues>;

/** Reads as `7d`, `30d`, `90d`. */
export const timeRange = z.enum(['24h', '7d', '30d', '90d', '365d']);
export type TimeRange = z.infer<typeof timeRange>;

export const metricSeries = z.object({
  metric: metricName,
  points: z.array(z.object({ at: instant, value: z.number() })),
});

/** A post on the network (ours or older), with its newest numbers. */
export const measuredPost = z.object({
  accountId,
  platform: z.string(),
  remoteId: z.string(),
  url: z.string().nullable(),
  text: z.string(),
  publishedAt: instant,
  postId: postId.nullable(),
  deliveryId: deliveryId.nullable(),
  metrics: metricValues,
  /** Engagements divided by impressions, 0..1; null without impressions. */
  engagementRate: z.number().nullable(),
  /** When the numbers were read; shown as their age. */
  measuredAt: instant.nullable(),
});
export type MeasuredPost = z.infer<typeof measuredPost>;

export const accountSummary = z.object({
  accountId,
  platform: z.string(),
  username: z.string(),
  followers: z.int().nullable(),
  followersChange: z.int().nullable(),
  posts: z.int(),
  totals: metricValues,
  engagementRate: z.number().nullable(),
  series: z.array(metricSeries),
  measuredAt: instant.nullable(),
});
export type AccountSummary = z.infer<typeof accountSummary>;
