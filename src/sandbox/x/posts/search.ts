import { z } from 'zod';
import type { Answer, Exchange } from '../../exchange.ts';
import type { Caller } from '../api/endpoint.ts';
import { isAnswer, readQuery, wholeNumber } from '../api/query.ts';
import { gathered } from '../metrics/growth.ts';
import { invalidRequest } from '../problems.ts';
import type { XWorld } from '../world.ts';
import { postsAnswer } from './answer.ts';
import { cutPage, windowParameters } from './collection.ts';
import { postFieldParameters, wantedFrom } from './fields.ts';
import { newestFirst, settled } from './read.ts';
import { parseSearch } from './search-query.ts';

const weekMs = 7 * 86_400_000;
/** The longest query of a self-serve app. */
const longestQuery = 512;

const querySchema = z.strictObject({
  ...windowParameters,
  ...postFieldParameters,
  query: z.string().min(1).max(longestQuery),
  max_results: wholeNumber(10, 100).optional(),
  next_token: z.string().min(1).optional(),
  sort_order: z.enum(['recency', 'relevancy']).optional(),
});

/** `GET /2/tweets/search/recent`: posts of the last seven days that fit a query. */
export function searchRecent(world: XWorld, exchange: Exchange, caller: Caller): Answer {
  const query = readQuery(exchange, querySchema);
  if (isAnswer(query)) return query;
  const now = world.now();
  if (query.start_time !== undefined && query.start_time < now - weekMs) {
    return invalidRequest({
      name: 'start_time',
      values: exchange.query.getAll('start_time'),
      message: "Invalid 'start_time': it must be within the last 7 days",
    });
  }
  const fits = parseSearch(query.query);
  if (fits === undefined) {
    return invalidRequest({ name: 'query', values: [query.query], message: 'The query could not be read' });
  }
  const recent = newestFirst(world.state.posts()).filter((post) => post.at >= now - weekMs);
  const found = settled(world, exchange, recent).filter((post) => fits(world.state, post));
  const page = cutPage(
    found,
    { ...query, pagination_token: query.next_token ?? query.pagination_token },
    100_000,
  );
  if (isAnswer(page)) return page;
  const posts =
    query.sort_order === 'relevancy'
      ? page.posts.toSorted((left, right) => gathered(right, now).likes - gathered(left, now).likes)
      : page.posts;
  return postsAnswer(world, caller, wantedFrom(query), posts, { meta: page.meta });
}
