import { z } from 'zod';
import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { risingAt } from '../../life/rising.ts';
import { prices } from '../api/credits.ts';
import { commaList, isAnswer, readQuery, wholeNumber } from '../api/query.ts';
import { invalidRequest } from '../problems.ts';
import type { XWorld } from '../world.ts';

const fields = z.enum(['trend_name', 'tweet_count']);
const querySchema = z.strictObject({
  max_trends: wholeNumber(1, 50).optional(),
  'trend.fields': commaList(fields, 2).optional(),
});

/** `GET /2/trends/by/woeid/:woeid`; each trend that is given is charged. */
export function trendsByPlace(world: XWorld, exchange: Exchange): Answer {
  const query = readQuery(exchange, querySchema);
  if (isAnswer(query)) return query;
  const { woeid = '' } = exchange.parameters;
  if (!/^\d{1,9}$/.test(woeid)) {
    return invalidRequest({
      name: 'woeid',
      values: [woeid],
      message: 'The `woeid` path parameter value is not valid',
    });
  }
  // Each place has a list of its own.
  const trends = risingAt(`x ${woeid}`, world.now()).slice(0, query.max_trends ?? 20);
  world.credits.spend(prices.readTrend * trends.length);
  const wanted = query['trend.fields'] ?? ['trend_name'];
  return json(200, {
    data: trends.map(({ tag, name, posts }, index) => ({
      ...(wanted.includes('trend_name') && { trend_name: index % 2 === 0 ? `#${tag}` : name }),
      ...(wanted.includes('tweet_count') && { tweet_count: posts[0] + posts[1] }),
    })),
  });
}
