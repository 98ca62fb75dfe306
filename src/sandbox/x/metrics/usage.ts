import { z } from 'zod';
import { json } from '../../exchange.ts';
import type { Answer, Exchange } from '../../exchange.ts';
import { isAnswer, readQuery, wholeNumber } from '../api/query.ts';
import type { XWorld } from '../world.ts';

const querySchema = z.strictObject({
  days: wholeNumber(1, 90).optional(),
  'usage.fields': z.string().optional(),
});

/** `GET /2/usage/tweets`: how many posts were read since the start, of the three million a month. App tokens only. */
export function readUsage(world: XWorld, exchange: Exchange): Answer {
  const query = readQuery(exchange, querySchema);
  if (isAnswer(query)) return query;
  return json(200, {
    data: {
      cap_reset_day: 1,
      project_cap: '3000000',
      project_id: '1600000000000000001',
      project_usage: String(world.credits.report().postsRead),
    },
  });
}
