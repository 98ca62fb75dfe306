import { z } from 'zod';
import type { MetricValues } from '../../../shared/models/metric.ts';
import type { AccountHttp, CallResult } from '../../http/call.ts';
import type { PlatformApi } from '../platform.ts';
import type { AccountRef } from '../publishing.ts';
import { memberPostMetrics, unread } from './member-metrics.ts';
import { without } from './wire/reading.ts';
import { authorOf, encoded, isOrganization, listOf } from './wire/urn.ts';
import { restHeaders } from './wire/version.ts';

/** Posts asked for in one call. */
const largestLookup = 50;

const count = z.int().nullish().catch(null);
const statistics = z.object({
  elements: z.array(
    z.object({
      share: z.string().nullish(),
      ugcPost: z.string().nullish(),
      totalShareStatistics: z.object({
        impressionCount: count,
        clickCount: count,
        likeCount: count,
        commentCount: count,
        shareCount: count,
      }),
    }),
  ),
});
type Statistics = z.infer<typeof statistics>;

/** Newest numbers of own posts: of a page's all at once, of a member's those of the newest, one number a call. */
export const postMetrics: PlatformApi['postMetrics'] = (http, account, posts, now) =>
  isOrganization(account.facts) ? pagePostMetrics(http, account, posts) : memberPostMetrics(http, posts, now);

/** What an app without the Community Management API can tell: nothing, not even that a post is gone. */
export const noPostMetrics: PlatformApi['postMetrics'] = (_http, _account, posts) =>
  Promise.resolve(without(unread(posts)));

/**
 * GET /rest/organizationalEntityShareStatistics. LinkedIn leaves out posts without any activity, so that one which is left
 * out is not gone.
 */
const pagePostMetrics = async (
  http: AccountHttp,
  account: AccountRef,
  posts: readonly { remoteId: string }[],
): ReturnType<PlatformApi['postMetrics']> => {
  const found = unread(posts);
  let last: CallResult<Statistics> | null = null;
  for (const [name, kind] of [
    ['shares', 'urn:li:share:'],
    ['ugcPosts', 'urn:li:ugcPost:'],
  ] as const) {
    const ids = [...new Set(posts.map(({ remoteId }) => remoteId).filter((id) => id.startsWith(kind)))];
    for (let at = 0; at < ids.length; at += largestLookup) {
      last = await look(http, account, `${name}=${listOf(ids.slice(at, at + largestLookup))}`);
      if (!last.ok) return last;
      for (const [id, values] of metricsOf(last.data)) found.set(id, values);
    }
  }
  return last === null ? without(found) : { ...last, data: found };
};

const look = (http: AccountHttp, account: AccountRef, which: string): Promise<CallResult<Statistics>> =>
  http.send({
    operation: 'posts.lookup',
    endpoint: 'api',
    method: 'GET',
    path: `/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${encoded(authorOf(account))}&${which}`,
    headers: restHeaders,
    effect: 'read',
    costMicros: 0,
    answer: statistics,
  });

const metricsOf = ({ elements }: Statistics): readonly (readonly [string, MetricValues])[] =>
  elements.flatMap(({ share, ugcPost, totalShareStatistics: sums }) => {
    const id = share ?? ugcPost;
    return typeof id === 'string' ? [[id, valuesOf(sums)] as const] : [];
  });

/** LinkedIn takes likes back one by one, and may count below zero in a span of time. */
const valuesOf = (sums: Statistics['elements'][number]['totalShareStatistics']): MetricValues => {
  const named = {
    impressions: sums.impressionCount,
    clicks: sums.clickCount,
    likes: sums.likeCount,
    comments: sums.commentCount,
    shares: sums.shareCount,
  };
  const known = Object.entries(named).flatMap(([name, value]) =>
    typeof value === 'number' ? [[name, Math.max(0, value)] as const] : [],
  );
  return Object.fromEntries(known);
};
