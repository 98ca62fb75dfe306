import { json } from '../exchange.ts';
import type { Answer } from '../exchange.ts';

/** Fewer followers than these, and Meta tells nothing of them. */
export const leastFollowers = 100;

/** So many values of a breakdown at most. */
const mostValues = 45;

/** `follower_demographics` by country; `timeframe` stands beside the country where the network has one. */
export function countriesAnswer(
  id: string,
  countries: readonly (readonly [country: string, count: number])[],
  timeframe?: string,
): Answer {
  const before = timeframe === undefined ? [] : [timeframe.toUpperCase()];
  const results = countries
    .slice(0, mostValues)
    .map(([country, value]) => ({ dimension_values: [...before, country], value }));
  return json(200, {
    data: [
      {
        name: 'follower_demographics',
        period: timeframe === undefined ? 'day' : 'lifetime',
        title: 'Follower demographics',
        total_value: {
          breakdowns: [
            {
              dimension_keys: [...(timeframe === undefined ? [] : ['timeframe']), 'country'],
              ...(results.length > 0 && { results }),
            },
          ],
        },
        id: `${id}/insights/follower_demographics`,
      },
    ],
  });
}
