import { z } from 'zod';
import type { PlatformApi } from '../platform.ts';
import { read } from './wire/calls.ts';
import { mentionOf } from './wire/post-reading.ts';
import { statuses } from './wire/schemas.ts';

const results = z.object({ statuses });
const most = 40;

/**
 * Posts that hold these words (`GET /api/v2/search`), newest first: those that the account's server knows, and only of people
 * who agreed to be found.
 */
export const search: NonNullable<PlatformApi['search']> = async (http, _account, { query, limit }) => {
  const result = await read(http, 'posts.search', '/api/v2/search', results, {
    q: query,
    type: 'statuses',
    limit: String(Math.min(Math.max(limit, 1), most)),
  });
  if (!result.ok) return result;
  const found = result.data.statuses.map((post) => mentionOf(post, 'found', null));
  return { ...result, data: found.sort((one, other) => other.at - one.at).slice(0, limit) };
};
