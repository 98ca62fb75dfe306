import type { MetricValues } from '../../../shared/models/metric.ts';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import { limitsOf } from './limits.ts';
import { read } from './wire/calls.ts';
import { metricsOf } from './wire/post-reading.ts';
import { status, statuses } from './wire/schemas.ts';
import type { Status } from './wire/schemas.ts';

/** The version of the API that gives several posts at once (Mastodon 4.3). */
const apiWithLists = 2;
const largestLookup = 20;

/** Newest numbers of own posts: 20 a call where the server can, else one by one. Those that are gone are left out. */
export const postMetrics: PlatformApi['postMetrics'] = async (http, account, posts, now) => {
  const ids = [...new Set(posts.map(({ remoteId }) => remoteId))];
  const size = limitsOf(account).api >= apiWithLists ? largestLookup : 1;
  const found = new Map<string, MetricValues>();
  let readAt = now;
  for (let from = 0; from < ids.length; from += size) {
    const result = await look(http, ids.slice(from, from + size), size > 1);
    if (!result.ok) return result;
    readAt = result.readAt;
    for (const post of result.data) found.set(post.id, metricsOf(post));
  }
  return { ok: true, data: found, status: 200, fromCache: false, readAt };
};

const look = async (
  http: AccountHttp,
  ids: readonly string[],
  together: boolean,
): Promise<CallResult<readonly Status[]>> => {
  if (together) return read(http, 'posts.lookup', '/api/v1/statuses', statuses, { 'id[]': ids });
  const result = await read(
    http,
    'posts.lookup',
    `/api/v1/statuses/${encodeURIComponent(ids[0] ?? '')}`,
    status,
  );
  if (result.ok) return { ...result, data: [result.data] };
  return result.failure.status === 404
    ? { ok: true, data: [], status: 404, fromCache: false, readAt: 0 }
    : result;
};
