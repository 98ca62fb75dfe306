import type { AudienceReadings } from '../audience.ts';
import { readCountries } from '../meta/demographics.ts';
import { graphPath } from './graph.ts';

/**
 * Followers by country (Threads API, insights: `follower_demographics`, one breakdown a call, without a stretch of time; of
 * profiles with 100 followers or more). When they are online Threads does not tell.
 */
export const audience: AudienceReadings = {
  leastFollowers: 100,
  countries: {
    counts: 'followers',
    read: (http, account) =>
      readCountries(http, {
        operation: 'users.demographics',
        path: graphPath(account.remoteId, 'threads_insights'),
        query: {},
      }),
  },
};
