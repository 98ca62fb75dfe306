import { z } from 'zod';
import type { MetricName, MetricValues } from '../../../shared/models/metric.ts';
import type { PlatformApi } from '../platform.ts';
import { pacificDay } from './pacific-day.ts';

/** Analytics counts a day one to three days later; the newest that is counted is taken of these. */
const daysBack = 7;

/** Numbers of a day, and what they are in our words. Those that Analytics no longer has are left out. */
const wanted = [
  ['views', 'impressions'],
  ['likes', 'likes'],
  ['comments', 'comments'],
  ['shares', 'shares'],
] as const satisfies readonly (readonly [string, MetricName])[];

const report = z.object({
  columnHeaders: z.array(z.object({ name: z.string() })).default([]),
  rows: z.array(z.array(z.union([z.string(), z.number()]))).default([]),
});

/** The call for the channel's days (YouTube Analytics: reports.query); it has a quota of its own, which is ample. */
export const dayReport = (now: number) =>
  ({
    operation: 'analytics.days',
    endpoint: 'api',
    satellite: 'analytics',
    method: 'GET',
    path: '/v2/reports',
    query: {
      ids: 'channel==MINE',
      startDate: pacificDay(now, daysBack),
      endDate: pacificDay(now, 1),
      metrics: wanted.map(([name]) => name).join(','),
      dimensions: 'day',
      sort: 'day',
    },
    effect: 'read',
    costMicros: 0,
  }) as const;

/** What the channel gathered on the newest day that Analytics has counted, in California's days. */
export const accountMetrics: NonNullable<PlatformApi['accountMetrics']> = async (http, _account, now) => {
  const result = await http.send({ ...dayReport(now), answer: report });
  return result.ok ? { ...result, data: newestDay(result.data) } : result;
};

const newestDay = ({ columnHeaders, rows }: z.infer<typeof report>): MetricValues => {
  const row = rows.at(-1) ?? [];
  const numbers = wanted.map(([name, ours]) => {
    const value = row[columnHeaders.findIndex((header) => header.name === name)];
    return [ours, typeof value === 'number' ? Math.round(value) : null] as const;
  });
  return Object.fromEntries(numbers.filter(([, value]) => value !== null));
};
