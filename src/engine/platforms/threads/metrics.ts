import type { MetricValues } from '../../../shared/models/metric.ts';
import type { CallResult } from '../../http/call.ts';
import { insightNumber, readInsights } from '../meta/insights.ts';
import type { Insight } from '../meta/insights.ts';
import { present } from '../meta/present.ts';
import { graphSeconds } from '../meta/timestamp.ts';
import type { PlatformApi } from '../platform.ts';
import { graphPath } from './graph.ts';

const dayMs = 86_400_000;
/** Threads tells nothing before this (Threads API: insights). */
const firstDay = Date.UTC(2024, 3, 13);

/** Newest numbers of own posts (GET /:id/insights), one call a post. Posts that are gone are left out. */
export const postMetrics: PlatformApi['postMetrics'] = async (http, _account, posts, now) => {
  const found = new Map<string, MetricValues>();
  let last: CallResult<unknown> | null = null;
  for (const { remoteId } of posts) {
    const result = await readInsights(http, {
      operation: 'posts.insights',
      path: graphPath(remoteId, 'insights'),
      core: ['views', 'likes', 'replies', 'reposts', 'quotes', 'shares'],
      optional: [],
    });
    if (result.ok) {
      last = result;
      found.set(
        remoteId,
        valuesOf((name) => insightNumber(result.data, name)),
      );
    } else if (result.failure.code !== 'content_rejected' && result.failure.code !== 'media_invalid') {
      return result;
    }
  }
  return last === null || !last.ok
    ? { ok: true, data: found, status: 200, fromCache: true, readAt: now }
    : { ...last, data: found };
};

/** The account's numbers of the last 30 days (GET /:id/threads_insights). Views come by days, all else as one total. */
export const accountMetrics: NonNullable<PlatformApi['accountMetrics']> = async (http, account, now) => {
  const result = await readInsights(http, {
    operation: 'users.insights',
    path: graphPath(account.remoteId, 'threads_insights'),
    core: ['views', 'likes', 'replies', 'reposts', 'quotes'],
    optional: [],
    query: {
      since: graphSeconds(Math.max(firstDay, now - 30 * dayMs)),
      until: graphSeconds(now),
    },
  });
  if (!result.ok) return result;
  return { ...result, data: valuesOf((name) => sumOf(result.data, name)) };
};

/** Shares are what was passed on within Threads and what was sent elsewhere. */
const valuesOf = (number: (name: string) => number | null): MetricValues => {
  const reposts = number('reposts');
  const shares = number('shares');
  return present({
    impressions: number('views'),
    likes: number('likes'),
    comments: number('replies'),
    shares: reposts === null && shares === null ? null : (reposts ?? 0) + (shares ?? 0),
    quotes: number('quotes'),
  });
};

const sumOf = (insights: readonly Insight[], name: string): number | null => {
  const days = insights.find((insight) => insight.name === name)?.values;
  return days === undefined
    ? insightNumber(insights, name)
    : days.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0);
};
