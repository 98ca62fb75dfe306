import { z } from 'zod';
import type { AudienceReadings, OnlineDay } from '../audience.ts';
import { readCountries } from '../meta/demographics.ts';
import { graphSeconds, graphTime } from '../meta/timestamp.ts';
import { graphPath } from './graph.ts';
import { words } from './words.ts';

const dayMs = 86_400_000;
/** Instagram tells the last 30 days; a day less, so that no clock that is a little off asks for more. */
const stretchMs = 29 * dayMs;

const onlineFollowers = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      values: z
        .array(
          z.object({
            /** Empty for the last two days, which are not counted yet. */
            value: z.record(z.string(), z.int().nonnegative()).catch({}),
            end_time: z.string().optional(),
          }),
        )
        .default([]),
    }),
  ),
});

/**
 * Followers online by hour and by country (Instagram Platform, reference of IG User insights: `online_followers` and
 * `follower_demographics`; neither of accounts with fewer than 100 followers).
 *
 * Meta says that a day of these hours ends at UTC-7, and each day comes with its `end_time` (07:00 or 08:00 UTC, midnight in
 * California) and with counts under the keys 0 to 23. By which clock the keys count Meta does not say. Key 0 is taken here
 * for the first hour of that day, so that `end_time` alone makes an instant of a key; Ayrshare's reference of the same metric
 * describes its days and keys so. On the two days of a year that have 23 and 25 hours this is off by one; should the keys
 * mean hours of UTC, it is off by seven or eight every day.
 */
export const audience: AudienceReadings = {
  leastFollowers: 100,
  online: {
    note: words.online,
    async read(http, account, now) {
      const result = await http.send({
        operation: 'users.online',
        endpoint: 'api',
        method: 'GET',
        path: graphPath(account.remoteId, 'insights'),
        query: {
          metric: 'online_followers',
          period: 'lifetime',
          since: graphSeconds(now - stretchMs),
          until: graphSeconds(now),
        },
        effect: 'read',
        costMicros: 0,
        answer: onlineFollowers,
      });
      return result.ok ? { ...result, data: daysOf(result.data) } : result;
    },
  },
  countries: {
    counts: 'followers',
    read: (http, account) =>
      readCountries(http, {
        operation: 'users.demographics',
        path: graphPath(account.remoteId, 'insights'),
        query: { period: 'lifetime', metric_type: 'total_value', timeframe: 'this_month' },
      }),
  },
};

const daysOf = ({ data }: z.infer<typeof onlineFollowers>): OnlineDay[] =>
  data
    .filter(({ name }) => name === 'online_followers')
    .flatMap(({ values }) =>
      values.flatMap(({ value, end_time: end }) => {
        const endsAt = graphTime(end);
        const online = Array.from({ length: 24 }, (_, hour) => value[String(hour)] ?? null);
        return endsAt === null || online.every((count) => count === null)
          ? []
          : [{ startsAt: endsAt - dayMs, online }];
      }),
    );
