import { z } from 'zod';
import type { MetricName, MetricValues } from '../../../shared/models/metric.ts';
import type { CallResult, AccountHttp } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import { without } from './wire/reading.ts';
import { encoded } from './wire/urn.ts';
import { restHeaders } from './wire/version.ts';

/** Each number of each post is a call, and a member has 100 a day until LinkedIn raises the app: the newest only. */
const mostPosts = 4;
const askedForMs = 30 * 86_400_000;

/** LinkedIn's names of numbers and ours. */
const queries = [
  ['IMPRESSION', 'impressions'],
  ['REACTION', 'likes'],
  ['COMMENT', 'comments'],
  ['RESHARE', 'shares'],
] as const satisfies readonly (readonly [string, MetricName])[];

const analytics = z.object({ elements: z.array(z.object({ count: z.int() })) });

/** Posts of which no number is known: what is missing from an answer would count as deleted. */
export const unread = (posts: readonly { remoteId: string }[]): Map<string, MetricValues> =>
  new Map(posts.map(({ remoteId }) => [remoteId, {}]));

/** The numbers of a member's newest posts (GET /rest/memberCreatorPostAnalytics), as far as the sign-in allows it. */
export const memberPostMetrics = async (
  http: AccountHttp,
  posts: readonly { remoteId: string; publishedAt: number }[],
  now: number,
): ReturnType<PlatformApi['postMetrics']> => {
  const asked = posts
    .filter(({ remoteId, publishedAt }) => now - publishedAt < askedForMs && entityOf(remoteId) !== null)
    .toSorted((one, other) => other.publishedAt - one.publishedAt)
    .slice(0, mostPosts);
  const found = unread(posts);
  let last: CallResult<unknown> | null = null;
  for (const { remoteId } of asked) {
    const values: Partial<Record<MetricName, number>> = {};
    for (const [query, name] of queries) {
      const result = await look(http, entityOf(remoteId) ?? '', query);
      last = result;
      if (!result.ok) {
        if (result.failure.status !== 404) return result;
        found.delete(remoteId);
        break;
      }
      const count = result.data.elements[0]?.count;
      if (count !== undefined) values[name] = Math.max(0, count);
    }
    if (found.has(remoteId)) found.set(remoteId, values);
  }
  return last?.ok === true ? { ...last, data: found } : without(found);
};

const look = (
  http: AccountHttp,
  entity: string,
  query: string,
): Promise<CallResult<z.infer<typeof analytics>>> =>
  http.send({
    operation: 'posts.analytics',
    endpoint: 'api',
    method: 'GET',
    path: `/rest/memberCreatorPostAnalytics?q=entity&entity=${entity}&queryType=${query}&aggregation=TOTAL`,
    headers: restHeaders,
    effect: 'read',
    costMicros: 0,
    answer: analytics,
  });

/** A post as this endpoint wants it named; null for what is none. */
const entityOf = (urn: string): string | null => {
  if (urn.startsWith('urn:li:share:')) return `(share:${encoded(urn)})`;
  return urn.startsWith('urn:li:ugcPost:') ? `(ugc:${encoded(urn)})` : null;
};
