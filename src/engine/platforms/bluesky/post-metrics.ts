import type { MetricValues } from '../../../shared/models/metric.ts';
import type { PlatformApi } from '../platform.ts';
import { idOf, uriOf } from './wire/addresses.ts';
import { metricsOf } from './wire/post-reading.ts';
import { postList } from './wire/schemas.ts';
import { query } from './wire/xrpc.ts';

const largestLookup = 25;

/** Newest numbers of own posts (`app.bsky.feed.getPosts`, 25 a call). Unknown and deleted ones are left out. */
export const postMetrics: PlatformApi['postMetrics'] = async (http, account, posts, now) => {
  const uris = [...new Set(posts.map(({ remoteId }) => uriOf(remoteId, account.remoteId)))];
  const found = new Map<string, MetricValues>();
  let readAt = now;
  for (let from = 0; from < uris.length; from += largestLookup) {
    const result = await query(http, 'posts.lookup', 'app.bsky.feed.getPosts', {
      query: { uris: uris.slice(from, from + largestLookup) },
      answer: postList,
    });
    if (!result.ok) return result;
    readAt = result.readAt;
    for (const post of result.data.posts) found.set(idOf(post.uri, account.remoteId), metricsOf(post));
  }
  return { ok: true, data: found, status: 200, fromCache: false, readAt };
};
