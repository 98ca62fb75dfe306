import type { PlatformApi } from '../platform.ts';
import { insightSum, readInsights } from '../meta/insights.ts';
import { graphSeconds } from '../meta/timestamp.ts';

/** The days that are summed up. */
const spanMs = 28 * 24 * 3_600_000;

/**
 * A Page's own numbers of the last 28 days (page insights, by day). A name that Meta retired is left out. Meta counts some of them
 * only from a hundred followers on.
 */
export const accountMetrics: NonNullable<PlatformApi['accountMetrics']> = async (http, account, now) => {
  const result = await readInsights(http, {
    operation: 'pages.insights',
    path: `/${encodeURIComponent(account.remoteId)}/insights`,
    core: ['page_media_view', 'page_post_engagements'],
    optional: ['page_total_actions', 'page_video_views'],
    query: { period: 'day', since: graphSeconds(now - spanMs), until: graphSeconds(now) },
  });
  if (!result.ok) return result;
  const sum = (name: string): number | null => insightSum(result.data, name);
  const named = {
    impressions: sum('page_media_view'),
    engagements: sum('page_post_engagements'),
    profile_clicks: sum('page_total_actions'),
    video_views: sum('page_video_views'),
  };
  const known = Object.entries(named).filter((entry): entry is [string, number] => entry[1] !== null);
  return { ...result, data: Object.fromEntries(known) };
};
