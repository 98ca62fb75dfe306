import { z } from 'zod';
import { platformName } from '../models/account.ts';
import { accountId } from '../models/ids.ts';
import { accountSummary, measuredPost, metricSeries, timeRange } from '../models/metric.ts';
import { instant } from '../models/time.ts';
import { procedure, scope } from './base.ts';

const about = scope.extend({
  platform: platformName.optional(),
  accountId: accountId.optional(),
  timeRange: timeRange.default('7d'),
});

export const metricsContract = {
  accounts: procedure
    .route({ method: 'GET', path: '/metrics/accounts' })
    .input(about)
    .output(z.object({ from: instant, to: instant, accounts: z.array(accountSummary) })),
  posts: procedure
    .route({ method: 'GET', path: '/metrics/posts' })
    .input(
      about.extend({
        sort: z.enum(['newest', 'impressions', 'engagement']).default('newest'),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.array(measuredPost)),
  postSeries: procedure
    .route({ method: 'GET', path: '/metrics/posts/series' })
    .input(scope.extend({ accountId, remoteId: z.string() }))
    .output(z.object({ post: measuredPost, series: z.array(metricSeries) })),
  /** Reads the numbers anew, soon; costs what the network charges for reading. */
  refresh: procedure
    .route({ method: 'POST', path: '/metrics/refresh' })
    .input(scope.extend({ accountId: accountId.optional() }))
    .output(z.object({ queued: z.int(), costMicros: z.int() })),
  mentions: procedure
    .route({ method: 'GET', path: '/mentions' })
    .input(scope.extend({ accountId: accountId.optional(), limit: z.int().min(1).max(200).default(50) }))
    .output(
      z.array(
        z.object({
          accountId,
          remoteId: z.string(),
          author: z.string(),
          authorName: z.string(),
          text: z.string(),
          at: instant,
          url: z.string().nullable(),
        }),
      ),
    ),
};
