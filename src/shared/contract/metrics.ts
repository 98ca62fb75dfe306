import { z } from 'zod';
import { platformName } from '../models/account.ts';
import { accountId } from '../models/ids.ts';
import { accountSummary, measuredPost, metricSeries, timeRange } from '../models/metric.ts';
import { instant } from '../models/time.ts';
import { procedure, scope } from './base.ts';

/** How far back an account's own posts have been read. */
export const accountHistory = z.object({
  accountId,
  /** `asks`: it costs, and nobody has said yes. `none`: the network does not tell older posts. */
  state: z.enum(['asks', 'reading', 'stopped', 'done', 'none']),
  posts: z.int(),
  oldestAt: instant.nullable(),
  /** What reading a hundred more costs at most, in micro-dollars. */
  costOfHundredMicros: z.int(),
});

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
          kind: z.enum(['mention', 'comment', 'reply', 'quote', 'found']),
          /** The own post that it stands under, by the network's id. */
          onPost: z.string().nullable(),
        }),
      ),
    ),
  /** How far back each account's own posts have been read, and what the rest costs where the network charges for it. */
  histories: procedure
    .route({ method: 'GET', path: '/metrics/histories' })
    .input(scope)
    .output(z.array(accountHistory)),
  /** Reads older posts, page by page in the background; up to `most` in all, or as far back as the network allows. */
  readHistory: procedure
    .route({ method: 'POST', path: '/metrics/histories/{accountId}/read' })
    .input(scope.extend({ accountId, most: z.int().min(1).max(100_000).optional() }))
    .output(accountHistory),
  stopHistory: procedure
    .route({ method: 'POST', path: '/metrics/histories/{accountId}/stop' })
    .input(scope.extend({ accountId }))
    .output(accountHistory),
  /** Public posts that hold these words, as the network of this account finds them. Refused where it offers no search. */
  searchNetwork: procedure
    .route({ method: 'GET', path: '/metrics/search' })
    .input(
      scope.extend({
        accountId,
        query: z.string().trim().min(1).max(200),
        limit: z.int().min(1).max(100).default(25),
      }),
    )
    .output(
      z.array(
        z.object({
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
