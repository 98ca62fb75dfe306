import { z } from 'zod';
import { account, platformName } from '../models/account.ts';
import { accountId, postId } from '../models/ids.ts';
import { accountSummary, measuredPost, timeRange } from '../models/metric.ts';
import { delivery } from '../models/delivery.ts';
import { instant } from '../models/time.ts';
import { procedure, scope } from './base.ts';

/**
 * The REST calls that users' scripts rely on (DESIGN section 3); their paths and shapes are fixed. Where a platform
 * has several accounts and none is named they answer 409 `ambiguous_account` with the list.
 */
export const scriptsContract = {
  connect: procedure
    .route({
      method: 'POST',
      path: '/social/connect',
      summary: 'Connect an account: first without, then with authCode and state',
    })
    .input(
      scope.extend({
        platform: platformName,
        authCode: z.string().min(1).max(4_000).optional(),
        state: z.string().min(1).max(500).optional(),
        redirectUri: z.url().optional(),
      }),
    )
    .output(
      z.union([
        z.object({ authorizeUrl: z.string(), state: z.string(), redirectUri: z.string() }),
        z.object({ account }),
      ]),
    ),
  metrics: procedure
    .route({ method: 'GET', path: '/social/metrics', summary: 'Account and post metrics of a platform' })
    .input(
      scope.extend({
        platform: platformName.optional(),
        accountId: accountId.optional(),
        timeRange: timeRange.default('7d'),
      }),
    )
    .output(
      z.object({
        from: instant,
        to: instant,
        accounts: z.array(accountSummary),
        posts: z.array(measuredPost),
      }),
    ),
  bestTimes: procedure
    .route({
      method: 'POST',
      path: '/schedule/analyze',
      summary: 'When to post, from own history; says so where there is not enough',
    })
    .input(scope.extend({ platform: platformName, accountId: accountId.optional() }))
    .output(
      z.object({
        status: z.enum(['not_enough_data', 'no_clear_best_time', 'ready']),
        have: z.int(),
        need: z.int(),
        text: z.string(),
        /** The IANA zone of the hours: that of who reads the account, the workspace's where none was chosen. */
        zone: z.string(),
        slots: z.array(
          z.object({
            /** 1 is Monday. */
            weekday: z.int(),
            hour: z.int(),
            /** Over the account's mean, as a fraction, with its 80% interval. */
            gain: z.number(),
            low: z.number(),
            high: z.number(),
            posts: z.int(),
          }),
        ),
      }),
    ),
  schedule: procedure
    .route({
      method: 'POST',
      path: '/queue/schedule',
      summary: 'Schedule a text to platforms',
      successStatus: 201,
    })
    .input(
      scope.extend({
        content: z.string().min(1).max(100_000),
        platforms: z.array(platformName).min(1).max(20),
        /** ISO 8601 with an offset or Z, or epoch milliseconds. A past time is refused with 422 `time_passed`. */
        scheduledAt: z.union([z.iso.datetime({ offset: true }), instant]),
        accountIds: z.array(accountId).max(50).optional(),
      }),
    )
    .output(z.object({ postId, deliveries: z.array(delivery) })),
};
