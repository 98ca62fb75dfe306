import { insightNumber, readInsights } from '../meta/insights.ts';
import { present } from '../meta/present.ts';
import { graphSeconds } from '../meta/timestamp.ts';
import type { PlatformApi } from '../platform.ts';
import { graphPath } from './graph.ts';

const dayMs = 86_400_000;
/** Instagram tells up to 30 days in one call. */
const stretchMs = 30 * dayMs;

/** The account's numbers of the last 30 days (GET /:id/insights); they lag by up to two days. */
export const accountMetrics: NonNullable<PlatformApi['accountMetrics']> = async (http, account, now) => {
  const result = await readInsights(http, {
    operation: 'users.insights',
    path: graphPath(account.remoteId, 'insights'),
    core: ['views', 'total_interactions', 'likes', 'comments', 'saves', 'shares'],
    optional: ['profile_links_taps'],
    query: {
      period: 'day',
      metric_type: 'total_value',
      since: graphSeconds(now - stretchMs),
      until: graphSeconds(now),
    },
  });
  if (!result.ok) return result;
  const number = (name: string) => insightNumber(result.data, name);
  return {
    ...result,
    data: present({
      impressions: number('views'),
      engagements: number('total_interactions'),
      likes: number('likes'),
      comments: number('comments'),
      saves: number('saves'),
      shares: number('shares'),
      clicks: number('profile_links_taps'),
    }),
  };
};
