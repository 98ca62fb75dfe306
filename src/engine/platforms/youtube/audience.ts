import { z } from 'zod';
import type { AudienceReadings } from '../audience.ts';
import { pacificDay } from './pacific-day.ts';

/** Four weeks, of which Analytics has the last days a day or three later. */
const daysBack = 28;

const report = z.object({
  /** Left out where there is nothing to tell. */
  rows: z.array(z.tuple([z.string(), z.number()])).default([]),
});

/**
 * Views by country of the last four weeks (YouTube Analytics, channel reports: user geography). They are views and not
 * subscribers, whose countries are told nowhere; `ZZ` are those whose country YouTube does not know. No report is by hours.
 */
export const audience: AudienceReadings = {
  countries: {
    counts: 'views',
    async read(http, _account, now) {
      const result = await http.send({
        operation: 'analytics.countries',
        endpoint: 'api',
        satellite: 'analytics',
        method: 'GET',
        path: '/v2/reports',
        query: {
          ids: 'channel==MINE',
          startDate: pacificDay(now, daysBack),
          endDate: pacificDay(now, 1),
          metrics: 'views',
          dimensions: 'country',
          sort: '-views',
        },
        effect: 'read',
        costMicros: 0,
        answer: report,
      });
      if (!result.ok) return result;
      return {
        ...result,
        data: result.data.rows
          .filter(([, views]) => views > 0)
          .map(([code, views]) => ({
            country: /^[A-Z]{2}$/.test(code) && code !== 'ZZ' ? code : null,
            count: Math.round(views),
          })),
      };
    },
  },
};
